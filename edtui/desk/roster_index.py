"""The whole roster as lines in memory, kept up to date by the changes that commits tell.

Made once after unlocking, in a thread; a change then touches only the lines that it concerns. The
result is always the same as making it anew (a test holds that).
"""

import threading
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields

from edtui.desk import stored
from edtui.desk.act import Change
from edtui.desk.attention import Horizon
from edtui.desk.checklist_files import role_items
from edtui.desk.collecting import in_order, without_collecting
from edtui.desk.folding import searchable
from edtui.desk.raw import Raw
from edtui.desk.roster_rows import PersonRow, RoleBit, person_row, role_bit
from edtui.desk.session import Desk
from edtui.desk.settings import attention_rules
from edtui.desk.vocabularies import vocabularies
from edtui.records.attention import AttentionRules
from edtui.records.checklists import ChecklistItem

_Key = tuple[tuple[str, str, str], int]


class RosterIndex:
    """Everybody on the roster, by name. `build` may run in a thread."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._lock = threading.RLock()
        self._building = threading.RLock()
        """Held while every line is made; a save or a look at the lines does not wait for that."""
        self._closed = False
        self._missed: list[Change] | None = None
        self._listeners: list[Callable[[], None]] = []
        self.ready = False
        """Whether `build` has run."""
        self.anew: Callable[[], None] = self.build
        """Makes every line anew where a save asks for it; a screen has a thread do that."""
        self._contents = _Contents.empty(desk)
        self._rows: dict[int, PersonRow] = {}
        self._order: list[_Key] = []
        self._listed: list[PersonRow] = []
        self._stale = False
        self._stop_listening = desk.listen(self._changed)

    def build(self) -> None:
        """Make every line anew."""
        with self._building:
            self._build()
        self._tell()

    def ensure(self) -> None:
        """Make every line, unless that was done; where another thread is at it, wait for that."""
        with self._building:
            if not self.ready:
                self.build()

    def _build(self) -> None:
        with self._lock:
            self._missed = []
        try:
            with without_collecting():
                fresh = _Contents.read(self._desk)
                rows = {row.id: row for row in fresh.rows()}
                order = in_order([(row.sort_key, row.id) for row in rows.values()])
        except BaseException:
            with self._lock:
                self._missed = None
            raise
        with self._lock:
            missed, self._missed = self._missed or [], None
            if self._closed:
                return
            self._contents, self._rows, self._order = fresh, rows, order
            self._stale = True
            self.ready = True
            self._apply(missed)

    def close(self) -> None:
        """Drop everything, at lock."""
        self._stop_listening()
        with self._lock:
            self._closed = True
            self.ready = False
            self._contents = _Contents.empty(self._desk)
            self._rows, self._order, self._listed = {}, [], []

    def listen(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call ``listener`` in the thread of a change of lines; give the way to stop."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    @property
    def rows(self) -> Sequence[PersonRow]:
        """Everybody, in the order of their names. A later change makes another list."""
        with self._lock:
            if self._stale:
                self._stale = False
                self._listed = [self._rows[number] for _, number in self._order]
            return self._listed

    def row(self, number: int) -> PersonRow | None:
        """Give the line of one person."""
        return self._rows.get(number)

    def check_day(self) -> None:
        """Make every line anew when a new day began: what ends, ends on a day."""
        if self.ready and self._contents.horizon.today != self._desk.clock.today().isoformat():
            self.build()

    def _changed(self, changes: Sequence[Change]) -> None:
        if self.ready and any(_concerns_all(change) for change in changes):
            self.anew()
            return
        with self._lock:
            if self._missed is not None:
                self._missed.extend(changes)
                return
            if not self.ready or not self._apply(changes):
                return
        self._tell()

    def _apply(self, changes: Iterable[Change]) -> bool:
        concerned: set[int] = set()
        for change in changes:
            concerned |= self._contents.take(change)
        for number in concerned:
            self._renew(number)
        return bool(concerned)

    def _renew(self, number: int) -> None:
        old = self._rows.pop(number, None)
        if old is not None:
            place = bisect_left(self._order, (old.sort_key, number))
            del self._order[place]
        new = self._contents.row(number)
        if new is not None:
            self._rows[number] = new
            key = (new.sort_key, number)
            self._order.insert(bisect_left(self._order, key), key)
        self._stale = True

    def _tell(self) -> None:
        for listener in list(self._listeners):
            listener()


class _Contents:
    """What the lines are made of, apart from the people's own documents, which stay sealed."""

    def __init__(self, desk: Desk, horizon: Horizon, role_words: Mapping[str, str]) -> None:
        self._desk = desk
        self.horizon = horizon
        self._role_words = role_words
        self._items: dict[str, tuple[ChecklistItem, ...]] = {}
        self._places: dict[tuple[str, int], str] = {}
        self._roles: dict[int, dict[int, RoleBit]] = {}

    @classmethod
    def empty(cls, desk: Desk) -> "_Contents":
        """Make one that holds nothing."""
        return cls(desk, Horizon("", "", ""), {})

    @classmethod
    def read(cls, desk: Desk) -> "_Contents":
        """Read roles, organisations and locations."""
        roles = vocabularies(desk)["roles"]
        words = {term.code: searchable(term.nl, term.en) for term in roles}
        contents = cls(desk, Horizon.of(desk.clock.today(), attention_rules(desk)), words)
        if not desk.reads("people"):
            return contents  # a role without the key has an empty roster
        for table in ("organisations", "locations"):
            for document in desk.vault.db.table(table):
                contents._places[table, document.doc_id] = _place_words(document)
        for document in desk.vault.db.table("roles"):
            contents._take_role(document.doc_id, document)
        return contents

    def rows(self) -> Iterable[PersonRow]:
        """Make the line of everybody; nobody's where there is no key."""
        if not self._desk.reads("people"):
            return
        for document in self._desk.vault.db.table("people"):
            yield self._make(document.doc_id, document)

    def row(self, number: int) -> PersonRow | None:
        """Make the line of one person; None for somebody who is not there."""
        document = stored.read(self._desk.vault.db, "people", number)
        return None if document is None else self._make(number, document)

    def take(self, change: Change) -> set[int]:
        """Follow a change; give the numbers of the people whose line may differ now."""
        if change.table == "people":
            return {change.number}
        if change.table == "roles":
            both = [document for document in (change.before, change.after) if document]
            for document in both:
                self._roles.get(int(document["person_id"]), {}).pop(change.number, None)
            if change.after is not None:
                self._take_role(change.number, change.after)
            return {int(document["person_id"]) for document in both}
        if change.table in ("organisations", "locations"):
            return self._take_place(change)
        return set()

    def _take_role(self, number: int, role: Raw) -> None:
        code = role.get("role", "peer_worker")
        items = self._items.get(code)
        if items is None:
            items = self._items[code] = role_items(code)
        ours = self._roles.setdefault(int(role["person_id"]), {})
        ours[number] = role_bit(role, items, self.horizon.today)

    def _take_place(self, change: Change) -> set[int]:
        key = (change.table, change.number)
        if change.after is None:
            self._places.pop(key, None)
        else:
            self._places[key] = _place_words(change.after)
        return {
            person
            for person, bits in self._roles.items()
            for bit in bits.values()
            if change.number in (bit.locations if key[0] == "locations" else (bit.organisation,))
        }

    def _make(self, number: int, person: Raw) -> PersonRow:
        bits = self._roles.get(number)
        values = bits.values() if bits else ()
        return person_row(
            number,
            person,
            values,
            horizon=self.horizon,
            places=self._places,
            role_words=self._role_words,
        )


def _concerns_all(change: Change) -> bool:
    """Say whether a change may alter every line: words, or when something asks for a look."""
    if change.table != "settings":
        return change.table == "words"
    before, after = change.before or {}, change.after or {}
    names = [field.name for field in fields(AttentionRules)]
    return any(before.get(name) != after.get(name) for name in names)


def _place_words(place: Raw) -> str:
    return searchable(place.get("name", ""), place.get("travel_cluster", ""))
