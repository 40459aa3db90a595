"""Which cases are shown."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from edtui.errors import N_
from edtui.locale import _
from edtui.records.case import Case, CaseStatus
from edtui.tui.dialogs.form import Form, Section
from edtui.tui.dialogs.narrow import Narrow
from edtui.tui.screens.cases.tools import CaseTools
from edtui.tui.screens.people.facts import DOT
from edtui.tui.screens.people.words import Words
from edtui.tui.widgets.fields import ChoiceField, Field, fixed

WHICH = {
    "open": N_("open"),
    "new": N_("new"),
    "waiting": N_("waiting"),
    "closed": N_("closed"),
    "all": N_("all"),
}
"""Code of a choice to its word."""


@dataclass(frozen=True)
class CaseFilter:
    """What the list is narrowed to; an empty field does not narrow."""

    which: str = "open"
    nature: str = ""
    theme: str = ""
    sector: str = ""

    def takes(self, case: Case) -> bool:
        """Say whether a case is shown."""
        if self.which == "open" and not case.is_open:
            return False
        if self.which in _STATUSES and case.status is not _STATUSES[self.which]:
            return False
        if self.nature and case.nature != self.nature:
            return False
        if self.sector and case.sector != self.sector:
            return False
        return not self.theme or self.theme in case.themes


_STATUSES = {
    "new": CaseStatus.NEW,
    "waiting": CaseStatus.WAITING,
    "closed": CaseStatus.CLOSED,
}

OPEN = CaseFilter()


def in_words(where: CaseFilter, words: Words) -> str:
    """Give a filter in words."""
    parts = (
        _(WHICH.get(where.which, "")),
        words.label("natures", where.nature),
        words.label("themes", where.theme),
        words.label("sectors", where.sector),
    )
    return DOT.join(part for part in parts if part)


def filter_form(tools: CaseTools, where: CaseFilter) -> Form:
    """Make the form in which a filter is chosen; its result is the filter."""
    options = fixed(*((code, _(word)) for code, word in WHICH.items()))
    fields: list[Field] = [
        ChoiceField("which", N_("Cases"), options, required=True),
        tools.pick("nature", N_("Nature"), "natures"),
        tools.pick("theme", N_("Theme"), "themes"),
        tools.pick("sector", N_("Sector"), "sectors"),
    ]

    def save(values: Mapping[str, Any]) -> CaseFilter:
        return CaseFilter(**values)

    return Narrow(
        _("Which cases"), [Section("", fields)], stored=dict(vars(where)), save=save, small=True
    )
