"""What the full-screen editor answers to."""

from edtui.errors import N_
from edtui.tui.commands.base import Command
from edtui.tui.commands.registry import place, register

WRITING = place("writing", N_("Writing on the whole screen"), typing=True, modal=True)
WRITING_SEARCH = place("writing_search", N_("Searching in what you write"), typing=True, modal=True)

register(
    Command("writing.done", "escape", N_("finished"),
            N_("Go back with what was written; nothing of it is lost."), WRITING, shown=1),
    Command("writing.save", "ctrl+s", N_("finished"),
            N_("Go back with what was written; nothing of it is lost."), WRITING, action="done",
            palette=False),
    Command("writing.search", "f3", N_("search"), N_("Look for a word in this text."), WRITING,
            shown=2),
    Command("writing.question", "f2", N_("another question"),
            N_("Show the next question that can help to begin."), WRITING, medium=N_("question"),
            short=N_("question"), shown=4),
    Command("writing.put_in", "f5", N_("put the question in"),
            N_("Put the question into the text as a heading, and write under it."), WRITING,
            medium=N_("put it in"), short=N_("in"), shown=5),
    Command("writing.instead", "f4", N_("put something else"),
            N_("Put a role or a handle in the place of what could name somebody."), WRITING,
            medium=N_("instead"), short=N_("instead"), shown=3),
    Command("writing_search.next", "f3", N_("next"),
            N_("Go to where it stands next; after the last the first follows."), WRITING_SEARCH,
            shown=1, palette=False),
    Command("writing_search.down", "down,enter", N_("next"),
            N_("Go to where it stands next; after the last the first follows."), WRITING_SEARCH,
            action="next", palette=False),
    Command("writing_search.previous", "up", N_("the one before"),
            N_("Go to where it stands before this."), WRITING_SEARCH, shown=2, palette=False),
    Command("writing_search.close", "escape", N_("back to the text"),
            N_("Stop searching and go on writing here."), WRITING_SEARCH, shown=3, palette=False),
)  # fmt: skip
