"""Facts that travel through the screens, in the past tense."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from textual.message import Message

from edtui.errors import Sentence
from edtui.tui.door import Created, Survey

if TYPE_CHECKING:
    from edtui.desk.act import Change
    from edtui.desk.session import Desk
    from edtui.vault.front import Front


class Index(Protocol):
    """Something made of all records, kept in memory while the desk is open."""

    def build(self) -> None:
        """Make it anew; slow."""
        ...


class VaultOpened(Message):
    """Somebody signed in: here is the desk."""

    def __init__(self, desk: "Desk", *, then_import: bool = False) -> None:
        super().__init__()
        self.desk = desk
        self.then_import = then_import


class VaultCreated(Message):
    """The wizard made a vault: its desk, and the words for the sheet on paper."""

    def __init__(self, created: Created) -> None:
        super().__init__()
        self.created = created


class OpeningFailed(Message):
    """Name and passphrase did not open the vault, or the file could not be read."""

    def __init__(self, why: Sentence, *, wrong_key: bool, damaged: bool = False) -> None:
        super().__init__()
        self.why = why
        self.wrong_key = wrong_key
        self.damaged = damaged
        """The file is broken or is none: there are ways out to offer."""


class FrontRead(Message):
    """What the file says of itself without a key was read."""

    def __init__(self, front: "Front") -> None:
        super().__init__()
        self.front = front


class Chose(Message):
    """Somebody chose what to open: once another screen stands there, a second time is none."""


class RecordsChanged(Message, bubble=False):
    """A commit was made, here or at another terminal; without changes: anything may be otherwise.

    The app gives it to every screen; it does not go up again, as the app would give it to all anew.
    """

    def __init__(self, changes: "Sequence[Change]" = ()) -> None:
        super().__init__()
        self.changes = changes

    def can_replace(self, message: Message) -> bool:
        """Tell that a newer one does, where it leaves out no table that this one names."""
        if not isinstance(message, RecordsChanged):
            return False
        return not message.changes or (bool(self.changes) and self.tables <= message.tables)

    @property
    def tables(self) -> set[str]:
        """The tables in which something changed."""
        return {change.table for change in self.changes}


class IndexOutdated(Message):
    """A save concerns everything that an index holds: it is to be made anew."""

    def __init__(self, index: "Index") -> None:
        super().__init__()
        self.index = index


class FollowingFailed(Message):
    """What other terminals saved cannot be read."""

    def __init__(self, why: Sentence, *, keys_changed: bool) -> None:
        super().__init__()
        self.why = why
        self.keys_changed = keys_changed
        """This person's key was changed or taken away elsewhere."""


class Surveyed(Message):
    """How things stand around the open vault was looked at."""

    def __init__(self, survey: Survey) -> None:
        super().__init__()
        self.survey = survey


class RecordWanted(Message):
    """Somebody chose a record in another place (find, Vandaag): show it, the cursor on it."""

    def __init__(self, table: str, number: int, form: str = "") -> None:
        super().__init__()
        self.table = table
        self.number = number
        self.form = form
        """Key of a form whose draft is to be gone on with; empty: only show the record."""


class ImportWanted(Message):
    """The wizard ended in "import a spreadsheet": the roster asks for the file."""


class CurtainMoved(Message):
    """Names are hidden from now on (``drawn``), or shown again."""

    def __init__(self, drawn: bool) -> None:
        super().__init__()
        self.drawn = drawn


class LockComing(Message):
    """The desk locks in ``seconds`` because nothing is typed."""

    def __init__(self, seconds: int) -> None:
        super().__init__()
        self.seconds = seconds
