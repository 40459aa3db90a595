"""The desks of several people at one vault in memory, and what a case says."""

from datetime import date

from edtui.desk.session import Desk
from edtui.desk.settings import team_settings
from edtui.errors import Sentence
from edtui.records.user import User

ANNA, RIET, KEES = 1, 2, 3

CASE = {
    "summary": "wil uitleg over de verhuizing",
    "sector": "wlz_vg",
    "nature": "dissatisfaction",
    "themes": ("housing", "seclusion"),
    "involuntary": ("seclusion",),
    "route": "via_peer",
    "asker": "client",
    "since": date(2026, 11, 10),
}


class At:
    """The same vault, with somebody else at the desk."""

    def __init__(self, vault, user: str, role: str) -> None:
        self._vault = vault
        self.user = user
        self.user_id = f"id-of-{user}"
        self.role = role

    def __getattr__(self, name):
        return getattr(self._vault, name)


def at(desk: Desk, user: str, role: str = "confidant", person_id: int = 0) -> Desk:
    """Give a desk over the same vault for somebody else, who is ``person_id`` on the roster."""
    other = Desk(At(desk.vault, user, role), desk.clock)
    with desk.act(Sentence("seated")) as act:
        act.put(User(user_id=other.vault.user_id, name=user))
        if person_id:
            settings = team_settings(desk)
            known = {**settings.person_of, other.vault.user_id: person_id}
            act.put(settings.with_(person_of=known))
    return other
