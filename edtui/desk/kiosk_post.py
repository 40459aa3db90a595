"""Letters from kiosks, received at the desk, each once.

Taking a letter in is one commit: what is made of it and the letter's going, so that two desks at
once do not both take it.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress

from pydantic import ValidationError
from tinydb import where

from edtui.desk import grants, visit_reports
from edtui.desk.act import Act
from edtui.desk.calendar import Key
from edtui.desk.kiosk_settings import kiosk_settings, kiosks
from edtui.desk.reader_words import note_word
from edtui.desk.session import Desk
from edtui.desk.settings import team_settings
from edtui.errors import N_, BadInput, NotFound, Sentence
from edtui.locale import spoken
from edtui.records.action_point import ActionPoint, closed
from edtui.records.base import Record
from edtui.records.client_talk import ClientTalk
from edtui.records.kiosk import Kiosk
from edtui.records.kiosk_letter import FIELDS, SILENT, Letter, LetterKind, PollCount, SentReport
from edtui.records.log_entry import Event
from edtui.records.person import Person
from edtui.records.reader_word import LONGEST
from edtui.records.story import Story
from edtui.records.visit_report import Reported, VisitReport


class NobodyKnown(BadInput):
    """It is not known who on the roster sent this."""

    sentence = N_("It is not known who on the roster sent this.")
    hint = N_("Say who it is in 9 Administration, people and keys.")


def letters(desk: Desk) -> list[Letter]:
    """Give the letters that ask for somebody, the oldest first, each once.

    Raises:
        grants.NotForRole: not a coordinator asks.
    """
    grants.check(desk, grants.COORDINATOR, event=Event.LIST)
    return [one for one in _each_once(desk) if one.kind not in SILENT]


def letter(desk: Desk, number: int) -> Letter:
    """Give one letter.

    Raises:
        grants.NotForRole: not a coordinator asks.
        NotFound: it was taken in already.
    """
    grants.check(desk, grants.COORDINATOR, event=Event.READ)
    return desk.get(Letter, number)


def from_where(desk: Desk, one: Letter, known: Sequence[Kiosk] | None = None) -> str:
    """Give the name of the kiosk that sent a letter, or of who signed in; empty if not known."""
    of = {kiosk.user_id: kiosk.name for kiosk in (kiosks(desk) if known is None else known)}
    return of.get(one.kiosk_id, "")


def person_of(desk: Desk, one: Letter) -> int:
    """Give the number on the roster of who sent a letter; 0 for a visitor.

    Raises:
        NobodyKnown: somebody signed in, and it is not known who that is.
    """
    if not one.user_id:
        return 0
    number = team_settings(desk).person_of.get(one.user_id)
    if number is None:
        raise NobodyKnown
    return number


def take_in(desk: Desk, number: int) -> Record | None:
    """Make of a letter what it asks for; give that. The letter is gone then. One commit.

    A talk becomes a client's talk, a visit a report, other wishes a changed person, what is done a
    closed action point; an idea becomes an action point; anything else only goes.

    Raises:
        NotFound: it was taken in already, or what it is about is gone.
        NobodyKnown, NotNow, ReadOnly, grants.NotForRole: as they say.
    """
    one = letter(desk, number)
    doing = _DOING.get(one.kind)
    made: Record | None = None
    with desk.commit() as changes:
        act = Act(desk)
        if doing is not None:
            made = doing(desk, act, one)
        _remove(desk, act, one)
        changes.extend(act.changes)
        desk.log.acted(act.changes)
    return made


def done(desk: Desk, number: int) -> None:
    """Put a letter away: it was read, and nothing is made of it.

    Raises:
        NotFound: it is gone already.
        ReadOnly, grants.NotForRole: as they say.
    """
    one = letter(desk, number)
    with desk.act(Sentence(N_("Letter put away")), undoable=False) as act:
        _remove(desk, act, one)


def fold(desk: Desk) -> int:
    """Take in what asks nobody for anything; give how many letters that were.

    Kiosks seen, answers to the team's question, words on stories.
    """
    if desk.vault.role != grants.COORDINATOR:
        return 0
    silent = [one for one in _each_once(desk) if one.kind in SILENT]
    if not silent:
        return 0
    with desk.act(Sentence(N_("Letters from kiosks")), undoable=False) as act:
        _note_seen(desk, act, [one for one in silent if one.kind is LetterKind.SEEN])
        _note_answers(desk, act, [one for one in silent if one.kind is LetterKind.POLL])
        for one in silent:
            if one.kind is LetterKind.WORD:
                _note_word(desk, one)
            _remove(desk, act, one)
    return len(silent)


def polls(desk: Desk) -> list[PollCount]:
    """Give what was answered to the questions, the newest first."""
    return sorted(desk.all(PollCount), key=lambda one: one.id, reverse=True)


def _each_once(desk: Desk) -> list[Letter]:
    """Give the letters, each once.

    One that is no letter is passed over: who drops can drop anything, and must not keep the desk
    from the others.
    """
    found: dict[str, Letter] = {}
    for number, document in desk.documents(Letter):
        with suppress(ValueError):  # pydantic's ValidationError is one
            one = Letter.from_document(number, document)
            found.setdefault(one.mark, one)
    return list(found.values())


def _remove(desk: Desk, act: Act, one: Letter) -> None:
    for same in _with_mark(desk, one.mark) or [one]:  # gone meanwhile: removing it says so
        act.remove(same)


def _with_mark(desk: Desk, mark: str) -> list[Letter]:
    """Give a letter, and what came with the same mark."""
    found = []
    for document in desk.vault.db.table(Letter.table).search(where("mark") == mark):
        with suppress(ValueError):
            found.append(Letter.from_document(document.doc_id, document))
    return found


def _talk(desk: Desk, act: Act, one: Letter) -> Record:
    asked = one.talk
    if asked is None:
        raise NotFound(what=Sentence(N_("talk")), number=one.id)
    at = next((kiosk for kiosk in kiosks(desk) if kiosk.user_id == one.kiosk_id), None)
    told = [asked.about, asked.when]
    if asked.for_whom != "self":
        told.append("voor iemand anders" if one.language == "nl" else "for somebody else")
    return act.put(
        ClientTalk(
            handle=asked.handle,
            reach=asked.reach,
            location_id=at.location_id if at else None,
            asked_on=one.sent.date(),
            mode=asked.mode,
            chosen_on=one.sent.date() if asked.mode else None,
            notes="\n".join(part for part in told if part),
        )
    )


def _report(desk: Desk, _act: Act, one: Letter) -> Record:
    if one.report is None:
        raise NotFound(what=Sentence(N_("visit report")), number=one.id)
    sent, person = one.report, person_of(desk, one)
    key = Key(sent.activity_id or 0, sent.series_id or 0, sent.original)
    return visit_reports.save_report(
        desk, key, reported(visit_reports.begin(desk, key), sent, person)
    )


def reported(report: VisitReport, sent: SentReport, person: int) -> VisitReport:
    """Give a report with what one person sent: own hours; the rest where nobody filled it in."""
    own = {"hours": sent.hours, "kilometres": sent.kilometres}
    people = [
        one.model_copy(update=own) if one.person_id == person else one for one in report.people
    ]
    if person and all(one.person_id != person for one in people):
        people.append(Reported(person_id=person, **own))
    empty = {
        "clients_met": sent.clients_met,
        "told_about_confidant": sent.told_about_confidant,
        "questions": sent.questions,
        "follow_ups": sent.follow_ups,
        "signals": sent.signals,
        "success": sent.success,
    }
    said = {name: value for name, value in empty.items() if _nothing(report, name)}
    return report.model_copy(update={"people": tuple(people), **said})


def _nothing(report: VisitReport, name: str) -> bool:
    default = VisitReport.model_fields[name].get_default(call_default_factory=True)
    return bool(getattr(report, name) == default)


def _wishes(desk: Desk, act: Act, one: Letter) -> Record:
    person = desk.get(Person, person_of(desk, one))
    if one.field == "limits":
        return act.put(person.with_(limits=person.limits.with_(words=one.said)))
    if one.field not in FIELDS:
        raise NotFound(what=Sentence(N_("wish")), number=one.id)
    return act.put(person.with_(**{one.field: one.said}))


def _action(desk: Desk, act: Act, one: Letter) -> Record:
    action = desk.get(ActionPoint, one.action_id or 0)
    if action.person_id != person_of(desk, one):
        raise NobodyKnown
    return act.put(closed(action, one.sent.date())) if action.is_open else action


def _idea(desk: Desk, act: Act, one: Letter) -> Record:
    what = " ".join(one.said.split())[:200]
    return act.put(ActionPoint(what=what, made_on=desk.clock.today()))


_DOING: dict[LetterKind, Callable[[Desk, Act, Letter], Record]] = {
    LetterKind.TALK: _talk,
    LetterKind.REPORT: _report,
    LetterKind.WISHES: _wishes,
    LetterKind.ACTION: _action,
    LetterKind.IDEA: _idea,
}


def _note_seen(desk: Desk, act: Act, those: Sequence[Letter]) -> None:
    for kiosk in kiosks(desk):
        ours = [one for one in those if one.kiosk_id == kiosk.user_id]
        newest = max(ours, key=lambda one: one.sent, default=None)
        if newest and (kiosk.last_seen is None or kiosk.last_seen < newest.sent):
            act.put(kiosk.with_(last_seen=newest.sent, last_version=newest.version))


def _note_word(desk: Desk, one: Letter) -> None:
    if desk.find(Story, one.story_id) is not None:  # else it was withdrawn meanwhile
        with suppress(ValidationError):
            note_word(desk, one.story_id or 0, one.said[:LONGEST])


def _note_answers(desk: Desk, act: Act, those: Sequence[Letter]) -> None:
    poll = kiosk_settings(desk).poll
    for mark in dict.fromkeys(one.poll for one in those):
        ours = [one for one in those if one.poll == mark]
        count = next(iter(desk.having(PollCount, "mark", mark)), None)
        if count is None:
            if mark != poll.mark:
                continue  # a question that was taken away before anybody counted
            words = tuple(one.spoken(spoken())[:200] for one in poll.answers)
            count = PollCount(
                mark=mark,
                question=poll.question.spoken(spoken()),
                answers=words,
                counts=(0,) * len(words),
            )
        counts = list(count.counts)
        for one in ours:
            if 1 <= one.answer <= len(counts):
                counts[one.answer - 1] += 1
        days = [one.sent.date() for one in ours]
        first, last = [count.first or min(days), *days], [count.last or max(days), *days]
        act.put(count.with_(counts=tuple(counts), first=min(first), last=max(last)))
