"""Clients who ask for a talk: asked, chosen, prepared, planned, had, talked over. One act each."""

from datetime import date, datetime

from edtui.desk.calendar import with_uid
from edtui.desk.errors import NotNow, ReasonNeeded
from edtui.desk.session import Desk
from edtui.desk.vocabularies import vocabularies, word
from edtui.errors import N_, BadInput, Sentence
from edtui.records.activity import Activity
from edtui.records.client_talk import (
    ClientTalk,
    PreparedItem,
    TalkMode,
    TalkStatus,
    asks_debrief,
    debrief_until,
    missing,
    next_statuses,
)
from edtui.records.planned import ActivityStatus, Participant


class DebriefNeeded(BadInput):
    """Who talks with a client alone has a talk afterwards within two days (params: ``day``)."""

    sentence = N_("Plan a talk afterwards too, by {day}.")
    hint = N_("Who talks with a client alone talks it over within two days.")


class ChoiceNeeded(BadInput):
    """Nobody asked the client yet with whom the talk is to be."""

    sentence = N_("Ask the client first with whom the talk is to be.")


class WhoNeeded(BadInput):
    """Somebody whom the client chose is not filled in."""

    sentence = N_("Fill in who talks: as the client chose.")


def save_talk(desk: Desk, talk: ClientTalk) -> ClientTalk:
    """Save a talk that was asked for, or a changed one.

    Raises:
        ChangedElsewhere: somebody saved it since it was read.
        ReadOnly: nothing can be written now.
    """
    msgid = N_("Talk changed: {handle}") if talk.id else N_("Talk asked for: {handle}")
    with desk.act(Sentence(msgid, {"handle": talk.handle})) as act:
        return act.put(talk)


def choose(desk: Desk, number: int, mode: TalkMode) -> ClientTalk:
    """Note the client's own choice.

    Raises:
        NotFound: there is no such talk.
        NotNow: the talk is over.
        ReadOnly: nothing can be written now.
    """
    talk = _open(desk, number)
    return save_talk(desk, talk.with_(mode=mode, chosen_on=desk.clock.today()))


def prepare(desk: Desk, number: int, item: str, note: str = "") -> ClientTalk:
    """Note that one thing of the preparation was looked at; again takes the newer note.

    Raises:
        NotFound: there is no such talk.
        NotNow: the talk is over.
        ReadOnly: nothing can be written now.
    """
    talk = _open(desk, number)
    done = PreparedItem(item=item, done_on=desk.clock.today(), note=note)
    others = tuple(one for one in talk.preparation if one.item != item)
    return save_talk(desk, talk.with_(preparation=(*others, done)))


def plan_talk(
    desk: Desk,
    number: int,
    start: datetime,
    end: datetime,
    *,
    peer_id: int | None = None,
    confidant_id: int | None = None,
    debrief_at: datetime | None = None,
) -> ClientTalk:
    """Plan a talk as the client chose it: it comes into the calendar without the client's handle.

    Args:
        desk: where.
        number: the talk's.
        start: on the wall.
        end: on the wall.
        peer_id: who talks, unless the client chose the confidant alone.
        confidant_id: who talks, unless the client chose the peer worker alone.
        debrief_at: the talk afterwards, on the wall; needed where the peer worker talks alone.

    Raises:
        ChoiceNeeded: the client was not asked yet.
        DebriefNeeded: the peer worker talks alone, and no talk afterwards within two days is given.
        NotFound: there is no such talk.
        NotNow: the talk is over.
        WhoNeeded: somebody whom the client chose is not given.
        ReadOnly: nothing can be written now.
    """
    talk = _open(desk, number)
    if talk.mode is None:
        raise ChoiceNeeded
    peer = peer_id if talk.mode is not TalkMode.CONFIDANT else None
    confidant = confidant_id if talk.mode is not TalkMode.ALONE else None
    if (talk.mode is not TalkMode.CONFIDANT and not peer) or (
        talk.mode is not TalkMode.ALONE and not confidant
    ):
        raise WhoNeeded
    until = debrief_until(end)
    if talk.peer_goes_alone and (debrief_at is None or not end <= debrief_at <= until):
        raise DebriefNeeded(day=until.date())
    people = [Participant(person_id=peer)] if peer else []
    if confidant:
        people.append(Participant(person_id=confidant, role="confidant"))
    old = desk.find(Activity, talk.activity_id)
    fields = {
        "kind": "client_conversation",
        "start": start,
        "end": end,
        "location_id": talk.location_id,
        "people": tuple(people),
        "prepare": talk.peer_goes_alone,
        "debrief": talk.peer_goes_alone,
        "debrief_at": debrief_at,
        "status": ActivityStatus.PLANNED,
    }
    visit = (
        old.with_(**fields, sequence=old.sequence + 1) if old else Activity.model_validate(fields)
    )
    with desk.act(Sentence(N_("Talk planned: {handle}"), {"handle": talk.handle})) as act:
        stands = act.put(with_uid(desk, visit))
        return act.put(
            talk.with_(
                status=TalkStatus.PLANNED,
                peer_id=peer,
                confidant_id=confidant,
                debrief_at=debrief_at,
                activity_id=stands.id,
            )
        )


def hold(desk: Desk, number: int) -> ClientTalk:
    """Note that the talk was had.

    Raises:
        ChoiceNeeded: the client was not asked with whom.
        NotFound: there is no such talk.
        NotNow: the talk is over already.
        ReadOnly: nothing can be written now.
    """
    talk = _open(desk, number)
    if talk.mode is None:
        raise ChoiceNeeded
    return _close(desk, talk, TalkStatus.DONE, ActivityStatus.DONE)


def lapse(desk: Desk, number: int, why: str) -> ClientTalk:
    """Note that the talk is not wanted or not possible any more.

    Raises:
        NotFound: there is no such talk.
        NotNow: the talk was had already.
        ReasonNeeded: no reason was given.
        ReadOnly: nothing can be written now.
    """
    talk = _open(desk, number)
    if not why.strip():
        raise ReasonNeeded
    return _close(desk, talk, TalkStatus.LAPSED, ActivityStatus.CANCELLED, why)


def debriefed(desk: Desk, number: int, on: date | None = None) -> ClientTalk:
    """Note that the talk was talked over, today or on another day.

    Raises:
        NotFound: there is no such talk.
        ReadOnly: nothing can be written now.
    """
    talk = desk.get(ClientTalk, number)
    return save_talk(desk, talk.with_(debriefed_on=on or desk.clock.today()))


def still_missing(desk: Desk, talk: ClientTalk) -> list[Sentence]:
    """Give what still has to be done before a peer worker talks with a client alone."""
    planned = desk.find(Activity, talk.activity_id)
    return missing(talk, vocabularies(desk)["talk_preparation"], planned.end if planned else None)


def open_talks(desk: Desk) -> list[ClientTalk]:
    """Give the talks that ask for something: open, planned, or to be talked over; oldest first."""
    today = desk.clock.today()
    asking = (TalkStatus.OPEN, TalkStatus.PLANNED)
    found = (
        one for one in desk.all(ClientTalk) if one.status in asking or asks_debrief(one, today)
    )
    return sorted(found, key=lambda one: (one.asked_on, one.id))


def _open(desk: Desk, number: int) -> ClientTalk:
    talk = desk.get(ClientTalk, number)
    if TalkStatus.DONE not in next_statuses(talk.status) and talk.status is not TalkStatus.LAPSED:
        raise NotNow(status=word("talk_statuses", talk.status.value))
    if talk.status is TalkStatus.LAPSED:  # asked for again
        return talk.with_(status=TalkStatus.OPEN, lapsed_why="")
    return talk


def _close(
    desk: Desk, talk: ClientTalk, status: TalkStatus, visit: ActivityStatus, why: str = ""
) -> ClientTalk:
    msgid = N_("Talk held: {handle}") if status is TalkStatus.DONE else N_("Talk lapsed: {handle}")
    planned = desk.find(Activity, talk.activity_id)
    with desk.act(Sentence(msgid, {"handle": talk.handle})) as act:
        if planned is not None and not planned.is_closed:
            off = {"cancelled_by": "client"} if visit is ActivityStatus.CANCELLED else {}
            act.put(planned.with_(status=visit, sequence=planned.sequence + 1, **off))
        return act.put(talk.with_(status=status, lapsed_why=why))
