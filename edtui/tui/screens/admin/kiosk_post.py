"""Post of kiosks: what visitors and people of the team sent, until somebody takes it in."""

from collections.abc import Iterable

from edtui.desk import kiosk_post
from edtui.desk.kiosk_settings import kiosks
from edtui.desk.kiosk_words import letter_lines, sender
from edtui.errors import N_, Sentence
from edtui.locale import _, dates
from edtui.records.kiosk import Kiosk
from edtui.records.kiosk_letter import LABELS, Letter, LetterKind
from edtui.tui.commands.admin import COORDINATOR
from edtui.tui.commands.base import Command
from edtui.tui.commands.kiosks import POST
from edtui.tui.curtain import shown_name
from edtui.tui.screens.admin.area import Area, AreaRead, Fact
from edtui.tui.widgets.rows import Row
from edtui.tui.widgets.table_columns import Column

_MADE = {
    LetterKind.TALK: N_("It stands with the talks that clients ask for."),
    LetterKind.REPORT: N_("The report is saved, and the visit is done."),
    LetterKind.WISHES: N_("It is changed with the person."),
    LetterKind.ACTION: N_("The action point is done."),
    LetterKind.IDEA: N_("It stands with the action points."),
}
"""What taking in does, said afterwards."""


class KioskPostArea(Area):
    """The list of letters, the oldest first."""

    WHERE = POST
    NAME = "kiosk_post"
    TITLE = N_("Post of kiosks")
    ROLES = COORDINATOR
    EMPTY = Sentence(N_("Nothing was sent at a kiosk that waits for you."))
    COLUMNS = (
        Column("what", N_("What"), min=14, max=28, priority=9),
        Column("sent", N_("Sent"), min=10, max=18, priority=8),
        Column("where", N_("Came from"), min=8, max=24, priority=6),
        Column("begins", N_("Begins"), min=10, max=60, priority=5),
    )
    WRITES = frozenset({"take", "done"})
    NEEDS_ROW = frozenset({"take", "done"})
    _known: list[Kiosk]
    wanted = 0
    """The letter on which the cursor is to stand, chosen elsewhere."""

    def read(self) -> list[Letter]:
        """Give what waits."""
        self._known = kiosks(self.desk)
        return kiosk_post.letters(self.desk)

    def row(self, at: int, item: Letter) -> Row:
        """Give a letter's line."""
        where = kiosk_post.from_where(self.desk, item, self._known)
        if item.user_id:
            where = shown_name(self.app, sender(self.desk, item))
        lines, now = letter_lines(self.desk, item), self.desk.clock.now()
        begins = lines[1] if item.user_id and len(lines) > 1 else (lines or [""])[0]
        return Row(at + 1, [_(LABELS[item.kind]), dates.ago(item.sent, now), where, begins])

    def on_area_read(self, message: AreaRead) -> None:
        """Show the letters, the cursor on the one that was chosen elsewhere."""
        message.prevent_default()  # the base's own is called here, first
        super().on_area_read(message)
        wanted, self.wanted = self.wanted, 0
        for at, letter in enumerate(self.items, 1):
            if letter.id == wanted:
                self.table.go_to(at)

    def facts(self, item: Letter) -> Iterable[Fact]:
        """Give the whole letter."""
        for line in letter_lines(self.desk, item):
            yield "", line

    def names_object(self, command: Command) -> Sentence | None:
        """Say what putting away does."""
        if command.id == "kiosk_post.done" and self.current is not None:
            return Sentence(N_("Put this letter away? Nothing is made of it, and it is gone."))
        return None

    def action_take(self) -> None:
        """Make of the letter what it asks for."""
        item: Letter = self.current
        told = _MADE.get(item.kind, "")
        self.do(
            _("It is being taken in"),
            lambda: kiosk_post.take_in(self.desk, item.id),
            lambda _made: self.app.notify(_(told)) if told else None,
        )

    def action_done(self) -> None:
        """Put the letter away."""
        item: Letter = self.current
        self.do(
            _("It is being put away"),
            lambda: kiosk_post.done(self.desk, item.id),
            lambda _made: None,
        )
