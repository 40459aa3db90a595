"""What a command is, and what a place is where its key works."""

from dataclasses import dataclass

KEY_ALONE = " "
"""In place of a short label: the key bar then shows the key without a word."""


@dataclass(frozen=True)
class Place:
    """A screen, a dialog or a list that answers to keys of its own."""

    name: str
    """What a node says as its ``WHERE``."""

    title: str
    """Heading in the help page and in the README's key table (message id)."""

    typing: bool = False
    """Something here is typed into, so that a plain letter is text and never a command."""

    modal: bool = False
    """Stands over everything else: only the priority keys of ``everywhere`` work beside it."""


@dataclass(frozen=True)
class Command:
    """One thing that a key does. All texts are message ids.

    ``id`` is ``<area>.<verb>``; the keymap file names it. ``key`` is a Textual key name, or
    several with commas between them; the first one is shown.
    """

    id: str
    key: str
    label: str
    """What the key bar says when there is room."""

    help: str
    """One sentence for the help page, the palette and the README."""

    where: str
    """Name of the `Place`."""

    action: str = ""
    """``<name>`` of the method ``action_<name>`` on the node of that place; empty: the id's verb.
    Parameters may follow: ``go('people')``."""

    medium: str = ""
    """Label where there is less room; empty: the label."""

    short: str = ""
    """Label where there is little room; empty: as where there is less; `KEY_ALONE`: none."""

    shown: int = 0
    """Rank in the key bar, 1 first; 0: not in the bar."""

    right: bool = False
    """Stands at the right end of the key bar."""

    dangerous: bool = False
    """Asks before it does anything, naming what it would touch (`Commanded.names_object`)."""

    roles: frozenset[str] = frozenset()
    """Roles that may; empty: all."""

    priority: bool = False
    """Works before whatever has the focus, in dialogs too."""

    palette: bool = True
    """Stands in the palette (``ctrl+p``)."""

    instead_of: str = ""
    """Id of the command of ``everywhere`` that gives way to this one here, if one does."""

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys, first the one that is shown."""
        return tuple(key.strip() for key in self.key.split(","))

    @property
    def runs(self) -> str:
        """The action to run on the node of its place."""
        return self.action or self.id.rpartition(".")[2]
