"""The texts of one story, found quickly: for screens that ask at every step of a cursor.

Texts are long: looking through all of them for one story's takes longer than a key may take. So
which texts belong to which story is remembered, and kept up by what is told of each commit. Inside
an act others may have committed what is not told yet: there `story_versions.versions_of` is asked.
"""

from collections.abc import Sequence
from threading import Lock
from weakref import WeakValueDictionary

from edtui.desk.act import Change
from edtui.desk.session import Desk
from edtui.records.story_version import StoryVersion

_HELD: "WeakValueDictionary[int, _Texts]" = WeakValueDictionary()
"""By the id of the desk, which keeps it alive by telling it of changes."""


def texts_of(desk: Desk, story_id: int) -> list[StoryVersion]:
    """Give the versions of a story, the first first, as they are told of at this desk."""
    held = _HELD.get(id(desk))
    if held is None or held.desk is not desk:
        held = _HELD[id(desk)] = _Texts(desk)
    found = (desk.find(StoryVersion, number) for number in held.of(story_id))
    return sorted((one for one in found if one is not None), key=lambda one: one.no)


class _Texts:
    """Numbers of texts by story."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._lock = Lock()
        self._of: dict[int, set[int]] | None = None
        desk.listen(self._changed)

    def of(self, story_id: int) -> list[int]:
        """Give the numbers of a story's texts; the first time all are looked through."""
        with self._lock:
            if self._of is None:
                self._of = {}
                for number, document in self.desk.documents(StoryVersion):
                    self._of.setdefault(int(document["story_id"]), set()).add(number)
            return sorted(self._of.get(story_id, ()))

    def _changed(self, changes: Sequence[Change]) -> None:
        with self._lock:
            for change in changes:
                if change.table == StoryVersion.table and self._of is not None:
                    for document in (change.before, change.after):
                        if document:
                            # One that went is not found any more; its number is not given again.
                            of = self._of.setdefault(int(document["story_id"]), set())
                            of.add(change.number)
