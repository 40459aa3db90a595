"""The lines of all stories, made once and kept up by changes: the list waits once."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from threading import Lock, RLock

from edtui.desk import folding
from edtui.desk.act import Change
from edtui.desk.collecting import without_collecting
from edtui.desk.raw import Raw
from edtui.desk.session import Desk
from edtui.desk.story_papers import history_before, state_of
from edtui.desk.story_row_making import row_now, row_of
from edtui.desk.story_rows import StoryRow
from edtui.records.narrator_care import NarratorCare
from edtui.records.person import Person
from edtui.records.story import Story
from edtui.records.story_consent import StoryConsent
from edtui.records.story_papers import Narrator
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
        self._stale_narrators: set[int] = set()
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
                people, self._stale_narrators = self._stale_narrators, set()
                everything, self._all_stale = self._all_stale, False
            if people and self._rows:
                stale |= {row.id for row in self._rows.values() if row.narrator_id in people}
            if self._rows is None or everything:
                with without_collecting():
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
        stories = list(self._desk.documents(Story))
        told = {int(story.get("narrator_id") or 0) for _number, story in stories}
        agreed = {one.person_id: one for one in self._desk.all(NarratorCare)}
        narrators = {
            one: state_of(self._desk, one, agreed.get(one) or NarratorCare(person_id=one))
            for one in told - {0}
        }
        return {
            number: row_of(
                number,
                story,
                versions.get(number, ()),
                consents.get(number, ()),
                before=before,
                narrator=narrators.get(int(story.get("narrator_id") or 0), Narrator()),
            )
            for number, story in stories
        }

    def _renew(self, rows: dict[int, StoryRow], number: int, before: datetime | None) -> None:
        story = self._desk.find(Story, number)
        if story is None:
            rows.pop(number, None)
        else:
            rows[number] = row_now(self._desk, story, before)

    def _changed(self, changes: Sequence[Change]) -> None:
        # Only noted here: a commit does not wait for the list.
        with self._noting:
            for change in changes:
                if change.table == Story.table:
                    self._stale.add(change.number)
                elif change.table == Person.table:
                    self._stale_narrators.add(change.number)
                elif change.table in _OF_A_STORY:
                    self._stale |= _numbers(change, "story_id")
                elif change.table == NarratorCare.table:
                    self._stale_narrators |= _numbers(change, "person_id")
                elif change.table == ConsentMark.table:
                    self._all_stale = True


def _numbers(change: Change, field: str) -> set[int]:
    return {int(one[field]) for one in (change.before, change.after) if one}


def _by_story(documents: Iterable[tuple[int, Raw]]) -> dict[int, list[tuple[int, Raw]]]:
    found: dict[int, list[tuple[int, Raw]]] = {}
    for number, document in documents:
        found.setdefault(int(document["story_id"]), []).append((number, document))
    return found


def _by_title(row: StoryRow) -> tuple[str, int]:
    return folding.fold(row.title), row.id


def _nothing() -> None:
    pass
