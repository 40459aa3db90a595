"""What "May we?" and the queue of questions to narrators answer to."""

from edtui.errors import N_
from edtui.tui.commands.base import Command
from edtui.tui.commands.registry import place, register
from edtui.tui.commands.stories import STORIES, STORY, plugged

MAY_WE = place("may_we", N_("Stories: may we?"))
OCCASION = place("occasion", N_("While you type an occasion"), typing=True)
ASKS = place("story_asks", N_("Stories: what is to be asked"))

register(
    *plugged("may_we", "m", N_("may we?"),
             N_("Type an occasion and see which stories may, may if asked, and may not."),
             on=(STORIES, STORY), shown=6, short=N_("may?")),
    *plugged("asks", "q", N_("to ask"),
             N_("See what is to be asked of narrators, and note what they say."), on=(STORIES,),
             shown=62),
    *plugged("ask", "a", N_("ask"), N_("Ask the narrator for one occasion."), on=(STORY,),
             shown=45),
)  # fmt: skip

register(
    Command("may_we.use", "u", N_("use"),
            N_("Use this story for the occasion: it is logged first, then it may go out."), MAY_WE,
            shown=2, instead_of="everywhere.undo"),
    Command("may_we.ask", "a", N_("ask"), N_("Put the question to the narrator in the queue."),
            MAY_WE, shown=3),
    Command("may_we.occasion", "o,slash", N_("occasion"), N_("Type another occasion."), MAY_WE,
            shown=4),
    Command("may_we.form", "e", N_("fill in"),
            N_("Fill in the occasion field by field: for what, for whom, in which form, when."),
            MAY_WE, shown=5),
    Command("may_we.texts", "v", N_("texts"), N_("Show the text that was meant."), MAY_WE,
            shown=6),
    Command("may_we.consent", "t", N_("consent"), N_("See and note what the narrator allows."),
            MAY_WE, shown=7),
    Command("may_we.queue", "q", N_("to ask"),
            N_("See what is to be asked of narrators, and note what they say."), MAY_WE,
            shown=61),
    Command("may_we.withdraw", "w", N_("withdraw"),
            N_("Withdraw the story: every text goes for good, at once, everywhere."), MAY_WE,
            shown=62, dangerous=True),
    Command("may_we.back", "escape", N_("back"), N_("Back to the stories."), MAY_WE, shown=90,
            palette=False),
)  # fmt: skip

register(
    Command("occasion.done", "enter,down", N_("look"),
            N_("Ask what may for this occasion; what is missing is filled in first."), OCCASION,
            shown=1, palette=False),
    Command("occasion.close", "escape", N_("back"), N_("Back to the answers, or to the stories."),
            OCCASION, shown=2, palette=False),
)  # fmt: skip

register(
    Command("story_asks.asked", "a", N_("asked"),
            N_("Note that the narrator was asked, and how."), ASKS, shown=2),
    Command("story_asks.yes", "y", N_("said yes"),
            N_("Note a yes: it holds for that day, that use and that text."), ASKS, shown=3,
            short=N_("yes")),
    Command("story_asks.no", "n", N_("said no"), N_("Note a no; nothing has to be said of why."),
            ASKS, shown=4, short=N_("no")),
    Command("story_asks.waiting", "w", N_("waiting"), N_("Show what waits for an answer."), ASKS,
            shown=5),
    Command("story_asks.answered", "d", N_("answered"), N_("Show what was answered."), ASKS,
            shown=6),
    Command("story_asks.lapsed", "l", N_("lapsed"),
            N_("Show what nobody answered before its day: the same as a no."), ASKS, shown=7),
    Command("story_asks.story", "o", N_("story"), N_("Go to the story."), ASKS, shown=61),
    Command("story_asks.filter", "/", N_("search"), N_("Filter the list while you type."), ASKS,
            shown=62),
    Command("story_asks.back", "escape", N_("back"), N_("Back to where you came from."), ASKS,
            shown=90, palette=False),
)  # fmt: skip
