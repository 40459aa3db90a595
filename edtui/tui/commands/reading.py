"""What reading a story answers to: the page before it, the text, and what comes after."""

from edtui.errors import N_
from edtui.tui.commands.base import Command
from edtui.tui.commands.registry import place, register

READING = place("reading", N_("Reading on the whole screen"), modal=True)
READER_OPENING = place("reader_opening", N_("Reading a story: before it"))
READER_TEXT = place("reader_text", N_("Reading a story"))
READER_AFTER = place("reader_after", N_("Reading a story: after it"), typing=True)
READER_HELP = place("reader_help", N_("Reading a story: it is too much"))

_TOO_MUCH = N_("It is too much: shows whom you can talk to, and asks nothing.")


def moves(where: str) -> tuple[Command, ...]:
    """Make the keys with which a page of lines is read."""
    return (
        Command(f"{where}.down", "down,j", N_("down"), N_("Read on."), where, palette=False),
        Command(f"{where}.up", "up,k", N_("up"), N_("Read back."), where, palette=False),
        Command(f"{where}.page_down", "pagedown,space", N_("page down"),
                N_("Show what stands below."), where, palette=False),
        Command(f"{where}.page_up", "pageup", N_("page up"), N_("Show what stands above."),
                where, palette=False),
        Command(f"{where}.first", "g,home", N_("first"), N_("Go to the beginning."), where,
                palette=False),
        Command(f"{where}.last", "G,end", N_("last"), N_("Go to the end."), where, palette=False),
    )  # fmt: skip


register(
    Command("reader_opening.begin", "enter", N_("reading"), N_("Read the story."), READER_OPENING,
            shown=1),
    Command("reader_opening.fold", "f", N_("fold"),
            N_("Fold the passage under the cursor before you begin, or open it again."),
            READER_OPENING, shown=3),
    Command("reader_opening.past", "p", N_("begin after it"),
            N_("Begin after the passage under the cursor."), READER_OPENING, shown=4),
    Command("reader_opening.too_much", "t", N_("too much"), _TOO_MUCH, READER_OPENING, shown=2),
    Command("reader_opening.leave", "escape", N_("not now"),
            N_("Do not read it now. Nothing of it is kept."), READER_OPENING, shown=90),
    *moves(READER_OPENING),
)  # fmt: skip

register(
    Command("reader_text.on", "enter", N_("further"), N_("Read on; at the end, stop."),
            READER_TEXT, shown=1),
    Command("reader_text.fold", "f", N_("fold or open"),
            N_("Fold the passage in sight, or open it again."), READER_TEXT, medium=N_("fold"),
            shown=3),
    Command("reader_text.past", "p", N_("past it"), N_("Go past the passage in sight."),
            READER_TEXT, shown=4),
    Command("reader_text.too_much", "t", N_("too much"), _TOO_MUCH, READER_TEXT, shown=2),
    Command("reader_text.leave", "escape", N_("stop"),
            N_("Stop here. Where you stopped is kept nowhere."), READER_TEXT, shown=90),
    Command("reader_text.aloud", "a", N_("aloud"),
            N_("Read aloud: words a minute, and how many minutes it still takes."), READER_TEXT,
            shown=62),
    Command("reader_text.start", "s", N_("start, pause"),
            N_("Let the mark go along at your pace, or halt it."), READER_TEXT, shown=5),
    Command("reader_text.quicker", "+,=", N_("quicker"), N_("Ten words a minute more."),
            READER_TEXT, shown=63),
    Command("reader_text.slower", "-", N_("slower"), N_("Ten words a minute less."), READER_TEXT,
            shown=64),
    Command("reader_text.next", "]", N_("next paragraph"), N_("The mark to the next paragraph."),
            READER_TEXT),
    Command("reader_text.previous", "[", N_("paragraph before"),
            N_("The mark to the paragraph before."), READER_TEXT),
    *moves(READER_TEXT),
)  # fmt: skip

register(
    Command("reading.share", "o", N_("with others"),
            N_("Read it with others, read it aloud, or project it, if the narrator allows that."),
            READING, shown=61),
    Command("reading.help", "question_mark,f1", N_("help"), N_("Show the keys that work here."),
            READING, action="app.help", shown=59, palette=False),
    Command("reading.close", "escape", N_("back"), N_("Go back. Nothing of it is kept."), READING,
            palette=False),
)  # fmt: skip

register(
    Command("reader_after.done", "escape", N_("back"), N_("Go back, and give no word."),
            READER_AFTER, shown=90),
    Command("reader_after.too_much", "f2", N_("too much"), _TOO_MUCH, READER_AFTER, shown=2),
    Command("reader_help.done", "enter,escape", N_("back"), N_("Go back."), READER_HELP, shown=1),
)  # fmt: skip
