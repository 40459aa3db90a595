"""Consents of narrators: given, renewed, refused, stopped for some uses. Nothing is taken back.

Every act here puts a newer statement on top, so that undoing can never make an older one count
again; what was noted by mistake is followed by what is right.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from edtui.desk.errors import NotNow
from edtui.desk.session import Desk
from edtui.desk.story_stops import stopped
from edtui.desk.story_versions import NothingWritten, TextMoved, versions_of
from edtui.desk.vocabularies import word
from edtui.errors import N_, EdtuiError, Sentence
from edtui.records.story import Story
from edtui.records.story_consent import Cell, ConsentStatus, StoryConsent, governing
from edtui.records.story_version import StoryVersion

_OWN: Final = ("id", "revision", "created", "changed", "changed_by")


class SomethingNewer(EdtuiError):
    """Something was said about the text since somebody looked at what counts."""

    sentence = N_("Something newer was said about this text just now.")
    hint = N_("Look at that first, then note again what the narrator says.")
    exit_status = 5


def consents_of(desk: Desk, story_id: int) -> list[StoryConsent]:
    """Give every statement about a story, the newest first."""
    found = desk.having(StoryConsent, "story_id", story_id)
    return sorted(found, key=lambda one: one.id, reverse=True)


def current(desk: Desk, version_id: int) -> StoryConsent | None:
    """Give the statement that counts for a text, whatever it says; None where there is none."""
    version = desk.get(StoryVersion, version_id)
    return governing(tuple(consents_of(desk, version.story_id)), version_id)


def give(
    desk: Desk, version_id: int, seen: str, *, after: int | None = None, **said: Any
) -> StoryConsent:
    """Note what a narrator agrees to, for one text. It takes the place of what was said before.

    Args:
        desk: where.
        version_id: the text.
        seen: `StoryVersion.digest` of the text that the narrator saw.
        after: number of the statement that was seen to count (0: there was none), where somebody
            looked at it first; a newer one is not covered unseen.
        said: other fields of `StoryConsent`; uses that ``scopes`` does not name are no.

    Raises:
        NothingWritten: there is no text.
        NotFound: there is no such version.
        pydantic.ValidationError: a value breaks a rule.
        ReadOnly: nothing can be written now.
        SomethingNewer: another statement counts than ``after``.
        TextMoved: it is not that text any more.
    """
    version = desk.get(StoryVersion, version_id)
    if not version.text:
        raise NothingWritten
    if version.digest != seen:
        raise TextMoved
    known = {"valid_from": desk.clock.today(), **said}
    return _state(
        desk,
        {
            **known,
            "story_id": version.story_id,
            "version_id": version.id,
            "text_digest": seen,
            "status": ConsentStatus.GIVEN,
        },
        N_("Consent for {title} noted"),
        after,
    )


def renew(desk: Desk, number: int, valid_until: date, **changes: Any) -> StoryConsent:
    """Note that a narrator, asked again, says the same until another day. A new statement.

    Raises:
        NotFound: there is no such consent.
        NotNow: it is no yes, or another one counts now.
        ReadOnly: nothing can be written now.
        TextMoved: the text is another one.
    """
    before = desk.get(StoryConsent, number)
    counts = current(desk, before.version_id) if before.version_id else None
    if before.status is not ConsentStatus.GIVEN or counts is None or counts.id != before.id:
        status = counts.status if counts else before.status
        raise NotNow(status=word("story_consent_statuses", status.value))
    same = {name: value for name, value in dict(before).items() if name not in _OWN}
    for name in ("story_id", "version_id", "text_digest", "status", "given_at"):
        same.pop(name)
    again = {**same, "valid_from": desk.clock.today(), "valid_until": valid_until, **changes}
    return give(desk, before.version_id or 0, before.text_digest, after=before.id, **again)


def refuse(desk: Desk, version_id: int, **said: Any) -> StoryConsent:
    """Note that a narrator says no to sharing a text. It costs nothing and needs no reason.

    Raises:
        NotFound: there is no such version.
        ReadOnly: nothing can be written now.
    """
    return _about(desk, version_id, ConsentStatus.REFUSED, N_("No for {title} noted"), said)


def ask_again(desk: Desk, version_id: int) -> StoryConsent:
    """Note that a consent has to be talked about again; until then nothing of it is shared.

    Raises:
        NotFound: there is no such version.
        ReadOnly: nothing can be written now.
    """
    msgid = N_("Consent for {title} is to be talked about again")
    return _about(desk, version_id, ConsentStatus.UPDATE_REQUIRED, msgid, {})


def stop_uses(
    desk: Desk, story_id: int, cells: Iterable[Cell] | None = None, *, via: str = ""
) -> list[StoryConsent]:
    """Stop some uses of a story, or all while the text stays with the narrator. At once.

    Args:
        desk: where.
        story_id: which story; every text of it.
        cells: which uses; None: every one.
        via: vocabulary ``story_withdrawn_via``.

    Returns:
        The new statements.

    Raises:
        NotFound: there is no such story.
        ReadOnly: nothing can be written now.
    """
    story = desk.get(Story, story_id)
    every = tuple(consents_of(desk, story_id))
    if cells is None:
        stop = {"story_id": story.id, "status": ConsentStatus.WITHDRAWN, "withdrawn_via": via}
        return [_state(desk, stop, N_("Sharing {title} stopped"))]
    gone, made = set(cells), []
    with desk.act(
        Sentence(N_("Sharing {title} stopped"), {"title": story.title}), undoable=False
    ) as act:
        for version in versions_of(desk, story_id):
            before = governing(every, version.id)
            if before is None or before.status is not ConsentStatus.GIVEN:
                continue
            # The moment stays that of the yes: what was history before, stays it.
            left = tuple(one for one in before.scopes if one.cell not in gone)
            changes = {"id": 0, "revision": 0, "created": None, "scopes": left}
            made.append(act.put(before.with_(**changes, withdrawn_via=via)))
        stopped(desk, act, story.id)
    return made


def _about(
    desk: Desk, version_id: int, status: ConsentStatus, msgid: str, said: dict[str, Any]
) -> StoryConsent:
    version = desk.get(StoryVersion, version_id)
    about = {"story_id": version.story_id, "version_id": version.id, "status": status}
    return _state(desk, {**said, **about, "text_digest": version.digest}, msgid)


def _state(
    desk: Desk, fields: dict[str, Any], msgid: str, after: int | None = None
) -> StoryConsent:
    story = desk.get(Story, int(fields["story_id"]))
    consent = StoryConsent.model_validate({**fields, "given_at": desk.clock.now()})
    with desk.act(Sentence(msgid, {"title": story.title}), undoable=False) as act:
        desk.get(Story, story.id)  # another terminal may have withdrawn it
        if after is not None and consent.version_id is not None:
            counts = current(desk, consent.version_id)
            if (counts.id if counts is not None else 0) != after:
                raise SomethingNewer
        saved = act.put(consent)
        stopped(desk, act, story.id)
    return saved
