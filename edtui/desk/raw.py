"""Reading documents without making records of them: for long lists and indexes.

A document leaves out what stands at its default (`edtui.records.base.Record.document`), so each
reader names the default again. Everything here takes a document as the vault gives it.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

Raw = Mapping[str, Any]


def as_day(value: object) -> date | None:
    """Give the day of an ISO text, or None."""
    return date.fromisoformat(value[:10]) if isinstance(value, str) and value else None


def contract_hours(person: Raw, today: str) -> float | None:
    """Give the hours a week agreed today; of several agreements the one that started last.

    Args:
        person: document of ``people``.
        today: the day in ISO form, compared as text.
    """
    holding = [
        period
        for period in person.get("contracts", ())
        if period.get("start", "") <= today <= (period.get("end") or "9999")
    ]
    if not holding:
        return None
    hours = max(holding, key=lambda period: period.get("start", "")).get("hours_a_week")
    return float(hours) if hours is not None else None


def holds_on(role: Raw, today: str) -> bool:
    """Say whether a document of ``roles`` covers a day (ISO text)."""
    return (role.get("start") or "") <= today <= (role.get("end") or "9999")


# fmt: off
_UNREAD = frozenset({
    "asker", "at", "author", "balance_policy", "best_day", "came_of", "cancelled_by", "changed",
    "changed_by", "channel", "channels", "coach_score", "competence", "competences",
    "council_level", "council_levels", "created", "debrief_at", "end", "end_reason", "exclusions",
    "form", "helped", "involuntary", "involved", "item", "kind", "languages", "mode", "modules",
    "nature", "origin", "outcome", "own", "own_score", "parts", "reason", "revision",
    "reward_form", "role", "route", "rule", "sector", "seriousness", "sight", "stage", "start",
    "status", "target_groups", "theme", "themes", "uid", "undertaken", "use", "v", "weekday",
    "weight", "wishes", "zone",
})
# fmt: on
"""Fields that hold codes or bookkeeping, which no one searches by word."""


def every_text(document: Raw) -> list[str]:
    """Give the texts anywhere in a document, codes and days left out."""
    found: list[str] = []
    _gather(document, found)
    return found


def _gather(value: object, found: list[str]) -> None:
    # Plain dict and list, as JSON gives them: a test for Mapping costs ten times as much.
    if isinstance(value, str):
        if not _is_day(value):
            found.append(value)
    elif isinstance(value, dict):
        for name, inner in value.items():
            if inner.__class__ is not int and name not in _UNREAD:
                _gather(inner, found)
    elif isinstance(value, list | tuple):
        for inner in value:
            _gather(inner, found)


def _is_day(text: str) -> bool:
    return len(text) == len("2026-11-21") and text[4] == text[7] == "-" and text[:4].isdigit()
