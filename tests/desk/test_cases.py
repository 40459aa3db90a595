"""Cases: a handle that nobody chose, talked about, closed, opened again, advice."""

from datetime import date, timedelta

import pytest
from pydantic import ValidationError

from desk.case_team import CASE
from desk.conftest import DID, HOSTILE, taken_back
from desk.conftest import said as everything
from edtui import locale
from edtui.desk import cases
from edtui.desk.case_handles import new_handle
from edtui.desk.errors import NotNow
from edtui.desk.tables import compartment_of
from edtui.desk.vocabularies import vocabularies
from edtui.errors import NotFound
from edtui.records.action_point import ActionPoint
from edtui.records.case import Case, CaseStatus, discussed
from edtui.records.sentences import sentences


def test_no_field_of_a_case_asks_who_the_client_is():
    for word in ("name", "client", "address", "phone", "birth", "location", "person"):
        assert not [field for field in Case.model_fields if word in field]
    assert compartment_of(Case.table) == "casework"


def test_the_program_chooses_the_handle_in_the_language_in_use(desk):
    words = vocabularies(desk)
    for language in ("nl", "en"):
        locale.speak(language)
        colour, animal = cases.add_case(desk, **CASE).handle.split(" ")
        assert colour in [term.label(language) for term in words["handle_colours"]]
        assert animal in [term.label(language) for term in words["handle_animals"]]


def test_what_is_typed_as_a_handle_is_not_taken(desk):
    assert "Jansen" not in cases.add_case(desk, **CASE, handle="mevrouw Jansen").handle


def test_no_two_open_cases_have_one_handle_in_either_language(desk, monkeypatch):
    words = vocabularies(desk)
    small = {
        **words,
        "handle_colours": words["handle_colours"].with_terms([]),
        "handle_animals": words["handle_animals"],
    }
    for name in ("handle_colours", "handle_animals"):
        kept = {"blue", "green", "heron", "otter"}
        terms = tuple(term for term in small[name].terms if term.code in kept)
        small[name] = type(small[name])(name=name, nl="x", en="x", terms=terms)
    monkeypatch.setattr("edtui.desk.case_handles.vocabularies", lambda _desk: small)
    locale.speak("nl")
    first = [cases.add_case(desk, **CASE).handle for _ in range(2)]
    locale.speak("en")
    second = [cases.add_case(desk, **CASE).handle for _ in range(2)]
    twins = {"blue heron": "blauwe reiger", "blue otter": "blauwe otter",
             "green heron": "groene reiger", "green otter": "groene otter"}  # fmt: skip
    assert sorted([*first, *(twins[one] for one in second)]) == sorted(twins.values())
    numbered = cases.add_case(desk, **CASE).handle  # all four are in use
    assert numbered.endswith(" 2")
    cases.close_case(desk, 1, "solved")
    locale.speak("nl")
    assert new_handle(desk) == first[0]  # of the closed one, as nothing else is free


def test_another_handle_where_this_one_tells_too_much(desk, case):
    before = everything(desk)
    assert cases.rename_case(desk, case.id).handle != case.handle
    taken_back(desk, before)


def test_only_what_was_a_mistake_is_removed(desk, case, today):
    before = everything(desk)
    cases.remove_case(desk, case.id)
    taken_back(desk, before)
    desk.undo_stack.undo()
    with desk.act(DID) as act:
        act.put(ActionPoint(what="bellen", made_on=today, case_id=case.id))
    with pytest.raises(cases.HasMore):
        cases.remove_case(desk, case.id)


def test_closing_asks_how_it_ended_and_starts_the_clock(desk, case, today):
    with pytest.raises(ValidationError) as wrong:
        cases.close_case(desk, case.id, "")
    assert "outcome" in sentences(wrong.value)
    cases.next_step(desk, case.id, "brief opvragen", today + timedelta(days=3))
    before = everything(desk)
    closed = cases.close_case(desk, case.id, "understood", "brief uitgelegd", ["information"])
    assert (closed.status, closed.closed_on, closed.comes_back_on) == ("closed", today, None)
    taken_back(desk, before)
    for again in (
        lambda: cases.close_case(desk, case.id, "solved"),
        lambda: cases.set_status(desk, case.id, CaseStatus.WAITING),
        lambda: cases.next_step(desk, case.id, "x"),
    ):
        with pytest.raises(NotNow):
            again()
    opened = cases.reopen_case(desk, case.id)
    assert (opened.status, opened.outcome, opened.closed_on) == ("running", "", None)
    with pytest.raises(NotNow):
        cases.reopen_case(desk, case.id)


def test_a_status_is_not_a_way_to_close(desk, case):
    with pytest.raises(NotNow):
        cases.set_status(desk, case.id, CaseStatus.CLOSED)
    assert cases.set_status(desk, case.id, CaseStatus.WAITING).status == "waiting"


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ({"involuntary": ("food",)}, "involuntary"),
        ({"outcome": "solved"}, "outcome"),
        ({"status": "closed", "outcome": "solved"}, "closed_on"),
        ({"status": "closed", "outcome": "solved", "closed_on": date(2026, 1, 1)}, "closed_on"),
        ({"keep_until": date(2028, 1, 1)}, "keep_why"),
    ],
)
def test_what_does_not_hold_together_is_said_at_its_field(case, fields, where):
    with pytest.raises(ValidationError) as wrong:
        case.with_(**fields)
    assert where in sentences(wrong.value)


def test_the_agenda_of_a_meeting_makes_itself(desk, case, today):
    back = cases.add_case(desk, **CASE)
    later = cases.add_case(desk, **CASE)
    done = cases.add_case(desk, **CASE)
    talked = cases.add_case(desk, **CASE)
    meeting = today + timedelta(days=3)
    cases.next_step(desk, back.id, "", meeting)
    cases.next_step(desk, later.id, "", meeting + timedelta(days=1))
    cases.close_case(desk, done.id, "solved")
    cases.save_case(desk, discussed(talked))
    agenda = [(one.case.id, one.why) for one in cases.for_agenda(desk, meeting)]
    assert agenda == [(back.id, "back"), (case.id, "new")]


def test_after_a_meeting_a_case_runs_and_comes_back_when_asked(case, today):
    after = discussed(case, comes_back_on=today, next_step="bellen")
    assert (after.status, after.comes_back_on, after.next_step) == ("running", today, "bellen")
    again = discussed(after)
    assert (again.comes_back_on, again.next_step) == (None, "bellen")
    waiting = discussed(after.with_(status=CaseStatus.WAITING))
    assert waiting.status == "waiting"


def test_advice_is_looked_back_on(desk, case):
    cases.advise(desk, case.id, "samen de brief lezen")
    before = everything(desk)
    changed = cases.helped(desk, case.id, 0, "partly")
    assert changed.advice[0].helped == "partly"
    taken_back(desk, before)
    with pytest.raises(NotFound):
        cases.helped(desk, case.id, 1, "yes")


@pytest.mark.parametrize("words", HOSTILE)
def test_words_are_kept_as_they_are(desk, words):
    saved = cases.add_case(desk, **{**CASE, "summary": words, "next_step": words})
    read = desk.get(Case, saved.id)
    assert (read.summary, read.next_step) == (words, words)
