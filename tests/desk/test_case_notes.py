"""Notes with two sides: who sees them, draft to final, corrections that stay visible."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.case_team import ANNA, KEES, RIET, at
from desk.conftest import HOSTILE, taken_back
from desk.conftest import said as everything
from edtui.desk import case_notes, cases
from edtui.desk.case_notes import NotForYou, NotTheAuthor
from edtui.desk.errors import ChangedElsewhere
from edtui.desk.grants import COORDINATOR
from edtui.records.case_note import (
    SIDES,
    CaseNote,
    NoteStatus,
    Sight,
    brought_in,
    corrected,
    empty_sides,
    seen_by,
    sides_of,
    words_in,
)

ON = date(2026, 11, 20)
BOTH_SIDES = {"client": "voelt zich niet gezien", "organisation": "brandveiligheid"}


def write(desk, case, **fields) -> CaseNote:
    return case_notes.save_note(desk, CaseNote(case_id=case.id, on=ON, **{**BOTH_SIDES, **fields}))


def reads(log_of) -> list:
    dropped = log_of.vault.dropped
    return [entry for _table, entry in dropped if entry["event"] == "read"]


def test_an_empty_side_is_seen_as_soon_as_anything_is_told():
    assert empty_sides({}) == ()
    assert empty_sides({"client": "hoort niets"}) == ("organisation",)
    assert empty_sides({"facts": "brief in juni"}) == ("client", "organisation")
    assert empty_sides({"client": " \n", "organisation": "brandveiligheid"}) == ("client",)
    assert empty_sides({**dict.fromkeys(SIDES, "x")}) == ()
    assert words_in({"client": "een twee", "still_open": "drie"}) == 3


def test_twenty_thousand_words_fit(desk, case):
    long = "woord " * 20_000
    assert words_in(case_notes.open_note(desk, write(desk, case, client=long).id)) > 20_000


def test_who_wrote_it_stands_with_it_whatever_is_saved(desk, case):
    note = write(desk, case, author="id-of-somebody")
    assert note.author == desk.vault.user_id
    assert case_notes.save_note(desk, note.with_(author="x", facts="f")).author == note.author


def test_a_draft_is_changed_freely_and_a_final_note_shows_what_stood_there(desk, case):
    note = case_notes.save_note(desk, write(desk, case).with_(facts="brief"))
    assert note.corrections == ()
    before = everything(desk)
    final = case_notes.finalise(desk, note.id)
    taken_back(desk, before)
    final = desk.get(CaseNote, final.id)
    changed = case_notes.save_note(desk, final.with_(facts="brief in juni"), "datum gevonden")
    [correction] = changed.corrections
    assert (correction.before, correction.why) == ({"facts": "brief"}, "datum gevonden")
    assert (correction.by, changed.status) == (desk.vault.user_id, "final")
    same = case_notes.save_note(desk, changed)
    assert same.corrections == changed.corrections  # nothing was told differently


def test_a_final_note_does_not_become_a_draft_and_loses_no_correction(desk, case):
    note = case_notes.finalise(desk, write(desk, case).id)
    note = case_notes.save_note(desk, note.with_(facts="x"), "w")
    tried = case_notes.save_note(desk, note.with_(status=NoteStatus.DRAFT, corrections=()))
    assert tried.status is NoteStatus.FINAL
    assert len(tried.corrections) == 1
    with pytest.raises(NotTheAuthor):
        case_notes.remove_note(desk, note.id)


def test_drafts_are_their_authors_and_can_be_taken_away(desk, case):
    note = write(desk, case, sight=Sight.DESK)
    rik = at(desk, "rik", person_id=KEES)
    for tried in (
        lambda: case_notes.save_note(rik, note.with_(facts="x")),
        lambda: case_notes.finalise(rik, note.id),
        lambda: case_notes.remove_note(rik, note.id),
    ):
        with pytest.raises(NotTheAuthor):
            tried()
    before = everything(desk)
    case_notes.remove_note(desk, note.id)
    taken_back(desk, before)


def test_others_correct_a_final_note_but_not_who_reads_it(desk, case):
    note = case_notes.finalise(desk, write(desk, case, sight=Sight.DESK).id)
    rik = at(desk, "rik", person_id=KEES)
    by_rik = case_notes.save_note(rik, note.with_(facts="brief in mei"), "stond verkeerd")
    assert by_rik.corrections[0].by == rik.vault.user_id
    with pytest.raises(NotTheAuthor):
        case_notes.save_note(rik, by_rik.with_(sight=Sight.AUTHOR))


def test_the_three_ways_to_be_read(desk, case):
    rik, priya = at(desk, "rik", person_id=KEES), at(desk, "priya", person_id=RIET)
    alone = write(desk, case, sight=Sight.AUTHOR)
    table = write(desk, case, sight=Sight.TABLE, table_ids=(KEES,))
    everybody = write(desk, case, sight=Sight.DESK)
    seen = {
        name: {note.id for note in case_notes.notes_of(who, case.id)}
        for name, who in {"anna": desk, "rik": rik, "priya": priya}.items()
    }
    assert seen["anna"] == {alone.id, table.id, everybody.id}
    assert seen["rik"] == {table.id, everybody.id}
    assert seen["priya"] == {everybody.id}
    with pytest.raises(NotForYou):
        case_notes.open_note(rik, alone.id)
    with pytest.raises(NotForYou):
        case_notes.save_note(rik, alone.with_(facts="x"))
    with pytest.raises(NotForYou):
        case_notes.bring_in(rik, alone.id)


def test_who_becomes_coordinator_does_not_see_notes_about_themselves(desk, case):
    about = write(desk, case, sight=Sight.DESK, about_ids=(RIET,), for_meeting=True)
    riet = at(desk, "riet", COORDINATOR, person_id=RIET)
    assert case_notes.notes_of(riet, case.id) == []
    assert case_notes.notes_to_bring(riet) == []
    with pytest.raises(NotForYou):
        case_notes.open_note(riet, about.id)
    assert all(one.notes == () for one in cases.for_agenda(riet, ON + timedelta(days=9)))
    assert [note.id for note in case_notes.notes_of(desk, case.id)] == [about.id]


def test_nor_where_nobody_said_yet_who_of_the_roster_they_are(desk, case):
    write(desk, case, sight=Sight.DESK, about_ids=(RIET,))
    riet, rik = at(desk, "riet", COORDINATOR), at(desk, "rik", COORDINATOR)
    assert case_notes.notes_of(riet, case.id) == []
    assert len(case_notes.notes_of(rik, case.id)) == 1


def test_reading_a_note_is_logged_with_whom_it_is_about(desk, case):
    note = write(desk, case, about_ids=(RIET, KEES))
    case_notes.notes_of(desk, case.id)
    assert reads(desk) == []
    case_notes.open_note(desk, note.id)
    case_notes.open_note(desk, note.id)  # once a day
    [entry] = reads(desk)
    assert (entry["object_type"], entry["object_ids"]) == ("case_notes", [note.id])
    assert entry["person_ids"] == [RIET, KEES]
    assert "gezien" not in str(desk.vault.dropped)


def test_a_note_for_the_meeting_is_on_its_agenda_and_then_not_any_more(desk, case, today):
    cases.save_case(desk, case.with_(status="running"))
    assert cases.for_agenda(desk, today) == []
    note = write(desk, case)
    before = everything(desk)
    case_notes.bring_in(desk, note.id)
    taken_back(desk, before)
    [one] = cases.for_agenda(desk, today)
    assert (one.why, one.notes[0].id) == ("note", note.id)
    after = brought_in(one.notes[0], 7, (RIET, ANNA))
    assert (after.for_meeting, after.meeting_id, after.table_ids) == (False, 7, (RIET, ANNA))


def test_two_at_once_never_overwrite_each_other(desk, case):
    note = write(desk, case)
    case_notes.save_note(desk, note.with_(facts="een"))
    with pytest.raises(ChangedElsewhere):
        case_notes.save_note(desk, note.with_(facts="twee"))


@pytest.mark.parametrize("words", HOSTILE)
def test_texts_are_kept_as_they_are(desk, case, words):
    note = write(desk, case, **dict.fromkeys(SIDES, words))
    assert set(sides_of(desk.get(CaseNote, note.id)).values()) == {words}


USERS = st.sampled_from(["a", "b", "c"])
PEOPLE = st.lists(st.integers(1, 4), max_size=3, unique=True).map(tuple)
NOTES = st.builds(
    CaseNote,
    case_id=st.just(1),
    on=st.just(ON),
    author=USERS,
    sight=st.sampled_from(Sight),
    table_ids=PEOPLE,
    about_ids=PEOPLE,
    status=st.sampled_from(NoteStatus),
)


@given(NOTES, USERS, st.none() | st.integers(1, 4))
def test_nobody_reads_a_note_about_themselves_and_alone_is_alone(note, user, person):
    seen = seen_by(note, user_id=user, person_id=person)
    if person in note.about_ids:
        assert not seen
    elif user == note.author or note.sight is Sight.DESK:
        assert seen
    else:
        assert seen == (note.sight is Sight.TABLE and person in note.table_ids)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from([*SIDES, "question"]), st.text(max_size=8)), max_size=6))
def test_a_final_note_can_always_be_read_as_it_was_at_first(clock, steps):
    first = CaseNote(case_id=1, on=ON, status=NoteStatus.FINAL, **BOTH_SIDES)
    note = first
    for field, text in steps:
        note = corrected(note.with_(**{field: text}), note, by="x", moment=clock.now(), why="")
    told = {field: getattr(note, field) for field in (*SIDES, "question")}
    for correction in reversed(note.corrections):
        told |= correction.before
    assert told == {field: getattr(first, field) for field in (*SIDES, "question")}
