"""Texts of a story: written, handed in, derived, approved by the narrator, erased.

An original that was handed in and an approved text never change: another one is derived.
"""

from datetime import date
from typing import Any

from edtui.desk.erasing import Erased, erase
from edtui.desk.overwriting import forget_freed
from edtui.desk.session import Desk
from edtui.desk.story_stops import stopped
from edtui.errors import N_, BadInput, Sentence
from edtui.records.erasure import Why
from edtui.records.story import Story
from edtui.records.story_version import StoryVersion
from edtui.records.story_words import VersionKind

_FACTS = ("change_note", "anonymity_level", "attribution", "language", "plain_level")


class VersionLocked(BadInput):
    """An original that was handed in, or an approved text, is not written any more."""

    sentence = N_("This text does not change any more.")
    hint = N_("Make a new version of it.")


class TextMoved(BadInput):
    """The text is not the one that the narrator saw."""

    sentence = N_("The text changed since the narrator saw it.")
    hint = N_("Show the text as it is now.")
    exit_status = 5


class HasOriginal(BadInput):
    """A story has one original."""

    sentence = N_("This story has an original already.")
    hint = N_("Make a new version of it.")


class NothingWritten(BadInput):
    """There is no text to hand in or to approve."""

    sentence = N_("There is no text yet.")


def versions_of(desk: Desk, story_id: int) -> list[StoryVersion]:
    """Give the versions of a story, the first first."""
    return sorted(desk.having(StoryVersion, "story_id", story_id), key=lambda one: one.no)


def begin_version(desk: Desk, story_id: int, text: str = "") -> StoryVersion:
    """Begin the original of a story.

    Raises:
        HasOriginal: there is one.
        NotFound: there is no such story.
        ReadOnly: nothing can be written now.
    """
    story = desk.get(Story, story_id)
    if any(one.kind is VersionKind.ORIGINAL for one in versions_of(desk, story_id)):
        raise HasOriginal
    return _new(desk, story, StoryVersion(story_id=story.id, no=1, text=text))


def save_text(desk: Desk, number: int, text: str, revision: int | None = None) -> StoryVersion:
    """Save the text of a version that may still be written.

    Args:
        desk: where.
        number: the version's.
        text: all of it.
        revision: of the version as it was read; another one means that somebody was first.

    Raises:
        ChangedElsewhere: somebody saved it since it was read.
        NotFound: there is no such version.
        ReadOnly: nothing can be written now.
        VersionLocked: it may not.
    """
    version = desk.get(StoryVersion, number)
    if not version.may_change:
        raise VersionLocked
    changed = version.with_(text=text)
    if revision is not None:
        changed = changed.with_(revision=revision)
    return _put(desk, changed, N_("Text of {title} written"))


def describe(desk: Desk, number: int, revision: int | None = None, **facts: Any) -> StoryVersion:
    """Save what is known of a text beside its words. It may say less or more of who told it.

    Args:
        desk: where.
        number: the version's.
        revision: of the version as it was read; another one means that somebody was first.
        facts: ``change_note``, ``anonymity_level``, ``attribution``, ``language``,
            ``plain_level``; others are left as they are.

    Raises:
        ChangedElsewhere: somebody saved it since it was read.
        NotFound: there is no such version.
        pydantic.ValidationError: a value breaks a rule.
        ReadOnly: nothing can be written now.
    """
    version = desk.get(StoryVersion, number)
    changed = version.with_(**{name: facts[name] for name in _FACTS if name in facts})
    if revision is not None:
        changed = changed.with_(revision=revision)
    return _put(desk, changed, N_("Text of {title} described"), undoable=False)


def lock(desk: Desk, number: int) -> StoryVersion:
    """Hand a text in: from then on it never changes. Cannot be taken back.

    Raises:
        NothingWritten: there is no text.
        NotFound: there is no such version.
        ReadOnly: nothing can be written now.
    """
    version = desk.get(StoryVersion, number)
    if version.locked:
        return version
    if not version.text:
        raise NothingWritten
    return _put(desk, version.with_(locked=True), N_("Text of {title} handed in"), undoable=False)


def derive(
    desk: Desk,
    number: int,
    kind: VersionKind,
    *,
    text: str | None = None,
    change_note: str = "",
    anonymity_level: int | None = None,
    language: str | None = None,
    plain_level: str | None = None,
) -> StoryVersion:
    """Make a new version of a text; that one is handed in with it. The new one is not approved.

    Args:
        desk: where.
        number: the version from which.
        kind: shortened, anonymised, plain language, spoken outline …
        text: where it begins; None: as the one from which.
        change_note: what was changed.
        anonymity_level: None: as the one from which.
        language: None: as the one from which.
        plain_level: None: as the one from which.

    Raises:
        NothingWritten: there is no text.
        NotFound: there is no such version.
        ReadOnly: nothing can be written now.
        VersionLocked: an original is begun, not derived.
    """
    if kind is VersionKind.ORIGINAL:
        raise VersionLocked
    source = lock(desk, number)
    story = desk.get(Story, source.story_id)
    level = source.anonymity_level if anonymity_level is None else anonymity_level
    version = StoryVersion(
        story_id=story.id,
        no=1,
        kind=kind,
        derived_from=source.id,
        text=source.text if text is None else text,
        language=source.language if language is None else language,
        plain_level=source.plain_level if plain_level is None else plain_level,
        change_note=change_note,
        anonymity_level=level,
        attribution=source.attribution,
    )
    return _new(desk, story, version)


def approve(
    desk: Desk, number: int, seen: str, *, how: str = "", on: date | None = None
) -> StoryVersion:
    """Note that the narrator approved a text; from then on it never changes.

    Args:
        desk: where.
        number: the version's.
        seen: `StoryVersion.digest` of the text that the narrator saw.
        how: such as "read together".
        on: today, where it is not given.

    Raises:
        NothingWritten: there is no text.
        NotFound: there is no such version.
        ReadOnly: nothing can be written now.
        TextMoved: it is not that text any more.
    """
    version = desk.get(StoryVersion, number)
    if not version.text:
        raise NothingWritten
    if version.digest != seen:
        raise TextMoved
    approved = version.with_(
        locked=True,
        approved_on=on or desk.clock.today(),
        approved_digest=seen,
        approved_how=how,
    )
    return _put(desk, approved, N_("Text of {title} approved"), undoable=False)


def unapprove(desk: Desk, number: int) -> StoryVersion:
    """Note that the narrator does not approve a text any more; it leaves nowhere then.

    Raises:
        NotFound: there is no such version.
        ReadOnly: nothing can be written now.
    """
    version = desk.get(StoryVersion, number)
    changed = version.with_(approved_on=None, approved_digest="", approved_how="")
    return _put(desk, changed, N_("Approval of {title} taken back"), undoable=False)


def purge(desk: Desk, number: int) -> Erased:
    """Erase one text for good, out of file and history; its number and dates stay.

    Raises:
        NotFound: there is no such version.
        ReadOnly: nothing can be written now.
    """
    done = _purge(desk, number)
    forget_freed(desk)  # not before: until then the text is still held there
    return done


def _purge(desk: Desk, number: int) -> Erased:
    version = desk.get(StoryVersion, number)
    empty = version.with_(
        id=0,
        text="",
        locked=True,
        approved_on=None,
        approved_digest="",
        change_note="",
        purged_on=desk.clock.today(),
        derived_from=None,
    )
    return erase(desk, others=[version], instead=[empty], why=Why.CONSENT)


def _new(desk: Desk, story: Story, version: StoryVersion) -> StoryVersion:
    # A version that came and went would keep its text in what can be done again.
    label = Sentence(N_("Text of {title} begun"), {"title": story.title})
    with desk.act(label, undoable=False) as act:
        # Asked inside the commit: another terminal may have withdrawn it, or given the number.
        desk.get(Story, story.id)
        known = [one.no for one in versions_of(desk, story.id)]
        return act.put(
            version.with_(
                no=max(known, default=0) + 1,
                made_by=desk.vault.user_id,
                made_on=desk.clock.today(),
            )
        )


def _put(desk: Desk, version: StoryVersion, msgid: str, *, undoable: bool = True) -> StoryVersion:
    story = desk.get(Story, version.story_id)
    with desk.act(Sentence(msgid, {"title": story.title}), undoable=undoable) as act:
        saved = act.put(version)
        stopped(desk, act, story.id)
    return saved
