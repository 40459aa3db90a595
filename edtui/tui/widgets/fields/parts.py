"""A list of parts, such as ways to reach somebody: rows that are added, edited, removed."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from textual import events, work
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from edtui.errors import N_
from edtui.locale import _
from edtui.tui.plain import plain
from edtui.tui.widgets.cell_text import cell_text, cut
from edtui.tui.widgets.fields.base import Field
from edtui.tui.widgets.fields.stored import storable
from edtui.tui.widgets.signs import signs_for

MakeFields = Callable[[], Sequence[Field]]
"""Gives new fields for one part."""


class PartRows(Widget, can_focus=True):
    """The parts, one a line, and a line that adds one."""

    class Asked(Message):
        """A person wants to do something with line ``at``: ``edit``, ``add``, ``remove``."""

        def __init__(self, what: str, at: int) -> None:
            super().__init__()
            self.what = what
            self.at = at

    class Submitted(Message):
        """Enter on the last, empty line: on to the next field."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.at = 0

    def write(self, lines: list[str]) -> None:
        """Show these parts (private text is welcome)."""
        self.lines = lines
        self.at = max(0, min(self.at, len(lines)))
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  Textual's
        """One line a part, and one to add where it is seen."""
        return len(self.lines) + (self.has_focus or not self.lines)

    def watch_has_focus(self, value: bool) -> None:
        """Show the line that adds one, or not."""
        super().watch_has_focus(value)
        self.refresh(layout=True)

    def render(self) -> Content:
        """Give the lines."""
        signs = signs_for(self)
        add = [_("+ add one")] if self.has_focus or not self.lines else []
        width = self.content_size.width - 2
        written = []
        for at, text in enumerate([*self.lines, *add]):
            here = self.has_focus and at == self.at
            shown = cut(cell_text(text), width, signs.cut)
            line = Content(f"{signs.cursor} " if here else "  ") + plain(shown)
            quiet = at == len(self.lines) and not here
            written.append(line.stylize("bold" if here else "$text-muted" if quiet else ""))
        return Content("\n").join(written)

    def on_key(self, event: events.Key) -> None:
        """Arrows move; enter edits or adds; n adds; backspace or del removes."""
        last = self.at == len(self.lines)
        if event.key in ("down", "j") and not last:
            self.at += 1
        elif event.key in ("up", "k") and self.at:
            self.at -= 1
        elif event.key in ("n", "plus", "insert") or (event.key == "space" and last):
            self.post_message(self.Asked("add", self.at))
        elif event.key == "enter":
            self.post_message(self.Asked("add" if last else "edit", self.at))
        elif event.key in ("backspace", "delete", "minus") and not last:
            self.post_message(self.Asked("remove", self.at))
        elif not event.is_printable:
            return
        event.stop()
        event.prevent_default()
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Edit the part that was clicked, or add one."""
        at = event.get_content_offset(self)
        if at is not None:
            self.at = min(at.y, len(self.lines))
            last = self.at == len(self.lines)
            self.post_message(self.Asked("add" if last else "edit", self.at))


class PartsField(Field):
    """Parts of a record, each a mapping of its fields.

    Args:
        key: name of the field.
        label: message id.
        fields: makes the fields of one part, new ones at each call.
        line: gives a part as one line of text.
        title: message id, heading of the window in which one part is edited.
        help: message id.
        required: whether there must be one.
        check: gives what is wrong with one part, by field.
    """

    def __init__(
        self,
        key: str,
        label: str,
        *,
        fields: MakeFields,
        line: Callable[[Mapping[str, Any]], str],
        title: str = "",
        help: str = "",
        required: bool = False,
        check: Callable[[Mapping[str, Any]], Mapping[str, Any]] | None = None,
    ) -> None:
        super().__init__(key, label, help=help or self.usual_help, required=required)
        self._fields = fields
        self._line = line
        self._title = title or label
        self._check = check
        self._parts: list[dict[str, Any]] = []
        self.rows = PartRows()

    usual_help = N_("enter changes the line, n adds one, del takes it away")

    def editor(self) -> Iterable[Widget]:
        """Give the rows."""
        yield self.rows

    @property
    def value(self) -> Any:
        """The parts, JSON values only."""
        return [dict(part) for part in self._parts]

    @value.setter
    def value(self, value: Any) -> None:
        self._parts = [storable(part) for part in value or ()]
        self._write()

    def read(self) -> Any:
        """Give the parts as mappings; days and times in ISO 8601."""
        return self.value

    def shown(self, value: Any) -> str:
        """Give the lines of the parts."""
        return "\n".join(self._line(storable(part)) for part in value or ())

    def _write(self) -> None:
        self.rows.write([self._line(part) for part in self._parts])

    def on_part_rows_asked(self, event: PartRows.Asked) -> None:
        """Do what was asked."""
        event.stop()
        if event.what == "remove":
            del self._parts[event.at]
            self._write()
            self.edited()
        else:
            self._edit(event.at if event.what == "edit" else len(self._parts))

    @work
    async def _edit(self, at: int) -> None:
        from edtui.tui.dialogs.form import Form, Section  # a form has fields: not at the top

        old = self._parts[at] if at < len(self._parts) else {}
        form = Form(
            _(self._title),
            [Section("", self._fields())],
            stored=old,
            check=self._check,
            small=True,
        )
        values = await self.app.push_screen_wait(form)
        if values is not None:
            self._parts[at : at + 1] = [{**old, **storable(values)}]
            self._write()
            self.edited()
