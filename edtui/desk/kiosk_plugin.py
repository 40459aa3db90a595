"""The kiosks' part in what stands already: Vandaag, erasing, sitting down, looking after it."""

from collections.abc import Iterable
from weakref import WeakKeyDictionary

from edtui.desk import grants, kiosk_post, kiosk_publish, kiosk_sheet, today, traces
from edtui.desk.act import Change
from edtui.desk.kiosk_boxes import public_keys
from edtui.desk.kiosk_settings import kiosks
from edtui.desk.roster_rows import PersonRow
from edtui.desk.session import Desk
from edtui.desk.today import TodayItem
from edtui.desk.traces import Trace
from edtui.errors import N_, Sentence
from edtui.records.base import Record
from edtui.records.kiosk import KioskSettings
from edtui.records.kiosk_letter import LABELS, SILENT, Letter, LetterKind
from edtui.records.person import Person

KIND, LESS = "kiosk", "kiosk_post"
"""Kinds of Vandaag: somebody waits for an answer; what can wait."""

_STALE: "WeakKeyDictionary[Desk, set[str]]" = WeakKeyDictionary()
"""Desk to what is to be made anew: ``post``, ``times``, ``sheets``."""

_DAY: "WeakKeyDictionary[Desk, object]" = WeakKeyDictionary()
_KEYS: "WeakKeyDictionary[Desk, dict[str, bytes]]" = WeakKeyDictionary()


def plug_in() -> None:
    """Let the kiosks take part; a second call does nothing."""
    if KIND in today.KINDS:
        return
    others = dict(today.KINDS)
    today.KINDS.clear()
    # Somebody waits for an answer: before all that can wait.
    today.KINDS.update({KIND: N_("Kiosk"), **others, LESS: N_("Kiosk")})
    today.SOURCES.append(_waiting)
    traces.register(
        Trace(KioskSettings, "faces", Person.table, find=_with_face, release=_without_face)
    )


def sit_down(desk: Desk) -> None:
    """Keep up what the desk makes for kiosks, as long as it is open."""
    if desk.vault.role != grants.COORDINATOR:
        return
    _STALE[desk] = {"post", "times", "sheets"}
    desk.listen(lambda changes: _heard(desk, changes))


def look_after(desk: Desk) -> None:
    """Take in silent letters, publish, seal: what is due. Call it now and then, in a thread.

    Raises:
        EdtuiError: something could not be saved; it is tried again.
    """
    stale = _STALE.get(desk)
    if stale is None or desk.read_only is not None or not kiosks(desk):
        return
    if _DAY.get(desk) != desk.clock.today():
        stale |= {"times", "sheets"}
    keys = public_keys(desk, grants.PRIVATE)
    if _KEYS.get(desk) != keys:  # somebody came, or has keys of their own now
        stale.add("sheets")
        _KEYS[desk] = keys
    for name, doing in _DOING.items():
        if name in stale:
            stale.discard(name)
            try:
                doing(desk)
            except BaseException:
                stale.add(name)
                raise
    _DAY[desk] = desk.clock.today()


_DOING = {
    "post": kiosk_post.fold,
    "times": kiosk_publish.publish,
    "sheets": kiosk_sheet.refresh,
}


def _heard(desk: Desk, changes: list[Change]) -> None:
    touched = {change.table for change in changes}
    stale = _STALE.setdefault(desk, set())
    if Letter.table in touched:
        stale.add("post")
    if touched & kiosk_publish.TABLES:
        stale.add("times")
    if touched & kiosk_sheet.TABLES:
        stale.add("sheets")


def _waiting(desk: Desk, _rows: Iterable[PersonRow]) -> Iterable[TodayItem]:
    if desk.vault.role != grants.COORDINATOR:
        return
    known = kiosks(desk)
    for one in kiosk_post.letters(desk):
        if one.kind in SILENT:
            continue
        where = kiosk_post.from_where(desk, one, known)
        said = Sentence(LABELS[one.kind])
        what = (said, where) if where else (said,)
        title = _title(one)
        kind = KIND if one.kind in _WAITED_FOR else LESS
        yield TodayItem(kind, title, what, one.sent.date(), Letter.table, one.id)


_WAITED_FOR = frozenset({LetterKind.TALK, LetterKind.ALARM})


def _title(one: Letter) -> str:
    if one.kind is LetterKind.TALK and one.talk is not None:
        return one.talk.handle
    return one.said.partition("\n")[0][:80]


def _with_face(desk: Desk, number: int) -> list[Record]:
    return [
        one
        for one in desk.all(KioskSettings)
        if any(face.person_id == number for face in one.faces)
    ]


def _without_face(record: Record, number: int) -> Record:
    assert isinstance(record, KioskSettings)  # noqa: S101  the trace names the kind
    return record.with_(faces=tuple(one for one in record.faces if one.person_id != number))
