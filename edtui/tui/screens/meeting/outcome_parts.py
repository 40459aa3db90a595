"""Actions and decisions as rows of a form."""

from collections.abc import Mapping, Sequence
from typing import Any

from edtui.desk.minutes import outcome_line
from edtui.desk.session import Desk
from edtui.records.meeting import Outcome, OutcomeKind
from edtui.tui.screens.meeting.running_forms import outcome_fields
from edtui.tui.screens.meeting.seen import seen_by
from edtui.tui.widgets.fields import PartsField


def outcomes_field(key: str, label: str, desk: Desk, app: Any, kind: OutcomeKind) -> PartsField:
    """Make a field of rows, each an action or a decision."""

    def line(part: Mapping[str, Any]) -> str:
        one = Outcome.model_validate({**part, "kind": kind})
        return outcome_line(desk, one, seen_by(app))

    return PartsField(key, label, fields=lambda: outcome_fields(desk, app, kind), line=line)


def outcomes_of(
    parts: Sequence[Mapping[str, Any]], kind: OutcomeKind = OutcomeKind.ACTION
) -> list[Outcome]:
    """Give the outcomes of a field's rows."""
    return [Outcome.model_validate({**part, "kind": kind}) for part in parts]
