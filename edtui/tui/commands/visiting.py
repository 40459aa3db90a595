"""What the locations to visit, a round and its lines answer to."""

from edtui.errors import N_
from edtui.tui.commands.base import Command
from edtui.tui.commands.registry import place, register

DUE = place("due", N_("Calendar: to be visited"))
ROUND = place("round", N_("Calendar: a round of visits"))

register(
    Command("due.visit", "n", N_("plan a visit"), N_("Plan a visit to this location."), DUE,
            medium=N_("visit"), shown=2),
    Command("due.plan_round", "p", N_("plan a round"),
            N_("Choose a period and people, and get a proposal for all locations that are due."),
            DUE, medium=N_("round"), shown=3),
    Command("due.norm", "e", N_("how often"),
            N_("Change how often this location is visited, or in which weeks of the year."), DUE,
            shown=4),
    Command("due.all", "f", N_("all or due"),
            N_("Show all locations, or only those that ask for a visit."), DUE, shown=5),
    Command("due.calendar", "a", N_("its calendar"),
            N_("Show the calendar of this location."), DUE, medium=N_("calendar"), shown=6),
    Command("due.back", "escape", N_("back"), N_("Back to the calendar."), DUE, shown=90,
            palette=False),
)  # fmt: skip

register(
    Command("round.take", "ctrl+s", N_("plan these"),
            N_("Put every visit that is taken into the calendar as one act; u takes it back."),
            ROUND, medium=N_("plan"), shown=2),
    Command("round.turn", "space", N_("take or not"),
            N_("Refuse the visit under the cursor, or take it again."), ROUND, medium=N_("or not"),
            shown=3),
    Command("round.change", "e", N_("change"),
            N_("Choose another day or other people, or say why something is all right."), ROUND,
            shown=4),
    Command("round.only", "f", N_("to look at"),
            N_("Show only what asks for a look, or all."), ROUND, shown=5),
    Command("round.again", "p", N_("other wishes"),
            N_("Choose another period or other people, and get another proposal."), ROUND,
            medium=N_("anew"), shown=6),
    Command("round.back", "escape", N_("back"),
            N_("Stop looking, or leave the proposal; nothing is planned."), ROUND, shown=90,
            palette=False),
)  # fmt: skip
