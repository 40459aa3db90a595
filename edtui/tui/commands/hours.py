"""What hours, claims and one claim answer to."""

from edtui.errors import N_
from edtui.tui.commands.base import Command
from edtui.tui.commands.registry import place, register

HOURS = place("hours", N_("Calendar: hours"))
CLAIMS = place("claims", N_("Calendar: claims of a month"))
CLAIM = place("claim", N_("Calendar: one claim"))


def _months(where: str) -> tuple[Command, ...]:
    return (
        Command(f"{where}.previous", "[", N_("month before"), N_("Go to the month before."), where,
                medium=N_("earlier"), shown=8),
        Command(f"{where}.next", "]", N_("month after"), N_("Go to the month after."), where,
                medium=N_("later"), shown=9),
        Command(f"{where}.this_month", "t", N_("this month"), N_("Go to this month."), where),
    )  # fmt: skip


register(
    Command("hours.calendar", "a", N_("calendar"), N_("Show the calendar of this person."), HOURS,
            shown=2),
    Command("hours.claims", "c", N_("claims"), N_("Show the claims of this month."), HOURS,
            shown=3),
    Command("hours.export", "o", N_("to a file"),
            N_("Write the hours of everybody to a new spreadsheet; that stands in the log."),
            HOURS, medium=N_("file"), shown=4),
    *_months(HOURS),
    Command("hours.back", "escape", N_("back"), N_("Back to the calendar."), HOURS, shown=90,
            palette=False),
    Command("claims.step", "s", N_("next status"),
            N_("One status on: open, to pay, paid."), CLAIMS, medium=N_("status"), shown=2),
    Command("claims.step_back", "S", N_("status back"), N_("One status back."), CLAIMS),
    Command("claims.new", "n", N_("somebody else"),
            N_("Make a claim for somebody of whom nothing was reported."), CLAIMS,
            medium=N_("new"), shown=3),
    Command("claims.amounts", "y", N_("amounts of the year"),
            N_("Look at the amounts of this year, change them, confirm them."), CLAIMS,
            medium=N_("amounts"), shown=4),
    Command("claims.hours", "h", N_("hours"), N_("Show the hours of this month."), CLAIMS,
            shown=5),
    *_months(CLAIMS),
    Command("claims.back", "escape", N_("back"), N_("Back to where you came from."), CLAIMS,
            shown=90, palette=False),
    Command("claim.edit", "e", N_("change"),
            N_("Change amounts, lines by hand, what others pay."), CLAIM, shown=2),
    Command("claim.renew", "r", N_("from the reports"),
            N_("Take over what the reports say now; lines by hand stay."), CLAIM,
            medium=N_("renew"), shown=3),
    Command("claim.step", "s", N_("next status"), N_("One status on: open, to pay, paid."),
            CLAIM, medium=N_("status"), shown=4),
    Command("claim.step_back", "S", N_("status back"), N_("One status back."), CLAIM),
    Command("claim.amounts", "y", N_("amounts of the year"),
            N_("Look at the amounts of this year, change them, confirm them."), CLAIM,
            medium=N_("amounts"), shown=5),
    Command("claim.export", "o", N_("to a file"),
            N_("Write this claim to a new spreadsheet; that stands in the log."), CLAIM,
            medium=N_("file"), shown=6),
    Command("claim.back", "escape", N_("back"), N_("Back to the claims of the month."), CLAIM,
            shown=90, palette=False),
)  # fmt: skip
