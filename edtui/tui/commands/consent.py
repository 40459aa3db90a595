"""What consent answers to: keys on a story, what a narrator allows, withdrawing, "May we?"."""

from edtui.errors import N_
from edtui.tui.commands.base import Command
from edtui.tui.commands.registry import place, register
from edtui.tui.commands.stories import STORIES, STORY, STORY_TEXT, plugged

CONSENT = place("consent", N_("Stories: what a narrator allows"))
REACH = place("reach", N_("Stories: where a withdrawn story went"))
LETTER = place("letter", N_("Stories: a letter about a withdrawn story"))
WITHDRAWN = place("withdrawn", N_("Stories: what was withdrawn"))

register(
    *plugged("consent", "t", N_("consent"), N_("See and note what the narrator allows."),
             on=(STORIES, STORY), shown=4),
    *plugged("consent", "t", N_("consent"), N_("See and note what the narrator allows."),
             on=(STORY_TEXT,), shown=5),
    *plugged("withdraw", "w", N_("withdraw"),
             N_("Withdraw the story: every text goes for good, at once, everywhere."),
             on=(STORIES, STORY), shown=8, dangerous=True),
    *plugged("withdrawn", "r", N_("withdrawn"),
             N_("See what was withdrawn, and work off where it went."), on=(STORIES,), shown=63),
)  # fmt: skip

register(
    Command("consent.say", "e", N_("note consent"),
            N_("Note what the narrator allows for the text under the cursor."), CONSENT,
            shown=2, medium=N_("fill in"), short=N_("fill in")),
    Command("consent.text", "v", N_("text"), N_("Show the text, to read it together."), CONSENT,
            shown=8),
    Command("consent.renew", "r", N_("renew"),
            N_("Note that the narrator, asked again, says the same until another day."), CONSENT,
            shown=4),
    Command("consent.refuse", "n", N_("said no"),
            N_("Note that the narrator says no to sharing this text."), CONSENT, shown=6,
            dangerous=True),
    Command("consent.again", "o", N_("talk again"),
            N_("Note that it is to be talked about again; until then nothing is shared."), CONSENT,
            shown=7, dangerous=True),
    Command("consent.stop", "s", N_("stop uses"),
            N_("Stop some uses, or all of them while the text stays."), CONSENT, shown=5),
    Command("consent.withdraw", "w", N_("withdraw"),
            N_("Withdraw the story: every text goes for good, at once, everywhere."), CONSENT,
            shown=3, dangerous=True),
    Command("consent.back", "escape", N_("back"), N_("Back to where you came from."), CONSENT,
            shown=90, palette=False),
)  # fmt: skip

register(
    Command("reach.done", "d", N_("done"),
            N_("Tick off the use under the cursor, or take the tick away."), REACH, shown=2),
    Command("reach.result", "e", N_("what came of it"),
            N_("Note what came of asking it back."), REACH, shown=3, medium=N_("result"),
            short=N_("result")),
    Command("reach.told", "t", N_("narrator told"),
            N_("Note that the narrator was told honestly where the story went."), REACH, shown=4,
            short=N_("told")),
    Command("reach.how", "h", N_("how it was said"),
            N_("Note how the narrator let it know; a reason is never asked."), REACH, shown=7,
            short=N_("how")),
    Command("reach.language", "l", N_("other language"),
            N_("Show the letter and the words for the narrator in the other language."), REACH,
            shown=5, short=N_("language")),
    Command("reach.print_letter", "p", N_("print"), N_("Print the letter under the cursor."),
            REACH, shown=6),
    Command("reach.filter", "/", N_("search"), N_("Filter the list while you type."), REACH),
    Command("reach.back", "escape", N_("back"), N_("Back to where you came from."), REACH,
            shown=90, palette=False),
)  # fmt: skip

register(
    Command("letter.print_letter", "p", N_("print"), N_("Print this letter."), LETTER, shown=2),
    Command("letter.file", "f", N_("file"), N_("Write this letter to a new file."), LETTER,
            shown=3),
    Command("letter.language", "l", N_("other language"), N_("Show it in the other language."),
            LETTER, shown=4, short=N_("language")),
    Command("letter.back", "escape", N_("back"), N_("Back to the list."), LETTER, shown=90,
            palette=False),
)  # fmt: skip

register(
    Command("withdrawn.filter", "/", N_("search"), N_("Filter the list while you type."),
            WITHDRAWN, shown=60),
    Command("withdrawn.back", "escape", N_("back"), N_("Back to where you came from."), WITHDRAWN,
            shown=90, palette=False),
)  # fmt: skip
