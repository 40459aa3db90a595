"""Somebody else saved the same record meanwhile: both versions, field by field, to choose from."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from textual import events
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import Static

from edtui.errors import N_
from edtui.locale import _
from edtui.tui.commands.form import VERSIONS
from edtui.tui.dialogs.base import Dialog
from edtui.tui.dialogs.form_sheet import Sheet
from edtui.tui.plain import plain
from edtui.tui.widgets.cell_text import cell_text, wrapped
from edtui.tui.widgets.fields.stored import storable
from edtui.tui.widgets.signs import signs_for

YOURS, THEIRS = "yours", "theirs"


class Difference(NamedTuple):
    """One field of which there are two versions."""

    key: str
    label: str
    """Message id."""

    yours: str
    theirs: str
    first: str
    """Which one is chosen to begin with: that of whom it was changed."""

    both: bool
    """Whether both of you changed it."""


def differing(
    sheet: Sheet,
    stored: Mapping[str, Any],
    yours: Mapping[str, Any],
    theirs: Mapping[str, Any],
) -> list[Difference]:
    """Give the fields of which ``yours`` and ``theirs`` differ; ``stored`` is what both had."""
    rows = []
    for key, field in sheet.fields.items():
        mine, other, old = (_plain_value(values.get(key)) for values in (yours, theirs, stored))
        if mine == other:
            continue
        first = THEIRS if mine == old else YOURS
        rows.append(
            Difference(
                key=key,
                label=field.label,
                yours=field.shown(yours.get(key)),
                theirs=field.shown(theirs.get(key)),
                first=first,
                both=old not in (mine, other),
            )
        )
    return rows


def _plain_value(value: Any) -> Any:
    """Give a value so that "nothing" is the same in every form."""
    return storable({"v": value})["v"] if value not in (None, "", (), [], {}) else None


class VersionRow(Widget, can_focus=True):
    """One field: its label, your version, the other's; one of them chosen."""

    def __init__(self, difference: Difference) -> None:
        super().__init__()
        self.difference = difference
        self.chosen = difference.first

    def turn(self, to: str = "") -> None:
        """Choose the other version, or the one that is named."""
        self.chosen = to or (THEIRS if self.chosen == YOURS else YOURS)
        self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  Textual's
        """As many lines as both versions need."""
        return len(self._lines(width))

    def render(self) -> Content:
        """Give the lines."""
        return Content("\n").join(line for line, _of in self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[tuple[Content, str]]:
        signs, row = signs_for(self), self.difference
        head = f"{signs.cursor if self.has_focus else ' '} {_(row.label)}"
        if row.both:
            head += f"  {signs.look} " + _("changed by both of you")
        lines = [(plain(head).stylize("bold" if self.has_focus else ""), "")]
        names = {YOURS: _(N_("yours")), THEIRS: _(N_("the other's"))}
        wide = max(len(name) for name in names.values())
        for name, text in ((YOURS, row.yours), (THEIRS, row.theirs)):
            sign = signs.chosen if name == self.chosen else signs.free
            style = "" if name == self.chosen else "$text-muted"
            start = f"    {sign} {names[name]:<{wide}}  "
            shown = wrapped(text, max(8, width - len(start))) or [_("(empty)")]
            for at, part in enumerate(shown):
                before = start if not at else " " * len(start)
                lines.append((plain(before + cell_text(part)).stylize(style), name))
        return lines

    def on_click(self, event: events.Click) -> None:
        """Choose the version that was clicked."""
        of = [name for _line, name in self._lines(self.content_size.width)]
        if event.y < len(of) and of[event.y]:
            self.turn(of[event.y])


class Versions(Dialog[dict[str, str]]):
    """Gives, by field, ``yours`` or ``theirs``; None when the person goes back to the form."""

    WHERE = VERSIONS
    DEFAULT_CLASSES = "-versions"

    def __init__(self, rows: Sequence[Difference]) -> None:
        super().__init__(_("Somebody else changed this in the meantime."))
        self.rows = [VersionRow(row) for row in rows]

    def compose_body(self) -> Iterable[Widget]:
        """Give the fields that differ."""
        yield Static(plain(_("Choose for each field which version stays.")), classes="lead")
        with VerticalScroll(id="versions", can_focus=False):
            yield from self.rows

    def on_mount(self) -> None:
        """Go to the first field that both changed, else to the first."""
        both = [row for row in self.rows if row.difference.both]
        (both or self.rows)[0].focus()

    def action_turn(self) -> None:
        """Choose the other version."""
        if isinstance(self.focused, VersionRow):
            self.focused.turn()

    def action_down(self) -> None:
        """Go to the next field."""
        self.focus_next(VersionRow)

    def action_up(self) -> None:
        """Go to the field before."""
        self.focus_previous(VersionRow)

    def action_take(self) -> None:
        """Give the choice."""
        self.dismiss({row.difference.key: row.chosen for row in self.rows})
