"""The retention clock: texts go on their day, counts stay; and looking back on both."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.calendar_team import index_of, visit
from desk.case_team import CASE, KEES, RIET, at
from desk.conftest import DID
from edtui.desk import (
    actions,
    calendar,
    case_notes,
    case_plugin,
    case_retention,
    cases,
    drafts,
    erasing,
    findable,
    look_back,
    open_matters,
    retention,
    roster,
    traces,
)
from edtui.desk import today as today_list
from edtui.desk.case_retention import NotLater
from edtui.desk.ending import Ending, end_role, still_open
from edtui.desk.errors import NotNow, ReasonNeeded
from edtui.desk.find import FindIndex
from edtui.desk.session import Desk
from edtui.errors import NotFound
from edtui.records.action_point import ActionPoint
from edtui.records.case import Case
from edtui.records.case_count import CaseCount, count_of
from edtui.records.case_note import CaseNote, Sight
from edtui.records.erasure import Erasure
from edtui.records.retention import case_keep_until

OVER = timedelta(days=366)


@pytest.fixture
def plugged(desk, monkeypatch) -> Desk:
    monkeypatch.setattr(findable, "FINDABLES", findable.FINDABLES.copy())
    findable.FINDABLES.pop(Case.table, None)
    for module in ("find", "today", "traces"):
        monkeypatch.setattr(f"edtui.desk.{module}.FINDABLES", findable.FINDABLES)
    monkeypatch.setattr(today_list, "KINDS", today_list.KINDS.copy())
    monkeypatch.setattr(today_list, "SOURCES", today_list.SOURCES.copy())
    monkeypatch.setattr(open_matters, "PROVIDERS", open_matters.PROVIDERS.copy())
    monkeypatch.setattr("edtui.desk.ending.open_.PROVIDERS", open_matters.PROVIDERS)
    monkeypatch.setattr(traces, "TRACES", traces.TRACES.copy())
    monkeypatch.setattr(retention, "AREAS", [])
    monkeypatch.setattr(case_plugin, "MARK_SOURCES", [])
    case_plugin.plug_in()
    case_plugin.plug_in()
    return desk


def told(desk, number) -> CaseNote:
    return case_notes.save_note(
        desk, CaseNote(case_id=number, on=date(2026, 11, 12), client="hoorde het laat")
    )


@pytest.fixture
def closed(plugged, case) -> Case:
    """A closed case with a note, an action that is done and one that is not."""
    told(plugged, case.id)
    for what in ("gedaan", "nog open"):
        actions.save_action(plugged, ActionPoint(what=what, made_on=CASE["since"], case_id=case.id))
    actions.done(plugged, 1)
    cases.advise(plugged, case.id, "samen de brief lezen")
    cases.helped(plugged, case.id, 0, "yes")
    return cases.close_case(plugged, case.id, "understood")


def test_an_open_case_has_no_day_and_a_closed_one_has(plugged, case, today):
    assert case_retention.kept_cases(plugged) == []
    with pytest.raises(NotNow):
        case_retention.preview(plugged, case.id)
    cases.close_case(plugged, case.id, "solved")
    [kept] = case_retention.kept_cases(plugged)
    assert kept.keep_until == date(2027, 11, 21)
    assert case_retention.due_cases(plugged) == []
    assert case_retention.due_cases(plugged, today + OVER) == [kept]


def test_the_preview_says_what_goes_and_what_stays(plugged, closed):
    shown = case_retention.preview(plugged, closed.id)
    assert (shown.notes, shown.actions, shown.open_actions) == (1, 1, 1)
    assert shown.stays == count_of(closed)
    assert not shown.is_due(plugged.clock.today())


def test_nothing_goes_before_its_day(plugged, closed):
    with pytest.raises(NotFound):
        case_retention.erase_cases(plugged, [closed.id])
    assert plugged.count(Case) == 1


def test_a_reason_keeps_it_longer(plugged, closed, clock):
    with pytest.raises(ReasonNeeded):
        case_retention.keep_longer(plugged, closed.id, date(2028, 1, 1), " ")
    with pytest.raises(NotLater):
        case_retention.keep_longer(plugged, closed.id, date(2027, 11, 21), "klacht loopt")
    case_retention.keep_longer(plugged, closed.id, date(2028, 1, 1), "klacht loopt")
    clock.advance(OVER)
    assert case_retention.due_cases(plugged) == []
    [kept] = case_retention.kept_cases(plugged)
    assert kept.why.params["why"] == "klacht loopt"
    assert cases.reopen_case(plugged, closed.id).keep_until is None


@pytest.mark.parametrize("way", ["cases", "privacy"])
def test_on_its_day_the_texts_go_for_good_and_the_counts_stay(plugged, closed, clock, way):
    desk = plugged
    clock.advance(OVER)
    if way == "cases":
        case_retention.erase_cases(desk, [closed.id])
    else:
        retention.erase_due(desk, [("cases", closed.id)])
    assert desk.count(Case) == desk.count(CaseNote) == 0
    [action] = desk.all(ActionPoint)
    assert (action.what, action.case_id) == ("nog open", None)
    [count] = desk.all(CaseCount)
    assert (count.month, count.nature, count.advice, count.helped) == (
        "2026-11",
        "dissatisfaction",
        1,
        1,
    )
    every = str([list(desk.vault.db.table(name)) for name in desk.vault.db.tables()])
    for word in (closed.handle, CASE["summary"], "hoorde het laat", "samen de brief lezen"):
        assert word not in every
    [entry] = desk.all(Erasure)
    assert {one.in_table for one in entry.records} == {"cases", "case_notes", "actions"}
    proof = [e for _t, e in desk.vault.dropped if e["event"] == "erase"]
    assert {"cases", "case_notes"} <= {e["object_type"] for e in proof}
    left_out = erasing.must_stay_out(desk)
    assert left_out("cases", closed.id, closed.document())  # a backup does not bring it back


def test_what_was_half_typed_about_it_goes_too(plugged, closed, clock):
    clock.advance(OVER)
    drafts.keep(plugged, f"note_{closed.id}", "case_notes", 0, {"client": "half"})
    drafts.keep(plugged, f"action_{closed.id}_0", "actions", 0, {"what": "half"})
    other = cases.add_case(plugged)
    drafts.keep(plugged, f"note_{other.id}", "case_notes", 0, {"client": "stays"})
    case_retention.erase_cases(plugged, [closed.id])
    assert [one.form for one in drafts.drafts(plugged)] == [f"note_{other.id}"]


def test_what_was_done_for_no_case_goes_after_its_time_too(plugged, closed, clock):
    loose = actions.save_action(plugged, ActionPoint(what="koffie", made_on=closed.since))
    actions.done(plugged, loose.id)
    assert [one.number for one in case_retention.kept_actions(plugged)] == [loose.id]
    assert retention.due(plugged) == []
    clock.advance(OVER)
    due = [(one.table, one.number) for one in retention.due(plugged)]
    assert due == [("actions", loose.id), ("cases", closed.id)]
    retention.erase_due(plugged, due[:1])
    assert plugged.find(ActionPoint, loose.id) is None
    assert plugged.count(Case) == 1


def test_a_count_says_nothing_by_which_a_case_is_known(closed):
    text = str(count_of(closed).document())
    assert closed.handle not in text
    assert "2026-11-1" not in text
    assert not {"handle", "summary", "case_id", "advice_words"} & set(CaseCount.model_fields)


def test_a_year_is_counted_alike_with_texts_and_without(plugged, closed, clock):
    open_one = cases.add_case(plugged, **{**CASE, "nature": "question", "themes": ("food",),
                                          "involuntary": ()})  # fmt: skip
    before = look_back.patterns(plugged, 2026)
    assert (before.cases, before.closed, before.still_open) == (2, 1, 1)
    assert before.counts["themes"] == [("food", 1), ("housing", 1), ("seclusion", 1)]
    assert (before.weeks, before.advised, before.helped) == (1.0, 1, 1)
    clock.advance(OVER)
    case_retention.erase_cases(plugged, [closed.id])
    assert look_back.patterns(plugged, 2026) == before
    assert look_back.patterns(plugged, 2025).cases == 0
    assert look_back.years_seen(plugged) == [2027, 2026]
    assert plugged.get(Case, open_one.id)


def test_what_came_of_cases_with_a_theme(plugged, closed, clock):
    cases.add_case(plugged, **CASE)  # still open: nothing came of it yet
    [one] = look_back.on_theme(plugged, "housing")
    assert (one.case, one.line.outcome) == (closed, "understood")
    assert look_back.on_theme(plugged, "food") == []
    assert look_back.themes_seen(plugged) == [("housing", 2), ("seclusion", 2)]
    clock.advance(OVER)
    case_retention.erase_cases(plugged, [closed.id])
    [one] = look_back.on_theme(plugged, "housing")
    assert (one.case, one.line.outcome) == (None, "understood")


def test_advice_that_nobody_looked_back_on_stands_first(plugged, closed):
    fresh = cases.add_case(plugged, **CASE)
    cases.advise(plugged, fresh.id, "bellen")
    found = [one.advice.what for one in look_back.advice_given(plugged)]
    assert found == ["bellen", "samen de brief lezen"]
    assert look_back.advice_given(plugged, "food") == []


def test_who_had_no_peer_consultation_for_eight_weeks_shows(plugged, monkeypatch, today):
    for start, status in (("2026-09-25 10:00", "done"), ("2026-11-19 10:00", "cancelled")):
        saved = calendar.add_activity(
            plugged, visit(start, start.replace("10:", "12:"), RIET, kind="intervision")
        )
        calendar.set_status(plugged, calendar.key_of(saved), status, by="team", reason="ziek")
    one = look_back.Gathering(today - timedelta(days=3), (KEES, KEES))
    monkeypatch.setattr(look_back, "GATHERINGS", [*look_back.GATHERINGS, lambda _desk: [one, one]])
    found = {who.name: who for who in look_back.intervision(plugged)}
    assert [who.name for who in look_back.intervision(plugged)] == ["Anna", "Riet van Dam", "Kees"]
    assert (found["Anna"].weeks, found["Anna"].look) == (None, True)
    assert (found["Riet van Dam"].weeks, found["Riet van Dam"].look) == (8, False)
    assert found["Kees"].days == (one.day,)


def test_erasing_somebody_lets_casework_go_of_them(plugged, case):
    desk = plugged
    case_notes.save_note(desk, CaseNote(case_id=case.id, on=date(2026, 11, 12), facts="x",
                                        about_ids=(RIET,), table_ids=(RIET, KEES)))  # fmt: skip
    actions.save_action(desk, ActionPoint(what="bellen", made_on=case.since, person_id=RIET))
    erasing.erase(desk, people=[RIET])
    [note], [action] = list(desk.all(CaseNote)), list(desk.all(ActionPoint))
    assert (note.about_ids, note.table_ids) == ((), (KEES,))
    assert (action.person_id, action.who, action.what) == (None, "", "bellen")


def test_an_overview_names_the_notes_about_somebody_but_not_to_themselves(plugged, case):
    desk = plugged
    about = case_notes.save_note(
        desk,
        CaseNote(
            case_id=case.id, on=date(2026, 11, 12), facts="x", sight="desk", about_ids=(RIET,)
        ),
    )
    riet = at(desk, "riet", "coordinator", person_id=RIET)
    assert ("case_notes", about.id) in erasing.preview(desk, RIET).mentions
    assert ("case_notes", about.id) not in erasing.preview(riet, RIET).mentions


def test_whoever_stops_hands_their_actions_on(plugged, case):
    desk = plugged
    action = actions.save_action(
        desk, ActionPoint(what="bellen", made_on=case.since, person_id=RIET)
    )
    [role] = roster.roles_of(desk, RIET)
    [matter] = [one for one in still_open(desk, role) if one.kind == "actions"]
    end_role(desk, role.id, Ending(reason="other_work", hand_over={matter: KEES}))
    moved = desk.get(ActionPoint, action.id)
    assert (moved.person_id, moved.who) == (KEES, "Kees")


def test_finding_gives_a_note_only_to_who_may_read_it(plugged, case):
    index = FindIndex(plugged)
    index.build()
    note = told(plugged, case.id)
    [found] = index.search("hoorde")
    assert (found.table, found.title) == ("case_notes", case.handle)
    [found] = index.search("uitleg verhuizing")
    assert (found.table, found.title) == ("cases", case.handle)
    others = note.with_(sight=Sight.AUTHOR).model_copy(update={"author": "id-of-rik"})
    with plugged.act(DID) as act:
        act.put(others)
    assert index.search("hoorde") == []
    index.close()


def test_vandaag_says_what_casework_asks(plugged, case, today):
    desk = plugged
    past = today - timedelta(days=1)
    cases.next_step(desk, case.id, "", past)
    actions.save_action(desk, ActionPoint(what="bellen", made_on=past, due=past))
    case_notes.bring_in(desk, told(desk, case.id).id)
    items = {item.kind: item for item in today_list.today_items(desk)}
    assert items["case"].title == items["note"].title == case.handle
    assert (items["action"].title, items["action"].when) == ("bellen", past)
    assert "texts" not in items


def test_the_calendar_shows_when_something_is_to_be_done(plugged, case, today):
    save = actions.save_action
    due = save(plugged, ActionPoint(what="bellen", made_on=today, due=today, person_id=RIET))
    save(plugged, ActionPoint(what="later", made_on=today, due=today + timedelta(days=40)))
    done = save(plugged, ActionPoint(what="gedaan", made_on=today, due=today))
    actions.done(plugged, done.id)
    index = index_of(plugged)
    [(layer, source)] = case_plugin.MARK_SOURCES
    [mark] = source(index, today, today + timedelta(days=7), "nl")
    assert (mark.layer, mark.first, mark.what) == (layer, today, "bellen")
    assert (mark.person_id, mark.table, mark.number) == (RIET, "actions", due.id)
    index.close()


MONTHS = st.integers(1, 24)
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))


@given(DAYS, MONTHS, st.none() | DAYS)
def test_a_reason_only_ever_keeps_longer(day, months, longer):
    told = Case(handle="x", since=day, status="closed", closed_on=day, outcome="solved")
    by_rule = case_keep_until(told, months=months)
    assert by_rule > day
    kept = told.with_(keep_until=longer, keep_why="w" if longer else "")
    assert case_keep_until(kept, months=months) == max(by_rule, longer or by_rule)
