"""What the vacancies and the page of one answer to."""

from edtui.errors import N_
from edtui.tui.commands.base import Command
from edtui.tui.commands.registry import place, register

VACANCIES = place("vacancies", N_("Vacancies: the list"))
VACANCY = place("vacancy", N_("Vacancies: one of them, with who applied"))

EDIT = {VACANCIES: 3, VACANCY: 61}
"""Rank in the key bar: on a page enter does the same."""


def _both(where: str, shown: int) -> tuple[Command, ...]:
    return (
        Command(f"{where}.edit", "e", N_("edit"), N_("Change what is under the cursor."), where,
                shown=EDIT[where]),
        Command(f"{where}.applicant", "a", N_("applicant"), N_("Note that somebody applied."),
                where, shown=shown + 1),
        Command(f"{where}.interview", "i", N_("interview"),
                N_("Plan a talk with the applicant under the cursor, or note one."), where,
                shown=shown + 2),
        Command(f"{where}.hire", "h", N_("hire"),
                N_("Take the applicant on: person, role and filled vacancy in one act."), where,
                shown=shown + 3),
        Command(f"{where}.turn_down", "t", N_("turn down"),
                N_("Turn the applicant down, with the reason, kept four weeks."), where,
                shown=shown + 4),
        Command(f"{where}.withdrew", "w", N_("withdrew"),
                N_("Note that the applicant does not want to go on."), where),
        Command(f"{where}.introduced", "d", N_("introduced"),
                N_("Note that who was hired was introduced."), where, shown=61),
        Command(f"{where}.close", "c", N_("close"), N_("Stop looking, without having found."),
                where, dangerous=True),
        Command(f"{where}.remove", "x", N_("remove"),
                N_("Remove a vacancy that was a mistake, to which nobody applied."), where,
                dangerous=True),
    )  # fmt: skip


register(
    Command("vacancies.new", "n", N_("new"), N_("Open a vacancy."), VACANCIES, shown=2),
    *_both(VACANCIES, 3),
    Command("vacancies.filter", "/", N_("search"), N_("Filter the list while you type."),
            VACANCIES, shown=62),
    Command("vacancies.organisations", "o", N_("organisations"), N_("Go to the organisations."),
            VACANCIES, shown=63),
    Command("vacancies.back", "escape", N_("people"), N_("Back to the people."), VACANCIES,
            shown=64, palette=False),
    *_both(VACANCY, 2),
    Command("vacancy.next", "]", N_("next"), N_("Go to the next one of the list."), VACANCY),
    Command("vacancy.previous", "[", N_("the one before"), N_("Go to the one before."), VACANCY),
    Command("vacancy.back", "escape", N_("back"), N_("Back to the list."), VACANCY, shown=90),
)  # fmt: skip
