"""What in a text could name somebody, as far as the person at the desk knows names.

A hint for who types: it never stops anybody. Make one guard for as long as a form is open.
"""

from collections.abc import Iterable
from typing import NamedTuple

from edtui import config
from edtui.desk.session import Desk
from edtui.desk.users import user_names
from edtui.desk.vocabularies import vocabularies
from edtui.errors import N_, NotAllowed, Sentence
from edtui.locale import _, spoken
from edtui.records.naming import Kind, Recogniser, Span, load_words
from edtui.records.naming.cues import INFIXES
from edtui.records.naming.tokens import tokens
from edtui.records.person import Person
from edtui.records.roles import RoleAssignment

ANYBODY = (
    N_("the client"),
    N_("the resident"),
    N_("a relative"),
    N_("the carer"),
    N_("the manager"),
    N_("the confidant"),
    N_("the peer worker"),
    N_("somebody"),
)
"""What may stand in the place of any name."""

_INSTEAD = {
    Kind.ADDRESS: (N_("the location"), N_("at home"), N_("(address)")),
    Kind.PHONE: (N_("(phone number)"),),
    Kind.EMAIL: (N_("(e-mail address)"),),
    Kind.BIRTH: (N_("(age)"), N_("(date of birth)")),
    Kind.BSN: (N_("(number)"),),
    Kind.IBAN: (N_("(account)"),),
    Kind.NUMBER: (N_("(number)"),),
}

_COUNTED = N_("{count} pieces of this text could name somebody. The first: {what}")


class StandIn(NamedTuple):
    """What may stand in the place of what was found."""

    text: str
    """What comes into the text; empty to leave it out."""

    label: str
    """What is shown to choose from (translated)."""


class NameGuard:
    """Looks texts through for who is typing.

    Args:
        names: person on the roster to the names that person goes by.
        recogniser: finds them, and more.
        roles: person to the words for the roles that person has now.
        handles: by which clients are known here.
    """

    def __init__(
        self,
        names: dict[int, tuple[str, ...]],
        recogniser: Recogniser,
        roles: dict[int, list[str]],
        handles: Iterable[str] = (),
    ) -> None:
        self._recogniser = recogniser
        self._roles = roles
        self._handles = tuple(handles)
        self._words = {
            number: {token.folded for name in several for token in tokens(name)} - INFIXES
            for number, several in names.items()
        }

    def spans(self, text: str) -> tuple[Span, ...]:
        """Give what could name somebody, in order; nothing overlaps."""
        return self._recogniser.spans(text)

    def line(self, line: str) -> tuple[Span, ...]:
        """Give what in one line could name somebody."""
        return self._recogniser.line(line)

    def summary(self, text: str) -> Sentence | None:
        """Give one sentence on what was found, None for nothing: for the command line."""
        found = self.spans(text)
        if not found:
            return None
        if len(found) == 1:
            return found[0].sentence
        return Sentence(_COUNTED, {"count": len(found), "what": found[0].sentence})

    def stand_ins(self, text: str, span: Span) -> list[StandIn]:
        """Give what may stand in the place of a piece of a text, the likeliest first."""
        piece = text[span.start : span.end]
        found = [_(msgid) for msgid in _INSTEAD.get(span.kind, ())]
        if span.kind in (Kind.NAME, Kind.ROSTER):
            mine = [_("the {role}").format(role=role) for role in self._roles_of(piece)]
            found = [*mine, *self._handles, *(_(msgid) for msgid in ANYBODY)]
        once = dict.fromkeys(found)
        return [*(StandIn(one, one) for one in once), StandIn("", _("leave it out"))]

    def _roles_of(self, piece: str) -> list[str]:
        said = {token.folded for token in tokens(piece)}
        said |= {one.removesuffix("s") for one in said}
        best = 0
        roles: list[str] = []
        for number, words in self._words.items():
            shared = len(said & words)
            if shared > best:
                best, roles = shared, []
            if shared and shared == best:
                roles += self._roles.get(number, [])
        return roles


def name_guard(desk: Desk, handles: Iterable[str] = ()) -> NameGuard:
    """Make a guard that knows the names which the person at the desk may read.

    Args:
        desk: whose roster; without the key to it only the members of the team are known.
        handles: what may stand in the place of a client's name.
    """
    people = _people(desk)
    known = [name for several in people.values() for name in several]
    known += user_names(desk).values()
    recogniser = Recogniser(known, desk.clock.today(), load_words(config.data_dir() / "naming"))
    return NameGuard(people, recogniser, _roles(desk), handles)


def _people(desk: Desk) -> dict[int, tuple[str, ...]]:
    if not desk.reads(Person.table):
        return {}
    found = {}
    for number, document in desk.documents(Person):
        first, called = str(document.get("first_names", "")), str(document.get("called", ""))
        rest = f"{document.get('infix', '')} {document.get('surname', '')}".strip()
        names = {f"{one} {rest}".strip() for one in (called, first) if one}
        found[number] = tuple(sorted(names))
    return found


def _roles(desk: Desk) -> dict[int, list[str]]:
    roles: dict[int, list[str]] = {}
    try:
        words = vocabularies(desk)["roles"]
        today = desk.clock.today().isoformat()
        for _number, document in desk.documents(RoleAssignment):
            if str(document.get("end") or today) >= today:
                label = words.label(str(document.get("role", "peer_worker")), spoken())
                roles.setdefault(int(document["person_id"]), []).append(label)
    except NotAllowed:
        return {}
    return roles
