"""A form that looks at every change whether it can be planned so."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from textual.content import Content
from textual.widgets import Static

from edtui.errors import BadInput
from edtui.locale import _
from edtui.records.planning_checks import Finding
from edtui.tui.dialogs.form import Form, Section
from edtui.tui.messages import RecordsChanged
from edtui.tui.plain import plain
from edtui.tui.screens.planning.checks_field import ChecksField, finding_line
from edtui.tui.widgets.fields import Field, TextField

Look = Callable[[Mapping[str, Any]], Sequence[Finding] | None]
"""Gives what stands in the way of values that could be read; None where too little is there."""

Follow = Callable[[str, Mapping[str, Field]], None]
"""Fills in what follows from the field that was changed."""


class CheckedForm(Form):
    """A form with a `ChecksField`; the first finding stands above the keys too, always in sight.

    Args:
        title: as `Form`.
        sections: with the field.
        checks: the field.
        look: what stands in the way.
        follow: what follows from a change.
        more: as `Form`.
    """

    def __init__(
        self,
        title: str,
        sections: Sequence[Section],
        *,
        checks: ChecksField,
        look: Look,
        follow: Follow | None = None,
        **more: Any,
    ) -> None:
        super().__init__(title, sections, **more)
        self.checks = checks
        self._look = look
        self._follow = follow
        self._line = Static("", id="form-checks", markup=False)

    def on_mount(self) -> None:
        """Make room for the first finding, and look."""
        self._line.display = False
        self.query_one("#window").mount(self._line, after="#form-body")
        self.call_after_refresh(self.look)

    def look(self) -> None:
        """Look again at what stands in the way."""
        self.checks.show(self._look(self.sheet.read()))
        left = self.checks.unanswered
        self._line.display = bool(left)
        if left:
            self._line.update(self._first_of(left))

    def _first_of(self, left: Sequence[Finding]) -> Content:
        said = finding_line(self, left[0])
        more = len(left) - 1
        if not more:
            return said
        text = _("+ {count} more").format(count=more)
        return said + plain(f"  {text}").stylize("$text-muted")

    def on_field_changed(self, event: Field.Changed) -> None:
        """Fill in what follows, and look."""
        if self._follow is not None:
            self._follow(event.field.key, self.sheet.fields)
        self.look()

    def on_records_changed(self, message: RecordsChanged) -> None:  # noqa: ARG002  the message's handler
        """Look again: somebody else may have planned the same people."""
        self.look()


def untouched(field: Field | None) -> TextField | None:
    """Give a line into which nobody typed yet."""
    return field if isinstance(field, TextField) and not field.touched else None


def known(field: Field | None) -> Any:
    """Give what stands in a field; None where nothing does, or where it is not understood.

    What the form complains of does not count: the complaint can be of before the last key.
    """
    try:
        return field.read() if field is not None else None
    except BadInput:
        return None
