"""What asks for a person now: the list of the screen Vandaag. Each area adds its own source."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from edtui.desk import drafts, stored
from edtui.desk.applicants_kept import erasure_due
from edtui.desk.applications import applicant_name
from edtui.desk.attention import ATTENTION
from edtui.desk.findable import FINDABLES
from edtui.desk.page import Coded, Name
from edtui.desk.raw import as_day
from edtui.desk.roster import person_rows
from edtui.desk.roster_rows import PersonRow
from edtui.desk.session import Desk
from edtui.errors import N_, NotAllowed, Sentence
from edtui.records.lifecycle import Status
from edtui.records.names import display_name
from edtui.records.organisation import Location, Organisation
from edtui.records.person import Person
from edtui.records.retention import is_past, person_keep_until
from edtui.records.vacancy import Application, Stage, Vacancy


class TodayItem(NamedTuple):
    """One thing that asks for a person."""

    kind: str
    """Code of `KINDS`."""

    title: str
    """What or who it is about; private text. Empty for a new record that was not named yet."""

    subtitle: tuple[Sentence | Coded | Name | str, ...]
    """What about it, set apart by a dot."""

    when: date | None
    """Day by which, or since when; None where there is none."""

    table: str
    number: int
    """Where it is dealt with (0 for a new record)."""

    form: str = ""
    """Key of the form, for a draft."""

    now: bool = False
    """Goes on at this moment: stands above everything else."""


KINDS = {
    "draft": N_("Draft"),
    "applicant": N_("Applicant"),
    "vacancy": N_("Vacancy"),
    "person": N_("Person"),
    "leaving": N_("Leaving"),
    "erase": N_("Erase"),
}
"""Code of a kind to its short word; the order is that of the list."""

Source = Callable[[Desk, Sequence[PersonRow]], Iterable[TodayItem]]

SOURCES: list[Source] = []
"""What today's list is made of; a later area appends its own."""


_DAY_OF: dict[str, Callable[[PersonRow], str]] = {
    "vog": lambda row: row.ends,
    "certificate": lambda row: row.ends,
    "no": lambda row: row.spoken,
}
"""First word of the code of what asks for a look to the day that it is about."""


def _no_day(_row: PersonRow) -> str:
    return ""


def today_items(desk: Desk, rows: Sequence[PersonRow] | None = None) -> list[TodayItem]:
    """Give what asks for a person, by kind, then the longest waiting first.

    What goes on at this moment comes before all.

    Args:
        desk: where.
        rows: lines of a `RosterIndex` that is there already; else they are made.

    What the role has no key to is left out.
    """
    if rows is None:
        rows = person_rows(desk) if desk.reads(Person.table) else []
    items = [item for source in SOURCES for item in _of(source, desk, rows)]
    order = {kind: place for place, kind in enumerate(KINDS)}

    def place(item: TodayItem) -> tuple[bool, int, date, str]:
        kind = order.get(item.kind, len(order))
        return not item.now, kind, item.when or date.max, item.title

    return sorted(items, key=place)


def _of(source: Source, desk: Desk, rows: Sequence[PersonRow]) -> list[TodayItem]:
    try:
        return list(source(desk, rows))
    except NotAllowed:
        return []


def _drafts(desk: Desk, _rows: Sequence[PersonRow]) -> Iterable[TodayItem]:
    for draft in drafts.drafts(desk):
        what = (Sentence(N_("half typed, not saved")),)
        title = record_name(desk, draft.table, draft.number)
        if not draft.number:  # something new: at what
            title = record_name(desk, *drafts.owner_of(draft.form))
        day = draft.moment.date()
        yield TodayItem("draft", title, what, day, draft.table, draft.number, draft.form)


def _applicants(desk: Desk, _rows: Sequence[PersonRow]) -> Iterable[TodayItem]:
    today = desk.clock.today()
    for stage in (Stage.APPLIED, Stage.INTERVIEW, Stage.HIRED):
        for one in desk.having(Application, "stage", stage.value):
            talks = [talk.on for talk in one.interviews if talk.on]
            when = min((day for day in talks if day >= today), default=None)
            if stage is Stage.APPLIED:
                what = Sentence(N_("not answered yet"))
            elif stage is Stage.HIRED:
                what = Sentence(N_("not introduced yet"))
            else:
                what = Sentence(N_("to decide") if when is None else N_("interview"))
            vacancy = desk.find(Vacancy, one.vacancy_id)
            told = (what, vacancy.title) if vacancy else (what,)
            since = when or max(talks, default=None) or one.decided_on or one.applied_on
            name = applicant_name(desk, one)
            yield TodayItem("applicant", name, told, since, Application.table, one.id)


def _vacancies(desk: Desk, _rows: Sequence[PersonRow]) -> Iterable[TodayItem]:
    today = desk.clock.today()
    for vacancy in desk.having(Vacancy, "status", "open"):
        if vacancy.closes_on and vacancy.closes_on < today:
            what = (Sentence(N_("the last day is over")),)
            yield TodayItem(
                "vacancy", vacancy.title, what, vacancy.closes_on, Vacancy.table, vacancy.id
            )


def _people(_desk: Desk, rows: Sequence[PersonRow]) -> Iterable[TodayItem]:
    for row in rows:
        if row.attention:
            what = tuple(Sentence(ATTENTION[code]) for code in row.attention)
            day = as_day(_DAY_OF.get(row.attention[0].partition("_")[0], _no_day)(row))
            yield TodayItem("person", row.name, what, day, Person.table, row.id)


def _leaving(desk: Desk, rows: Sequence[PersonRow]) -> Iterable[TodayItem]:
    leaving, left = Status.LEAVING.value, Status.LEFT.value
    today = desk.clock.today()
    for row in rows:
        if row.status == leaving and not row.roles:
            what = (Sentence(N_("no role any more: left?")),)
            yield TodayItem("leaving", row.name, what, None, Person.table, row.id)
        elif row.status == left:
            until = person_keep_until(desk.get(Person, row.id))
            if is_past(until, today):
                what = (Sentence(N_("left, the time to keep the record is over")),)
                yield TodayItem("erase", row.name, what, until, Person.table, row.id)


def _erasures(desk: Desk, _rows: Sequence[PersonRow]) -> Iterable[TodayItem]:
    for due in erasure_due(desk):
        what = (Sentence(N_("turned down, the time to keep the application is over")),)
        number = due.application.id
        yield TodayItem("erase", due.name, what, due.keep_until, Application.table, number)


def record_name(desk: Desk, table: str, number: int) -> str:
    """Give the name of a record to show; empty for a new one and for one that is gone."""
    if table == Person.table:
        person = desk.find(Person, number)
        return display_name(person) if person else ""
    if table == Application.table:
        application = desk.find(Application, number)
        return applicant_name(desk, application) if application else ""
    if table == Vacancy.table:
        vacancy = desk.find(Vacancy, number)
        return vacancy.title if vacancy else ""
    if table == Organisation.table:
        organisation = desk.find(Organisation, number)
        return organisation.name if organisation else ""
    named = NAMES.get(table)
    if named is not None and number:
        return named(desk, number)
    return _found_name(desk, table, number)


def _location_name(desk: Desk, number: int) -> str:
    location = desk.find(Location, number)
    return location.name if location else ""


NAMES: dict[str, Callable[[Desk, int], str]] = {Location.table: _location_name}
"""Table to what gives the name of one of its records, for those that are not found by words."""


def _found_name(desk: Desk, table: str, number: int) -> str:
    """Give the name by which `edtui.desk.find` shows a record of a later area."""
    findable = FINDABLES.get(table)
    document = stored.read(desk.vault.db, table, number) if findable and number else None
    if findable is None or document is None:
        return ""
    if findable.may is not None and not findable.may(desk, number, document):
        return ""
    return findable.show(desk, document)[0] if findable.show else findable.title(document)


SOURCES += [_drafts, _applicants, _vacancies, _people, _leaving, _erasures]
