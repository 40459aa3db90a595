"""Reading documents without making records of them: for long lists and indexes.

A document leaves out what stands at its default (`edtui.records.base.Record.document`), so each
reader names the default again. Everything here takes a document as the vault gives it.
"""

from collections.abc import Iterator, Mapping, Sequence
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
    "balance_policy", "best_day", "changed", "changed_by", "channel", "channels", "coach_score",
    "competence", "competences", "council_level", "council_levels", "created", "end_reason",
    "exclusions", "form", "item", "kind", "languages", "modules", "origin", "own_score",
    "parts", "reason", "revision", "reward_form", "role", "stage", "status", "target_groups",
    "use", "v", "weekday", "wishes",
})
# fmt: on
"""Fields that hold codes or bookkeeping, which no one searches by word."""


def every_text(value: object) -> Iterator[str]:
    """Give the texts anywhere in a document, codes and days left out."""
    if isinstance(value, str):
        if not _is_day(value):
            yield value
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            if name not in _UNREAD:
                yield from every_text(inner)
    elif isinstance(value, Sequence):
        for inner in value:
            yield from every_text(inner)


def _is_day(text: str) -> bool:
    return len(text) == len("2026-11-21") and text[4] == text[7] == "-" and text[:4].isdigit()
