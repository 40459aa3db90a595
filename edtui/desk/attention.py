"""What about a person asks for a look, as codes for long lists: made from documents.

The same rules as `edtui.records.attention`, which says each in a sentence but needs whole records;
a test holds the two together.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from edtui.desk.raw import Raw, as_day, contract_hours, holds_on
from edtui.errors import N_
from edtui.records.attention import AttentionCode, AttentionRules
from edtui.records.checklists import ChecklistItem
from edtui.records.lifecycle import ON_TEAM
from edtui.records.vog import RENEW_AFTER_YEARS, add_years

ATTENTION: Mapping[str, str] = {
    AttentionCode.OVER_LIMIT.value: N_("over own limit"),
    AttentionCode.VOG_MISSING.value: N_("VOG missing"),
    AttentionCode.VOG_EXPIRED.value: N_("VOG too old"),
    AttentionCode.VOG_EXPIRING.value: N_("renew VOG"),
    AttentionCode.CERTIFICATE_EXPIRED.value: N_("certificate expired"),
    AttentionCode.CERTIFICATE_EXPIRING.value: N_("certificate expires"),
    AttentionCode.NO_CONTACT.value: N_("not spoken lately"),
    AttentionCode.CHECKLIST_OPEN.value: N_("starting list open"),
}
"""Code to a short message id, the most pressing first."""

_ON_TEAM = frozenset(status.value for status in ON_TEAM)
_LEAVING = "leaving"


class Horizon(NamedTuple):
    """Days to compare with, as ISO texts, which are quick to compare."""

    today: str
    expiring: str
    """What ends on or before this day is about to."""

    no_contact: str
    """Who was spoken on or before this day was not spoken for a while."""

    @classmethod
    def of(cls, today: date, rules: AttentionRules) -> "Horizon":
        """Make it from a day and the team's rules."""
        return cls(
            today.isoformat(),
            (today + timedelta(weeks=rules.expiring_weeks)).isoformat(),
            (today - timedelta(weeks=rules.no_contact_weeks)).isoformat(),
        )


def vog_ends(person: Raw) -> str:
    """Give the day by which a new VOG should be there, as ISO text; empty where none was seen."""
    vog = person.get("vog")
    if not vog:
        return ""
    if renew_by := vog.get("renew_by"):
        return str(renew_by)
    return _renewal(vog.get("issued_on") or vog.get("seen_on") or "")


@lru_cache(maxsize=4096)
def _renewal(base: str) -> str:
    day = as_day(base)
    return add_years(day, RENEW_AFTER_YEARS).isoformat() if day else ""


def certificates_end(person: Raw) -> list[str]:
    """Give the last days of the person's certificates, ISO, the first first.

    Of two certificates of one kind only the one that is valid longest counts.
    """
    training = person.get("training")
    if not training:
        return []
    longest: dict[str, str] = {}
    for course in training:
        if until := course.get("valid_until"):
            what = course.get("kind") or course.get("title", "")
            longest[what] = max(longest.get(what, ""), until)
    return sorted(longest.values())


def still_open(role: Raw, items: Sequence[ChecklistItem], today: str) -> tuple[ChecklistItem, ...]:
    """Give the items of a running role's checklist of which nobody noted that they are done.

    Args:
        role: document of ``roles``.
        items: what the role asks.
        today: ISO day.
    """
    if not items or not holds_on(role, today):
        return ()
    noted = {entry["item"]: entry for entry in role.get("checklist", ())}
    return tuple(
        item for item in items if _is_open(item, noted.get(item.code), role.get("start"), today)
    )


def attention(person: Raw, open_items: Iterable[ChecklistItem], horizon: Horizon) -> list[str]:
    """Give the codes of what asks for a look, the most pressing first.

    Args:
        person: document of ``people``.
        open_items: of the checklists of the running roles (`still_open`).
        horizon: the days to compare with.
    """
    status = person.get("status", "active")
    if status not in _ON_TEAM:
        return []
    codes: list[str] = []
    limit = (person.get("limits") or {}).get("hours_a_week")
    if limit is not None and (contract_hours(person, horizon.today) or 0) > limit:
        codes.append("over_limit")
    vog = person.get("vog") or {}
    if vog.get("status") != "not_needed":
        ends = vog_ends(person)
        if not ends and vog.get("status") != "seen":
            codes.append("vog_missing")
        elif ends and status != _LEAVING:
            codes += _ending("vog", ends, horizon)
    if status != _LEAVING:
        for day in certificates_end(person):
            codes += _ending("certificate", day, horizon)
    if (person.get("last_spoken_on") or person.get("since") or "9999") <= horizon.no_contact:
        codes.append("no_contact")
    if status != _LEAVING and any(not _shown(i, person, horizon.today) for i in open_items):
        codes.append("checklist_open")
    return list(dict.fromkeys(codes)) if len(codes) > 1 else codes


def _ending(what: str, day: str, horizon: Horizon) -> list[str]:
    if day < horizon.today:
        return [f"{what}_expired"]
    return [f"{what}_expiring"] if day <= horizon.expiring else []


def _is_open(item: ChecklistItem, entry: Raw | None, start: str | None, today: str) -> bool:
    if entry is not None and entry.get("done_on"):
        return False
    if entry is not None and entry.get("exempt_reason"):
        until = entry.get("exempt_until")
        return until is not None and today > until
    if item.after_weeks and start:
        expected = date.fromisoformat(start) + timedelta(weeks=item.after_weeks)
        return today >= expected.isoformat()
    return True


def _shown(item: ChecklistItem, person: Raw, today: str) -> bool:
    """Say whether the person's document shows that an item is done (as `records.seen`)."""
    need, _, kind = item.needs.partition(":")
    if need == "vog":
        vog = person.get("vog") or {}
        return vog.get("status") in ("seen", "not_needed") or bool(vog.get("seen_on"))
    if need == "contract":
        return any(holds_on(contract, today) for contract in person.get("contracts", ()))
    if need == "wishes":
        names = ("wishes", "wishes_words", "exclusions", "exclusions_words")
        return any(person.get(name) for name in names)
    if need == "coach":
        return person.get("coach_id") is not None
    if need == "training":
        return any(
            course.get("kind") == kind and course.get("status", "passed") == "passed"
            for course in person.get("training", ())
        )
    return False
