"""What the organisations and the page of one answer to."""

from edtui.errors import N_
from edtui.tui.commands.base import Command
from edtui.tui.commands.registry import place, register

ORGANISATIONS = place("organisations", N_("Organisations: the list"))
ORGANISATION = place("organisation", N_("Organisations: one of them"))

EDIT = {ORGANISATIONS: 3, ORGANISATION: 61}
"""Rank in the key bar: on a page enter does the same."""


def _both(where: str, shown: int) -> tuple[Command, ...]:
    return (
        Command(f"{where}.edit", "e", N_("edit"), N_("Change what is under the cursor."), where,
                shown=EDIT[where]),
        Command(f"{where}.location", "l", N_("location"), N_("Add a location."), where,
                shown=shown + 1),
        Command(f"{where}.calendar", "a", N_("calendar"),
                N_("See what is planned at a location."), where, shown=shown + 60),
        Command(f"{where}.remove", "x", N_("remove"),
                N_("Remove what was added by mistake and is not in use."), where, dangerous=True),
    )  # fmt: skip


register(
    Command("organisations.new", "n", N_("new"), N_("Add an organisation."), ORGANISATIONS,
            shown=2),
    *_both(ORGANISATIONS, 3),
    Command("organisations.filter", "/", N_("search"), N_("Filter the list while you type."),
            ORGANISATIONS, shown=5),
    Command("organisations.vacancies", "v", N_("vacancies"),
            N_("Go to the vacancies and applications."), ORGANISATIONS, shown=6),
    Command("organisations.back", "escape", N_("people"), N_("Back to the people."), ORGANISATIONS,
            shown=7, palette=False),
    *_both(ORGANISATION, 2),
    Command("organisation.next", "]", N_("next"), N_("Go to the next one of the list."),
            ORGANISATION, shown=61),
    Command("organisation.previous", "[", N_("the one before"), N_("Go to the one before."),
            ORGANISATION),
    Command("organisation.back", "escape", N_("back"), N_("Back to the list."), ORGANISATION,
            shown=90),
)  # fmt: skip
