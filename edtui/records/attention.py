"""What about somebody on the team asks for a person: a short list of codes with words.

Only facts that somebody can do something about; nothing about how a person feels, and nothing
about who is not on the team any more.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from edtui.errors import N_, Sentence
from edtui.records.checklists import Checklists, items_for, open_items, progress
from edtui.records.contract import contract_on
from edtui.records.lifecycle import Status, is_on_team
from edtui.records.person import Person
from edtui.records.roles import RoleAssignment
from edtui.records.seen import fulfilled


class AttentionCode(StrEnum):
    """What it is about; filters go by it."""

    VOG_MISSING = "vog_missing"
    VOG_EXPIRED = "vog_expired"
    VOG_EXPIRING = "vog_expiring"
    CERTIFICATE_EXPIRED = "certificate_expired"
    CERTIFICATE_EXPIRING = "certificate_expiring"
    NO_CONTACT = "no_contact"
    CHECKLIST_OPEN = "checklist_open"
    OVER_LIMIT = "over_limit"


class Attention(NamedTuple):
    """One thing that asks for a person."""

    code: AttentionCode
    short: Sentence
    """For a narrow column: a few words."""

    sentence: Sentence
    """In full."""

    due: date | None = None
    """Day that it is about, where there is one."""


@dataclass(frozen=True)
class AttentionRules:
    """When something asks for a person; a team may set its own."""

    expiring_weeks: int = 8
    """A VOG or certificate is told so many weeks ahead."""

    no_contact_weeks: int = 8
    """Somebody not spoken for so long is told."""


USUAL = AttentionRules()


def attention(
    person: Person,
    roles: Iterable[RoleAssignment],
    checklists: Checklists,
    today: date,
    *,
    planned_hours_a_week: float | None = None,
    rules: AttentionRules = USUAL,
) -> list[Attention]:
    """Give what about a person asks for somebody, the most pressing first.

    Args:
        person: who it is about.
        roles: the person's roles; those that hold today count.
        checklists: what roles ask (`edtui.records.checklists.load_checklists`).
        today: the day at the desk.
        planned_hours_a_week: hours planned in the calendar this week, if known.
        rules: when something counts.
    """
    if not is_on_team(person.status):
        return []
    holding = [role for role in roles if role.holds_on(today)]
    found = [
        *_limit(person, today, planned_hours_a_week),
        *_vog(person, today, rules),
        *_certificates(person, today, rules),
        *_contact(person, today, rules),
    ]
    if person.status != Status.LEAVING:
        found += _checklist(person, holding, checklists, today)
    return found


def weeks_without_contact(person: Person, today: date) -> int | None:
    """Give whole weeks since the person was last spoken, else since the start; None if unknown."""
    last = person.last_spoken_on or person.since
    return None if last is None else max((today - last).days // 7, 0)


def _limit(person: Person, today: date, planned: float | None) -> list[Attention]:
    limit = person.limits.hours_a_week
    contract = contract_on(person.contracts, today)
    agreed = contract.hours_a_week if contract else None
    hours = max((value for value in (planned, agreed) if value is not None), default=None)
    if limit is None or hours is None or hours <= limit:
        return []
    sentence = Sentence(
        N_("{hours} hours a week, where this person wants {limit} at most."),
        {"hours": float(hours), "limit": float(limit)},
    )
    return [Attention(AttentionCode.OVER_LIMIT, Sentence(N_("over own limit")), sentence)]


def _vog(person: Person, today: date, rules: AttentionRules) -> list[Attention]:
    vog = person.vog
    if vog.status == "not_needed":
        return []
    renewal = vog.renewal()
    if renewal is None and vog.status != "seen":
        sentence = (
            Sentence(N_("VOG applied for on {day}, not seen yet."), {"day": vog.applied_on})
            if vog.applied_on
            else Sentence(N_("No VOG has been seen yet."))
        )
        short = Sentence(N_("VOG missing"))
        return [Attention(AttentionCode.VOG_MISSING, short, sentence, vog.applied_on)]
    if renewal is None or person.status == Status.LEAVING:
        return []
    if renewal < today:
        sentence = Sentence(N_("The VOG was due for renewal on {day}."), {"day": renewal})
        return [
            Attention(AttentionCode.VOG_EXPIRED, Sentence(N_("VOG too old")), sentence, renewal)
        ]
    if renewal <= today + timedelta(weeks=rules.expiring_weeks):
        sentence = Sentence(N_("Renew the VOG by {day}."), {"day": renewal})
        return [Attention(AttentionCode.VOG_EXPIRING, Sentence(N_("renew VOG")), sentence, renewal)]
    return []


def _certificates(person: Person, today: date, rules: AttentionRules) -> list[Attention]:
    if person.status == Status.LEAVING:
        return []
    last_day: dict[str, date] = {}
    titles: dict[str, str] = {}
    for course in person.training:
        # A newer certificate of the same course takes the place of an older one.
        key = course.kind or course.title
        if course.valid_until and course.valid_until > last_day.get(key, date.min):
            last_day[key] = course.valid_until
            titles[key] = course.title
    found = []
    for key, day in sorted(last_day.items(), key=lambda pair: pair[1]):
        known = {"day": day, "training": key, "title": titles[key]}
        if day < today:
            short = Sentence(N_("certificate expired"), known)
            sentence = Sentence(N_("A certificate was valid until {day}."), known)
            found.append(Attention(AttentionCode.CERTIFICATE_EXPIRED, short, sentence, day))
        elif day <= today + timedelta(weeks=rules.expiring_weeks):
            short = Sentence(N_("certificate expires"), known)
            sentence = Sentence(N_("A certificate is valid until {day}."), known)
            found.append(Attention(AttentionCode.CERTIFICATE_EXPIRING, short, sentence, day))
    return found


def _contact(person: Person, today: date, rules: AttentionRules) -> list[Attention]:
    weeks = weeks_without_contact(person, today)
    if weeks is None or weeks < rules.no_contact_weeks:
        return []
    last = person.last_spoken_on
    sentence = (
        Sentence(N_("Last spoken on {day}."), {"day": last})
        if last
        else Sentence(N_("No talk has been noted since the start on {day}."), {"day": person.since})
    )
    short = Sentence(N_("not spoken, {weeks} wk"), {"weeks": weeks})
    return [Attention(AttentionCode.NO_CONTACT, short, sentence, last or person.since)]


def _checklist(
    person: Person, roles: Sequence[RoleAssignment], checklists: Checklists, today: date
) -> list[Attention]:
    found = []
    for role in roles:
        rows = progress(items_for(role.role, checklists), role.checklist, today, role.start)
        still = [item for item in open_items(rows) if not fulfilled(item, person, today)]
        if not still:
            continue
        counts = {"done": len(rows) - len(still), "all": len(rows), "role": role.role}
        sentence = Sentence(N_("Starting list: {done} of {all} done."), counts)
        short = Sentence(N_("starting list {done}/{all}"), counts)
        found.append(Attention(AttentionCode.CHECKLIST_OPEN, short, sentence, role.start))
    return found
