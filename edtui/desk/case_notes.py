"""Notes on cases: who sees them, draft to final, corrections that stay visible.

Who sees a note is a rule of the desk, held by every function here: coordinators and confidants hold
the same key to casework. What nobody else may ever open belongs in a confidant's own notes, under
an own key.
"""

from collections.abc import Callable

from edtui.desk import tables
from edtui.desk.folding import fold
from edtui.desk.session import Desk
from edtui.desk.settings import own_person_id
from edtui.errors import N_, NotAllowed, NotFound, Sentence
from edtui.records.case import Case
from edtui.records.case_note import CaseNote, NoteStatus, corrected, seen_by, sides_of
from edtui.records.names import display_name, short_name
from edtui.records.person import Person
from edtui.records.series import Series, last_date


class NotForYou(NotAllowed):
    """The note is for others, or it is about who asks."""

    sentence = N_("This note is not open to you.")


class NotTheAuthor(NotAllowed):
    """Only who wrote it may do this."""

    sentence = N_("Only who wrote this note can do that.")
    hint = N_("A final note can be corrected: what stood there stays readable.")


def viewer(desk: Desk) -> Callable[[CaseNote], bool]:
    """Give the question whether who is at the desk may see a note; for many notes at once.

    While nobody said who of the roster a member is, a note about somebody of the member's name is
    not shown: rather one too few than one about oneself.
    """
    user_id, person_id = desk.vault.user_id, own_person_id(desk)

    def sees(note: CaseNote) -> bool:
        if person_id is None and any(_namesake(desk, number) for number in note.about_ids):
            return False
        return seen_by(note, user_id=user_id, person_id=person_id)

    return sees


def may_see(desk: Desk, note: CaseNote) -> bool:
    """Say whether who is at the desk may see that this note is there, and read it."""
    return viewer(desk)(note)


def notes_of(desk: Desk, case_id: int) -> list[CaseNote]:
    """Give the notes on a case that who is at the desk may see, the newest first."""
    sees = viewer(desk)
    found = [note for note in desk.having(CaseNote, "case_id", case_id) if sees(note)]
    return sorted(found, key=lambda note: (note.on, note.id), reverse=True)


def open_note(desk: Desk, number: int) -> CaseNote:
    """Give a note to be read; that it is read is logged.

    Raises:
        NotForYou: it is for others, or about who asks.
        NotFound: there is none.
    """
    note = _seen(desk, number)
    desk.log.read(CaseNote.table, number)
    return note


def new_note(desk: Desk, case_id: int) -> CaseNote:
    """Give an empty note of today on a case, for a form; it is not saved.

    Those at the table are who comes to the team's case meeting.

    Raises:
        NotFound: there is no such case.
    """
    case = desk.get(Case, case_id)
    today = desk.clock.today()
    return CaseNote(case_id=case.id, on=today, table_ids=usual_table(desk))


def save_note(desk: Desk, note: CaseNote, why: str = "") -> CaseNote:
    """Save a note. Of a final one what stood there is kept, with why it was corrected.

    Args:
        desk: where.
        note: new or changed.
        why: of a correction.

    Raises:
        ChangedElsewhere: somebody saved it since it was read.
        NotForYou: the note is not open to who saves.
        NotTheAuthor: the draft, or who may read it, is somebody else's to change.
        ReadOnly: nothing can be written now.
    """
    if not note.id:
        return _put(desk, note.with_(author=desk.vault.user_id), N_("Note on {handle} written"))
    before = _seen(desk, note.id)
    own = before.author == desk.vault.user_id
    if not own and (before.is_draft or note.sight is not before.sight):
        raise NotTheAuthor
    note = note.with_(author=before.author, case_id=before.case_id)
    if before.is_draft:
        return _put(desk, note, N_("Note on {handle} changed"))
    note = corrected(
        note.with_(status=NoteStatus.FINAL, corrections=before.corrections),
        before,
        by=desk.vault.user_id,
        moment=desk.clock.now(),
        why=why,
    )
    return _put(desk, note, N_("Note on {handle} corrected"))


def tells_differently(desk: Desk, note: CaseNote) -> bool:
    """Say whether a changed note tells something else than the stored one, so that why is asked."""
    before = desk.find(CaseNote, note.id)
    if before is None:
        return False
    return (before.question, sides_of(before)) != (note.question, sides_of(note))


def finalise(desk: Desk, number: int) -> CaseNote:
    """Make a draft final; from then on every change stays visible.

    Raises:
        NotForYou: it is not open to who asks.
        NotFound: there is none.
        NotTheAuthor: somebody else wrote it.
        ReadOnly: nothing can be written now.
    """
    note = _own(desk, number)
    return _put(desk, note.with_(status=NoteStatus.FINAL), N_("Note on {handle} is final"))


def bring_in(desk: Desk, number: int, *, wanted: bool = True) -> CaseNote:
    """Put a note on the agenda of the next meeting, or take it off.

    Raises:
        NotForYou: it is not open to who asks.
        NotFound: there is none.
        ReadOnly: nothing can be written now.
    """
    note = _seen(desk, number)
    msgid = (
        N_("Note on {handle} is for the next meeting") if wanted else N_("Note on {handle} changed")
    )
    return _put(desk, note.with_(for_meeting=wanted), msgid)


def remove_note(desk: Desk, number: int) -> None:
    """Take away a draft that was a mistake; a final note goes on its own day.

    Raises:
        NotForYou: it is not open to who asks.
        NotFound: there is none.
        NotTheAuthor: somebody else wrote it, or it is final.
        ReadOnly: nothing can be written now.
    """
    note = _own(desk, number)
    if not note.is_draft:
        raise NotTheAuthor
    with desk.act(_said(desk, note, N_("Draft on {handle} removed"))) as act:
        act.remove(note)


def notes_to_bring(desk: Desk) -> list[CaseNote]:
    """Give the notes for the next meeting that who is at the desk may see, the oldest first."""
    sees = viewer(desk)
    found = [note for note in desk.having(CaseNote, "for_meeting", value=True) if sees(note)]
    return sorted(found, key=lambda note: (note.on, note.id))


def usual_table(desk: Desk) -> tuple[int, ...]:
    """Give who comes to the team's case meetings: people of the roster, each once."""
    if not desk.reads(Series.table):
        return ()
    today = desk.clock.today()
    people: list[int] = []
    for series in desk.having(Series, "kind", "case_meeting"):
        last = last_date(series)
        if last is None or last >= today:
            people += series.person_ids
    return tuple(dict.fromkeys(people))


def _namesake(desk: Desk, number: int) -> bool:
    person = desk.find(Person, number) if desk.reads(Person.table) else None
    if person is None:
        return False
    names = (display_name(person), short_name(person), person.first_names)
    return fold(desk.vault.user) in {fold(name) for name in names}


def _seen(desk: Desk, number: int) -> CaseNote:
    note = desk.get(CaseNote, number)
    if not may_see(desk, note):
        raise NotForYou
    return note


def _own(desk: Desk, number: int) -> CaseNote:
    note = _seen(desk, number)
    if note.author != desk.vault.user_id:
        raise NotTheAuthor
    return note


def _put(desk: Desk, note: CaseNote, msgid: str) -> CaseNote:
    with desk.act(_said(desk, note, msgid)) as act:
        return act.put(note)


def _said(desk: Desk, note: CaseNote, msgid: str) -> Sentence:
    case = desk.find(Case, note.case_id)
    if case is None:
        raise NotFound(what=tables.noun(Case.table), number=note.case_id)
    return Sentence(msgid, {"handle": case.handle})
