"""The lines of all stories, made once and kept up by changes: the list waits once."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from threading import Lock, RLock

from edtui.desk import folding
from edtui.desk.act import Change
from edtui.desk.raw import Raw
from edtui.desk.session import Desk
from edtui.desk.story_papers import history_before
from edtui.desk.story_rows import StoryRow, row_of
from edtui.desk.story_texts import texts_of
from edtui.records.story import Story
from edtui.records.story_consent import StoryConsent
from edtui.records.story_tombstone import ConsentMark
from edtui.records.story_version import StoryVersion

_OF_A_STORY = (StoryVersion.table, StoryConsent.table)


class StoryIndex:
    """The lines of the stories of one desk. `close` lets go of the desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._making = RLock()
        self._noting = Lock()
        self._rows: dict[int, StoryRow] | None = None
        self._ordered: list[StoryRow] | None = None
        self._stale: set[int] = set()
        self._all_stale = False
        self._stop: Callable[[], None] = desk.listen(self._changed)

    def close(self) -> None:
        """Hear of no more changes."""
        self._stop()
        self._stop = _nothing

    def rows(self) -> Sequence[StoryRow]:
        """Give the lines by title. Slow the first time and after many changes: ask in a thread."""
        with self._making:
            with self._noting:
                stale, self._stale = self._stale, set()
                everything, self._all_stale = self._all_stale, False
            if self._rows is None or everything:
                self._rows, self._ordered = self._read_all(), None
            elif stale:
                before = history_before(self._desk)
                for number in stale:
                    self._renew(self._rows, number, before)
                self._ordered = None
            if self._ordered is None:
                self._ordered = sorted(self._rows.values(), key=_by_title)
            return self._ordered

    def row(self, number: int) -> StoryRow | None:
        """Give the line of one story, None where it is gone."""
        with self._making:
            self.rows()
            return (self._rows or {}).get(number)

    def _read_all(self) -> dict[int, StoryRow]:
        versions = _by_story(self._desk.documents(StoryVersion))
        consents = _by_story(self._desk.documents(StoryConsent))
        before = history_before(self._desk)
        return {
            number: row_of(
                number, story, versions.get(number, ()), consents.get(number, ()), before
            )
            for number, story in self._desk.documents(Story)
        }

    def _renew(self, rows: dict[int, StoryRow], number: int, before: datetime | None) -> None:
        desk = self._desk
        story = desk.find(Story, number)
        if story is None:
            rows.pop(number, None)
            return
        versions = [(one.id, one.document()) for one in texts_of(desk, number)]
        consents = [(one.id, one.document()) for one in
                    desk.having(StoryConsent, "story_id", number)]  # fmt: skip
        rows[number] = row_of(number, story.document(), versions, consents, before)

    def _changed(self, changes: Sequence[Change]) -> None:
        # Only noted here: a commit does not wait for the list.
        with self._noting:
            for change in changes:
                if change.table == Story.table:
                    self._stale.add(change.number)
                elif change.table in _OF_A_STORY:
                    for document in (change.before, change.after):
                        if document:
                            self._stale.add(int(document["story_id"]))
                elif change.table == ConsentMark.table:
                    self._all_stale = True


def _by_story(documents: Iterable[tuple[int, Raw]]) -> dict[int, list[tuple[int, Raw]]]:
    found: dict[int, list[tuple[int, Raw]]] = {}
    for number, document in documents:
        found.setdefault(int(document["story_id"]), []).append((number, document))
    return found


def _by_title(row: StoryRow) -> tuple[str, int]:
    return folding.fold(row.title), row.id


def _nothing() -> None:
    pass
