"""The calendar takes part in the desk: finding, Vandaag, ending a role, erasing a person.

`plug_in` is called once, by whoever shows the calendar.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta

from edtui.desk import calendar_names, findable, open_matters, stored, today, traces
from edtui.desk.calendar import Key, named, put_changed, stored_of
from edtui.desk.calendar import activity as activity_at
from edtui.desk.calendar_traces import TRACES
from edtui.desk.calendar_view import CalendarIndex
from edtui.desk.claims import amounts_to_confirm
from edtui.desk.client_talks import open_talks, still_missing
from edtui.desk.due_visits import due_locations, due_sentence
from edtui.desk.ending import is_last_role
from edtui.desk.findable import Findable
from edtui.desk.open_matters import OpenMatter, Provider
from edtui.desk.page import Coded
from edtui.desk.raw import Raw
from edtui.desk.roster_rows import PersonRow
from edtui.desk.series_edit import put_edited
from edtui.desk.session import Act, Desk
from edtui.desk.today import TodayItem
from edtui.desk.visit_reports import to_report
from edtui.desk.vocabularies import vocabularies
from edtui.desk.years import closed_for
from edtui.errors import N_, Sentence
from edtui.locale import spoken
from edtui.records.activity import Activity
from edtui.records.client_talk import ClientTalk, TalkStatus
from edtui.records.occurrences import occurrences
from edtui.records.organisation import Location
from edtui.records.planned import CLOSED, PlannedFields
from edtui.records.roles import RoleAssignment
from edtui.records.series import Series, last_date
from edtui.records.series_edits import SeriesChange, edit_following
from edtui.records.visiting_norm import DueState
from edtui.records.year_amounts import YearAmounts

IndexOf = Callable[[Desk], CalendarIndex | None]
"""Gives the calendar's index of a desk, where one is built."""

KINDS = {
    "report": N_("Report"),
    "visit": N_("Visit"),
    "talk": N_("Talk"),
    "amounts": N_("Amounts"),
}
"""Code of what Vandaag shows of the calendar to its short word."""

_MOST_DUE = 20
_AHEAD = timedelta(days=400)


def plug_in(index_of: IndexOf) -> None:
    """Let the calendar take part; a second call does nothing.

    Args:
        index_of: which visits are due is told only where an index is there already.
    """
    if Activity.table in findable.FINDABLES:
        return
    for table, kind in ((Activity.table, "activity"), (Series.table, "series")):
        findable.register(Findable(table, kind, _title, _line, _show))
    findable.register(
        Findable(ClientTalk.table, "talk", lambda d: str(d.get("handle", "")), lambda _: "")
    )
    today.KINDS.update(KINDS)
    today.NAMES.update(calendar_names.NAMES)
    today.SOURCES.extend(
        [_reports, _talks, _amounts, lambda desk, rows: _due(index_of, desk, rows)]
    )
    open_matters.register(Provider("activities", _activities, _hand_over))
    open_matters.register(Provider("series", _series, _hand_over_series))
    for trace in TRACES:
        traces.register(trace)


def _title(document: Raw) -> str:
    return str(document.get("title", "")) or str(document.get("place", ""))


def _line(document: Raw) -> str:
    return str(document.get("contact", ""))


def _show(desk: Desk, document: Raw) -> tuple[str, str]:
    known = desk.reads(Location.table)
    number = document.get("location_id") or 0
    location = stored.read(desk.vault.db, Location.table, number) if known else None
    place = str(location.get("name", "")) if location else str(document.get("place", ""))
    kind = vocabularies(desk)["activity_kinds"].label(
        str(document.get("kind", "location_visit")), spoken()
    )
    day = str(document.get("start") or document.get("first", ""))[:10]
    return str(document.get("title", "")) or f"{kind} {place}".strip(), day


def _reports(desk: Desk, _rows: Sequence[PersonRow]) -> Iterable[TodayItem]:
    kinds = vocabularies(desk)["activity_kinds"]
    visits = {term.code for term in kinds if term.more.get("layer") == "visit"}
    for one in to_report(desk):
        if one.kind not in visits:  # who met each other need not write it down here
            continue
        what: tuple[Sentence | Coded | str, ...] = (Sentence(N_("no report yet")),)
        yield TodayItem("report", named(desk, one), what, one.day, Activity.table, one.id)


def _talks(desk: Desk, _rows: Sequence[PersonRow]) -> Iterable[TodayItem]:
    for talk in open_talks(desk):
        if talk.status is TalkStatus.DONE:
            what: tuple[Sentence | Coded | str, ...] = (Sentence(N_("not talked over yet")),)
        elif talk.mode is None:
            what = (Sentence(N_("ask with whom")),)
        else:
            missing = still_missing(desk, talk)
            what = (Coded("talk_modes", talk.mode.value), *missing[:1])
        when = talk.debrief_at.date() if talk.debrief_at else talk.asked_on
        yield TodayItem("talk", talk.handle, what, when, ClientTalk.table, talk.id)


def _amounts(desk: Desk, _rows: Sequence[PersonRow]) -> Iterable[TodayItem]:
    amounts = amounts_to_confirm(desk)
    if amounts is not None:
        known = N_("look whether they are right") if amounts.known else N_("not known yet: fill in")
        what = (Sentence(known),)
        number = amounts.id
        yield TodayItem("amounts", str(amounts.year), what, None, YearAmounts.table, number)


def _due(index_of: IndexOf, desk: Desk, _rows: Sequence[PersonRow]) -> Iterable[TodayItem]:
    index = index_of(desk)
    if index is None or not index.ready:
        return
    late = [one for one in due_locations(desk, index) if one.due.state is DueState.OVERDUE]
    for one in late[:_MOST_DUE]:
        what = (due_sentence(one.due),)
        yield TodayItem("visit", one.name, what, one.due.closes, Location.table, one.location_id)


def _activities(desk: Desk, role: RoleAssignment) -> Iterable[OpenMatter]:
    """Give what still stands in the calendar for a person whose last role ends."""
    if not is_last_role(desk, role):
        return
    now = desk.clock.today().isoformat()
    for number, document in list(desk.documents(Activity)):
        coming = str(document["start"]) >= now and document.get("status", "planned") not in CLOSED
        if coming and _in(document, role.person_id):
            one = Activity.from_document(number, document)
            words = {"what": named(desk, one), "day": one.day}
            yield OpenMatter(
                "activities", Activity.table, number, Sentence(N_("{what} on {day}"), words)
            )


def _series(desk: Desk, role: RoleAssignment) -> Iterable[OpenMatter]:
    if not is_last_role(desk, role):
        return
    today_ = desk.clock.today()
    for number, document in list(desk.documents(Series)):
        if not _in(document, role.person_id):
            continue
        series = Series.from_document(number, document)
        last = last_date(series)
        if last is None or last >= today_:
            words = {"what": named(desk, series)}
            yield OpenMatter("series", Series.table, number, Sentence(N_("series: {what}"), words))


def _hand_over(desk: Desk, act: Act, matter: OpenMatter, to: int) -> None:
    stands = desk.get(Activity, matter.number)
    key = Key(stands.id, stands.series_id or 0, stands.original)
    shown = activity_at(desk, key)
    put_changed(desk, act, shown.with_(people=_instead(shown, act, to)))


def _hand_over_series(desk: Desk, act: Act, matter: OpenMatter, to: int) -> None:
    # What was before stays with who was there; from the next date on it is the other.
    series, stored_there = desk.get(Series, matter.number), stored_of(desk, matter.number)
    now = desk.clock.today()
    coming = occurrences(series, stored_there, now, now + _AHEAD, closed_for(series))
    dates = [one.original for one in coming if one.original and one.original >= now]
    if dates:
        change = SeriesChange(fields={"people": _instead(series, act, to)})
        put_edited(desk, act, edit_following(series, stored_there, change, min(dates)), was=series)


def _instead(planned: PlannedFields, act: Act, to: int) -> tuple[object, ...]:
    """Give the people with ``to`` in the place of whose role the act ends; nobody twice."""
    ending = next(
        int(change.after["person_id"])
        for change in act.changes
        if change.table == RoleAssignment.table and change.after is not None
    )
    others = {one.person_id for one in planned.people}
    return tuple(
        one.with_(person_id=to) if one.person_id == ending else one
        for one in planned.people
        if one.person_id != ending or to not in others
    )


def _in(document: Raw, person: int) -> bool:
    return any(one.get("person_id") == person for one in document.get("people", ()))
