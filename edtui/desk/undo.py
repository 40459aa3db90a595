"""Taking back and doing again, through the day.

What an act changed is remembered beside what it changed: one table a compartment (``undo_office``
and so on), so that the text before a change stays under the key of its compartment. An entry holds
the documents as they were before, and a fingerprint of what the act left. Where a document is no
longer what the act left, somebody changed it since; then nothing is taken back.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import orjson

from edtui.desk import stored, tables
from edtui.desk.at_vault import AtVault, Change
from edtui.desk.errors import ChangedSince
from edtui.desk.labels import label_document, label_sentence
from edtui.desk.logbook import Logbook
from edtui.errors import NotAllowed, Sentence
from edtui.records.log_entry import Event

DONE, UNDONE = "done", "undone"


class _Part(NamedTuple):
    """The share of one compartment in an act: a document of ``undo_<compartment>``."""

    compartment: str
    number: int
    document: Mapping[str, Any]


class _Entry(NamedTuple):
    """One act that can be taken back or done again; ``order`` goes up with every act."""

    order: int
    state: str
    parts: list[_Part]

    @property
    def label(self) -> Sentence:
        """What was done."""
        told = [part.document["label"] for part in self.parts if part.document.get("label")]
        return label_sentence(told[0] if told else [])


class UndoStack:
    """What a person did today, newest last, kept sealed beside what it changed."""

    def __init__(self, desk: AtVault, log: Logbook) -> None:
        self._desk = desk
        self._log = log
        self._last = 0
        self._undone: list[_Entry] | None = None

    def keep(self, label: Sentence, changes: Sequence[Change]) -> None:
        """Remember an act, inside the commit that makes it. A new act ends redoing."""
        if not changes:
            return
        for entry in self._load_undone():
            self._drop(entry)
        moment = self._desk.clock.now()
        self._last = max(self._last + 1, int(moment.timestamp() * 1_000_000))
        first = tables.compartment_of(changes[0].table)
        for compartment, ours in _by_compartment(changes).items():
            kept: dict[str, Any] = {
                "user": self._desk.vault.user_id,
                "order": self._last,
                "moment": moment.isoformat(timespec="seconds"),
                "state": DONE,
                "changes": [
                    [change.table, change.number, change.before, _fingerprint(change.after)]
                    for change in ours
                ],
            }
            if compartment == first:
                kept["label"] = label_document(label)
            stored.insert(self._desk.vault.db, f"undo_{compartment}", kept)

    def kept(self) -> None:
        """Say that the commit of the last `keep` succeeded."""
        self._undone = []

    def look_again(self) -> None:
        """Say that another terminal wrote here: what is remembered of it may be old."""
        self._undone = None

    def peek(self) -> Sentence | None:
        """Give what `undo` would take back."""
        done = self._load(DONE)
        return done[-1].label if done else None

    def peek_redo(self) -> Sentence | None:
        """Give what `redo` would do again."""
        undone = self._load(UNDONE)
        return undone[0].label if undone else None

    def undo(self) -> Sentence | None:
        """Take back the newest act; give what it was, or None when there is none.

        Raises:
            ChangedSince: somebody changed one of the records since; nothing is taken back.
            ReadOnly: nothing can be written now.
        """
        return self._turn(DONE, UNDONE, -1)

    def redo(self) -> Sentence | None:
        """Do again what was taken back last; give what it was, or None.

        Raises:
            ChangedSince: somebody changed one of the records since; nothing is done.
            ReadOnly: nothing can be written now.
        """
        return self._turn(UNDONE, DONE, 0)

    def skip(self) -> Sentence | None:
        """Let go of the newest act, which stays done, so that the one before can be taken back."""
        done = self._load(DONE)
        if not done:
            return None
        self._desk.check_writable()
        with self._desk.vault.transaction():
            self._drop(done[-1])
        return done[-1].label

    def drop_earlier_days(self) -> None:
        """Forget the acts of before today, at sign-in; also other people's."""
        today = self._desk.clock.today().isoformat()
        old = [part for part in self._parts() if str(part.document["moment"])[:10] < today]
        self._drop_parts(old)

    def clear(self) -> None:
        """Forget every act, of anybody, as far as this person may write: they fit nothing now."""
        self._drop_parts(list(self._parts()))

    def forget(self, table: str, numbers: Iterable[int]) -> None:
        """Drop every entry, of anybody, that holds one of these documents: they are erased."""
        gone = {(table, number) for number in numbers}
        self._drop_parts(
            part
            for part in self._parts()
            if any((change[0], change[1]) in gone for change in part.document["changes"])
        )

    def _turn(self, state: str, to: str, which: int) -> Sentence | None:
        if not self._load(state):
            return None
        with self._desk.commit() as changes:
            # Once more: another terminal of the same person may have been first.
            found = self._load(state)
            if not found:
                return None
            entry = found[which]
            for part in entry.parts:
                turned = []
                for table, number, wanted, left in reversed(part.document["changes"]):
                    now = stored.read(self._desk.vault.db, table, number)
                    if _fingerprint(now) != left:
                        raise ChangedSince(theirs=now or {}, yours=wanted or {})
                    after = self._put_back(table, number, now, wanted)
                    turned.append([table, number, now, _fingerprint(after)])
                    changes.append(Change(table, number, now, after))
                document = {**part.document, "state": to, "changes": turned}
                name = f"undo_{part.compartment}"
                stored.replace(self._desk.vault.db, name, part.number, document)
            self._log.acted(changes, Event.UNDO if to == UNDONE else Event.REDO)
            self._undone = None
        return entry.label

    def _put_back(
        self,
        table: str,
        number: int,
        now: Mapping[str, Any] | None,
        wanted: Mapping[str, Any] | None,
    ) -> dict[str, Any] | None:
        """Write ``wanted`` with a new revision, so that a form that is open elsewhere notices."""
        if wanted is None:
            stored.remove(self._desk.vault.db, table, number)
            return None
        revisions = (int(document.get("revision", 0)) for document in (now, wanted) if document)
        after = {
            **wanted,
            "revision": max(revisions) + 1,
            "changed": self._desk.clock.now().isoformat(timespec="seconds"),
            "changed_by": self._desk.vault.user_id,
        }
        stored.replace(self._desk.vault.db, table, number, after)
        return after

    def _load(self, state: str) -> list[_Entry]:
        """Give the person's own entries in a state, oldest first."""
        entries: dict[int, _Entry] = {}
        for part in self._parts():
            if part.document["user"] == self._desk.vault.user_id:
                order = int(part.document["order"])
                entry = _Entry(order, str(part.document["state"]), [])
                entries.setdefault(order, entry).parts.append(part)
        self._last = max([self._last, *entries])
        newest_done = max((e.order for e in entries.values() if e.state == DONE), default=0)
        chosen = [
            entry
            for entry in entries.values()
            if entry.state == state and (state == DONE or entry.order > newest_done)
        ]
        return sorted(chosen, key=lambda entry: entry.order)

    def _load_undone(self) -> list[_Entry]:
        if self._undone is None:
            self._undone = self._load(UNDONE)
        return self._undone

    def _parts(self) -> Iterable[_Part]:
        for compartment in tables.KEPT:
            try:
                for document in self._desk.vault.db.table(f"undo_{compartment}"):
                    yield _Part(compartment, document.doc_id, document)
            except NotAllowed:  # no key for this compartment: nothing of ours in it
                continue

    def _drop(self, entry: _Entry) -> None:
        for part in entry.parts:
            stored.remove(self._desk.vault.db, f"undo_{part.compartment}", part.number)

    def _drop_parts(self, parts: Iterable[_Part]) -> None:
        numbers: dict[str, list[int]] = {}
        for part in parts:
            private = part.compartment == tables.PRIVATE  # read at all, it is one's own
            if not private and not self._desk.vault.may_write(part.compartment):
                continue  # who may only read there leaves it to those who may write
            numbers.setdefault(f"undo_{part.compartment}", []).append(part.number)
        if not numbers or self._desk.read_only is not None:
            return
        with self._desk.vault.transaction():
            for table, ours in numbers.items():
                stored.remove(self._desk.vault.db, table, *ours)
        self._undone = None


def _by_compartment(changes: Iterable[Change]) -> dict[str, list[Change]]:
    sorted_: dict[str, list[Change]] = {}
    for change in changes:
        sorted_.setdefault(tables.compartment_of(change.table), []).append(change)
    return sorted_


def _fingerprint(document: Mapping[str, Any] | None) -> str:
    """Give 128 bits over what a document says, bookkeeping left out; empty for no document."""
    said = stored.content(document)
    if said is None:
        return ""
    plain = orjson.dumps(said, option=orjson.OPT_SORT_KEYS)
    return hashlib.blake2b(plain, digest_size=16).hexdigest()
