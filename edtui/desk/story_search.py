"""The words of the stories: an index in memory, made after unlocking and dropped at lock.

It holds which words stand in which text, not where: what is shown is looked up in the text itself
(`edtui.desk.story_snippets`). A typed word fits a word that it begins, and another form of the same
word (`edtui.desk.stems`).
"""

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import reduce
from itertools import islice
from operator import and_
from typing import Protocol
from weakref import WeakSet, WeakValueDictionary

from edtui.desk import grants
from edtui.desk.act import Change
from edtui.desk.folding import words
from edtui.desk.raw import Raw
from edtui.desk.session import Desk
from edtui.desk.stems import Kin
from edtui.desk.story_asked import Asked
from edtui.desk.story_known import known_of
from edtui.desk.word_index import WordIndex
from edtui.records.story import Story
from edtui.records.story_version import StoryVersion

_BATCH = 40
"""Texts that go into the index at once; between batches a keystroke gets its turn."""

_MOST_KIN = 200
"""Other forms of one word that are looked for at most."""


class Forgetful(Protocol):
    """Keeps pieces of texts for as long as they are shown."""

    def forget(self) -> None:
        """Let go of them: a text is gone."""
        ...


class StoryWords:
    """The index of one desk. `build` may run in a thread while others already ask."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.ready = False
        """Whether everything is in it; before, a search finds what is in it so far."""
        self.seen = 0
        """Changes of anything at the desk that were heard of: another number after each."""
        self.forgetful: WeakSet[Forgetful] = WeakSet()
        """Who is told when a text is gone."""

        self._lock = threading.RLock()
        self._closed = False
        self._inside: dict[int, int] = {}
        """Key of what is in the index (see `_key`) to its story."""
        self._shown: dict[int, int] = {}
        """The same without texts that are not the newest of their story."""
        self._texts: dict[int, dict[int, int]] = {}
        """By story: number of each text to its place in the story."""
        self._touched: set[int] = set()
        self._waiting: list[Callable[[], None]] = []
        self._kin: dict[str, frozenset[str]] = {}
        self._index = WordIndex()
        self._stop_listening = desk.listen(self._changed)

    def build(self, between: Callable[[], None] = lambda: None) -> None:
        """Put everything in; for a thread. Stops early when the index is closed.

        Args:
            between: called after every batch, to let go of the processor for a moment.
        """
        for table in (Story.table, StoryVersion.table):
            documents = self._read(table)
            while batch := list(islice(documents, _BATCH)):
                with self._lock:
                    if self._closed:
                        return
                    # What changed since it was read went in already, in its newer form.
                    fresh = [one for one in batch if _key(table, one[0]) not in self._touched]
                    self._insert(table, fresh)
                between()
        with self._lock:
            self.ready = True
            self._touched.clear()
            waiting, self._waiting = self._waiting, []
        for tell in waiting:
            tell()

    def when_ready(self, tell: Callable[[], None]) -> None:
        """Call ``tell`` once everything is in it, in the thread that put it in; else now."""
        with self._lock:
            if not self.ready:
                self._waiting.append(tell)
                return
        tell()

    def close(self) -> None:
        """Drop the index, at lock; that it was dropped already is no matter."""
        if self._closed:
            return
        self._stop_listening()
        with self._lock:
            self._closed = True
            self.ready = False
            for held in (self._inside, self._shown, self._texts, self._kin, self._waiting):
                held.clear()
            self._index.close()

    def newest(self, story: int) -> int | None:
        """Give the number of a story's newest text."""
        with self._lock:
            texts = self._texts.get(story)
            return _newest(texts) if texts else None

    def asked(self, typed: str) -> list[Asked]:
        """Give the words that somebody typed, with their other forms."""
        with self._lock:
            if self._closed:
                return []
            return [Asked(word, self._forms(word)) for word in dict.fromkeys(words(typed))]

    def find(self, asked: Sequence[Asked], texts: Mapping[int, int] | None = None) -> set[int]:
        """Give the stories in which every word fits: in the text, or in what is known of it.

        Args:
            asked: words, by `asked`; none fit nothing.
            texts: story to the text that counts, and no other stories; None: the newest of each.
        """
        with self._lock:
            if self._closed or not asked:
                return set()
            return reduce(and_, (self._with(one, texts) for one in asked))

    def about(self, one: Asked) -> set[int]:
        """Give the stories of which something is known that has a word, whatever their text."""
        with self._lock:
            if self._closed:
                return set()
            keys = self._index.having(one.word, one.forms)
            return {self._inside[key] for key in keys if _is_story(key) and key in self._inside}

    def _with(self, one: Asked, texts: Mapping[int, int] | None) -> set[int]:
        keys = self._index.having(one.word, one.forms)
        if texts is None:
            shown = self._shown
            return {shown[key] for key in keys if key in shown}
        inside = self._inside
        every = ((key, inside[key]) for key in keys if key in inside)
        return {
            story
            for key, story in every
            if story in texts and (_is_story(key) or _number(key) == texts[story])
        }

    def _forms(self, word: str) -> frozenset[str]:
        found = self._kin.get(word)
        if found is None:
            kin = Kin(word)
            forms = {form for head in kin.beginnings for form in self._index.beginning(head)
                     if not form.startswith(word) and kin.has(form)}  # fmt: skip
            found = self._kin[word] = frozenset(sorted(forms, key=_short_first)[:_MOST_KIN])
        return found

    def _read(self, table: str) -> Iterator[tuple[int, Raw]]:
        if not grants.may_read(self.desk, "stories"):
            return  # without the key there is nothing to find
        for document in self.desk.vault.db.table(table):
            yield document.doc_id, document

    def _changed(self, changes: Sequence[Change]) -> None:
        with self._lock:
            self.seen += len(changes)
            gone = False
            for change in changes:
                if self._closed or change.table not in (Story.table, StoryVersion.table):
                    continue
                key = _key(change.table, change.number)
                if change.before is not None and key in self._inside:
                    self._delete(change.table, change.number, change.before)
                    gone = gone or not (change.after and _body(change.table, change.after))
                if not self.ready:
                    self._touched.add(key)
                if change.after is not None:
                    self._insert(change.table, [(change.number, change.after)])
            if gone and not self._closed:
                self._index.tidy()
                for one in list(self.forgetful):
                    one.forget()

    def _insert(self, table: str, documents: Sequence[tuple[int, Raw]]) -> None:
        bodies = [(number, one, _body(table, one)) for number, one in documents]
        rows = [(_key(table, number), body) for number, _one, body in bodies if body]
        self._index.put(rows)
        self._kin.clear()
        for number, one, body in bodies:
            if not body:
                continue
            key = _key(table, number)
            if _is_story(key):
                self._inside[key] = self._shown[key] = number
                continue
            story = self._inside[key] = int(one["story_id"])
            self._texts.setdefault(story, {})[number] = int(one.get("no", 0))
            self._show_newest(story)

    def _delete(self, table: str, number: int, before: Raw) -> None:
        key = _key(table, number)
        self._index.take(key, _body(table, before))
        self._kin.clear()
        story = self._inside.pop(key)
        self._shown.pop(key, None)
        if not _is_story(key):
            self._texts.get(story, {}).pop(number, None)
            self._show_newest(story)

    def _show_newest(self, story: int) -> None:
        texts = self._texts.get(story)
        if not texts:
            self._texts.pop(story, None)
            return
        if len(texts) > 1:
            for number in texts:
                self._shown.pop(_key(StoryVersion.table, number), None)
        self._shown[_key(StoryVersion.table, _newest(texts))] = story


_HELD: WeakValueDictionary[int, StoryWords] = WeakValueDictionary()
"""By the id of the desk; who holds one keeps it alive."""


def hold(desk: Desk) -> StoryWords | None:
    """Make the index of a desk, with nothing in it yet; None where the role has no key to it."""
    if not grants.may_read(desk, "stories"):
        return None
    index = _HELD[id(desk)] = StoryWords(desk)
    return index


def index_of(desk: Desk) -> StoryWords | None:
    """Give the index of a desk, where one is held."""
    found = _HELD.get(id(desk))
    return found if found is not None and found.desk is desk else None


def _body(table: str, document: Raw) -> str:
    return known_of(document) if table == Story.table else str(document.get("text", ""))


def _newest(texts: Mapping[int, int]) -> int:
    return max(texts, key=lambda number: (texts[number], number))


def _key(table: str, number: int) -> int:
    return number << 1 | (table == Story.table)


def _is_story(key: int) -> bool:
    return bool(key & 1)


def _number(key: int) -> int:
    return key >> 1


def _short_first(form: str) -> tuple[int, str]:
    return len(form), form
