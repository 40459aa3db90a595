"""The shelf, for who reads from it: at a kiosk, or signed in. Needs no key to the stories.

What stands there was let through the gate (`edtui.desk.publishing`). Here only its time and its
readers are looked at, each time anew: one whose last day is over is not shown, whoever was away.
"""

from typing import Final

from edtui.desk import grants
from edtui.desk.session import Desk
from edtui.errors import N_, NotAllowed
from edtui.records.log_entry import Basis, Event
from edtui.records.shelf_story import SHELVES, ShelfStory
from edtui.records.story_words import Audience

SHELF_TABLES: Final = tuple(kind.table for kind in SHELVES)

_TEAM: Final = frozenset({Audience.PUBLIC, Audience.OWN_TEAM, Audience.OWN_ORG})

READERS: Final[dict[str, frozenset[Audience]]] = {
    grants.KIOSK: frozenset({Audience.PUBLIC}),
    grants.PEER_WORKER: _TEAM | {Audience.PEERS},
    grants.CONFIDANT: _TEAM,
    grants.COORDINATOR: _TEAM,
}
"""Role to the audiences to which who signs in so belongs."""


class NotOnShelf(NotAllowed):
    """A story was taken away, or its time is over."""

    sentence = N_("This story is not here any more.")
    hint = N_("Choose another one.")


def on_shelf(desk: Desk) -> list[ShelfStory]:
    """Give what the person at this desk may read today, by title; one line a story."""
    found: dict[int, ShelfStory] = {}
    for kind in SHELVES:
        if desk.reads(kind.table):
            for one in desk.all(kind):
                if _may(desk, one):
                    found.setdefault(one.story_id, one)
    return sorted(found.values(), key=lambda one: (one.title.casefold(), one.story_id))


def open_story(desk: Desk, shown: ShelfStory) -> ShelfStory:
    """Give a story to read, as it stands there now; the log has it first, never who reads.

    Raises:
        NotOnShelf: it was taken away, or its time is over.
        ReadOnly: the log cannot be written, so nothing is shown.
    """
    now = desk.find(type(shown), shown.id)
    if now is None or not _may(desk, now):
        desk.log.denied(Event.PROJECT, shown.table)
        raise NotOnShelf
    desk.log.leaving(Event.PROJECT, now.table, [now.id], basis=Basis.CONSENT.value)
    return now


def still_there(desk: Desk, shown: ShelfStory) -> bool:
    """Say whether a story that is being read may still be shown."""
    now = desk.find(type(shown), shown.id)
    return now is not None and now.text_digest == shown.text_digest and _may(desk, now)


def _may(desk: Desk, one: ShelfStory) -> bool:
    in_time = one.published_on <= desk.clock.today() <= one.until
    return in_time and not READERS.get(desk.vault.role, frozenset()).isdisjoint(one.audiences)
