"""What a confidant's own notes answer to, and the counts that the coordinator reads of them."""

from edtui.errors import N_
from edtui.tui.commands.base import Command
from edtui.tui.commands.cases import CASES
from edtui.tui.commands.registry import place, register

OWN_NOTES = place("own_notes", N_("Own notes: the list"))
OWN_NOTE = place("own_note", N_("Own notes: one of them"))
COUNTS = place("counts", N_("Casework: what confidants counted"))

CONFIDANT = frozenset({"confidant"})
COORDINATOR = frozenset({"coordinator"})


def _both(where: str, shown: int) -> tuple[Command, ...]:
    return (
        Command(f"{where}.edit", "e", N_("edit"), N_("Change the note under the cursor."), where,
                shown=shown),
        Command(f"{where}.write", "w", N_("write"),
                N_("Write in this note on the whole screen."), where, shown=shown + 1),
        Command(f"{where}.close", "c", N_("close"),
                N_("Close the matter and let it be counted, or open a closed one again."), where,
                shown=shown + 2),
        Command(f"{where}.longer", "l", N_("keep longer"),
                N_("Keep a closed note longer, for a reason, at most until the year report."),
                where, shown=63),
        Command(f"{where}.remove", "x", N_("remove"),
                N_("Remove a note that was begun by mistake."), where, dangerous=True),
    )  # fmt: skip


register(
    Command("cases.own_notes", "w", N_("own notes"),
            N_("Go to your own notes, which nobody else can open."), CASES, shown=67,
            roles=CONFIDANT),
    Command("cases.counts", "t", N_("counts"),
            N_("See what the confidants counted, small numbers hidden."), CASES, shown=68,
            roles=COORDINATOR),
    Command("own_notes.new", "n", N_("new"), N_("Begin a note on a matter."), OWN_NOTES, shown=2),
    *_both(OWN_NOTES, 3),
    Command("own_notes.send", "t", N_("count"),
            N_("Send a line to count of every matter that changed; the text stays here."),
            OWN_NOTES, shown=6, dangerous=True),
    Command("own_notes.erase", "X", N_("let go"),
            N_("Erase the notes whose time is over; what was counted stays."), OWN_NOTES, shown=7,
            dangerous=True),
    Command("own_notes.filter", "/", N_("search"), N_("Filter the list while you type."),
            OWN_NOTES, shown=64),
    Command("own_notes.back", "escape", N_("back"), N_("Back to the cases."), OWN_NOTES, shown=90),
    *_both(OWN_NOTE, 2),
    Command("own_note.next", "]", N_("next"), N_("Go to the next one of the list."), OWN_NOTE,
            shown=61),
    Command("own_note.previous", "[", N_("the one before"), N_("Go to the one before."), OWN_NOTE),
    Command("own_note.back", "escape", N_("back"), N_("Back to the list."), OWN_NOTE, shown=90),
    Command("counts.previous", "[", N_("year before"), N_("Show the year before."), COUNTS,
            shown=2),
    Command("counts.next", "]", N_("year after"), N_("Show the year after."), COUNTS, shown=3),
    Command("counts.quarter", "q", N_("quarter"),
            N_("Go from the year to its quarters, one by one, and back to the year."), COUNTS,
            shown=4),
    Command("counts.back", "escape", N_("back"), N_("Back to the cases."), COUNTS, shown=90),
)  # fmt: skip
