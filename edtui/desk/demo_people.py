"""The demo's people, with their roles and checklists."""

import unicodedata
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from edtui.desk.checklist_files import role_items
from edtui.desk.demo_places import Numbers, Places
from edtui.desk.demo_texts import DemoTexts
from edtui.desk.session import Act
from edtui.records.availability import Availability, AwayPeriod, FreeDay, Limits
from edtui.records.competence import CompetenceScore
from edtui.records.contact import ContactWay
from edtui.records.contract import ContractPeriod
from edtui.records.person import Person
from edtui.records.roles import ChecklistEntry, RoleAssignment
from edtui.records.training import TrainingFollowed
from edtui.records.vog import Vog

Fields = Mapping[str, Any]


def add_people(act: Act, texts: DemoTexts, places: Places, own: Person | None) -> dict[str, int]:
    """Save them; give their numbers by key.

    Args:
        act: in which everything is saved.
        texts: what they are made of.
        places: where they work.
        own: the record that the coordinator has already; it becomes the demo's.
    """
    file = texts.file("people")
    saved: dict[str, Person] = {}
    for key, fields in file.items():
        person = _person(fields, texts, places.organisations)
        if own is not None and fields.get("own"):
            person = person.with_(id=own.id, revision=own.revision, created=own.created)
        saved[key] = act.put(person)
    numbers = {key: person.id for key, person in saved.items()}
    for key, fields in file.items():
        if coach := fields.get("coach"):
            saved[key] = act.put(saved[key].with_(coach_id=numbers[coach]))
        for role in _roles(fields, texts, places):
            act.put(role.with_(person_id=numbers[key]))
        if ended := fields.get("ended"):
            role = _ended(ended, texts, places, numbers)
            act.put(role.with_(person_id=numbers[key]))
    return numbers


def _person(fields: Fields, texts: DemoTexts, organisations: Numbers) -> Person:
    first, infix, surname = fields["name"].split("|")
    experience = texts.texts(fields.get("experience"))
    return Person(
        first_names=first,
        infix=infix,
        surname=surname,
        called=fields.get("called", ""),
        pronouns=fields.get("pronouns", ""),
        contacts=_contacts(fields, first, surname, texts),
        birth_date=date.fromisoformat(fields["born"]) if "born" in fields else None,
        origin=fields["origin"],
        channel=fields["channel"],
        status=fields["status"],
        since=texts.day(fields.get("since")),
        left_on=texts.day(fields.get("left")),
        experience_areas=experience,
        consent_noted=texts.day(fields.get("consent")) if experience else None,
        languages=tuple(fields.get("languages", ())),
        wishes=tuple(fields.get("wishes", ())),
        wishes_words=texts.text(fields.get("wishes_words")),
        exclusions=tuple(fields.get("exclusions", ())),
        exclusions_words=texts.text(fields.get("exclusions_words")),
        excluded_organisation_ids=tuple(organisations[k] for k in fields.get("excluded", ())),
        competences=_competences(fields, texts),
        training=_training(fields, texts),
        vog=_vog(fields, texts),
        availability=_availability(fields, texts),
        limits=_limits(fields, texts),
        balance_policy=fields.get("balance", "off"),
        contracts=_contracts(fields, texts),
        reward_form=fields.get("reward", ""),
        benefits_office_told=fields.get("benefits_told"),
        last_spoken_on=texts.day(fields.get("spoken")),
        notes=texts.text(fields.get("notes")),
    )


def _contacts(fields: Fields, first: str, surname: str, texts: DemoTexts) -> tuple[ContactWay, ...]:
    bare = unicodedata.normalize("NFKD", f"{first}.{surname}".lower().replace("ł", "l"))
    name = "".join(sign for sign in bare if sign.isascii() and (sign.isalpha() or sign in ".-"))
    note = texts.text(fields.get("contact_note"))
    number = f"06-555{texts.random.randrange(10000, 99999)}"
    kind = "phone" if "contact_note" in fields and "mobi" in note else "mobile"
    use = fields.get("contact_use", "yes")
    return (
        ContactWay(kind=kind, value=number, note=note, use=use),
        ContactWay(kind="email", value=f"{name}@post.example"),
    )


def _competences(fields: Fields, texts: DemoTexts) -> tuple[CompetenceScore, ...]:
    return tuple(
        CompetenceScore(
            competence=code, own_score=own, coach_score=coach, scored_on=texts.some_day(-60)
        )
        for code, own, coach in fields.get("competences", ())
    )


def _training(fields: Fields, texts: DemoTexts) -> tuple[TrainingFollowed, ...]:
    passed = "passed"
    return tuple(
        TrainingFollowed(
            kind=kind,
            status=status,
            finished_on=texts.some_day(finished) if status == passed else None,
            certificate=status == passed,
            valid_until=texts.some_day(valid) if valid else None,
        )
        for kind, status, finished, valid in fields.get("training", ())
    )


def _vog(fields: Fields, texts: DemoTexts) -> Vog:
    if "vog" not in fields:
        return Vog()
    status, offset = fields["vog"]
    if status != "seen":
        return Vog(status=status, applied_on=texts.some_day(offset) if offset else None)
    return Vog(
        status=status,
        applied_on=texts.some_day(offset - 24),
        profile="84, 85",
        issued_on=texts.some_day(offset),
        seen_on=texts.some_day(offset + 6),
        seen_by="Anna de Wit",
    )


def _availability(fields: Fields, texts: DemoTexts) -> Availability:
    free = []
    for day in fields.get("free", ()):
        weekday, _, part = day.partition(":")
        free.append(FreeDay(weekday=weekday, parts=(part,) if part else ()))
    away = [
        AwayPeriod(start=texts.some_day(start), end=texts.some_day(end), note=texts.text(note))
        for start, end, note in fields.get("away", ())
    ]
    return Availability(free=tuple(free), away=tuple(away))


def _limits(fields: Fields, texts: DemoTexts) -> Limits:
    own = fields.get("limits", {})
    return Limits(**{**own, "words": texts.text(own.get("words"))})


def _contracts(fields: Fields, texts: DemoTexts) -> tuple[ContractPeriod, ...]:
    if "contract" not in fields:
        return ()
    form, hours, start, *end = fields["contract"]
    last = texts.some_day(end[0]) if end else None
    return (ContractPeriod(form=form, hours_a_week=hours, start=texts.day(start), end=last),)


def _roles(fields: Fields, texts: DemoTexts, places: Places) -> list[RoleAssignment]:
    roles = [_role(values, texts, places) for values in fields.get("roles", ())]
    if leaving := fields.get("leaving"):
        last = texts.some_day(leaving["end"])
        roles = [role.with_(end=last, end_reason=leaving["reason"]) for role in roles]
    return roles


def _role(values: list[Any], texts: DemoTexts, places: Places) -> RoleAssignment:
    code, organisation, rooms, start, hours, done = values
    return RoleAssignment(
        person_id=1,  # filled in by who saves it
        role=code,
        organisation_id=places.organisations[organisation],
        location_ids=tuple(places.locations[room] for room in rooms),
        start=texts.some_day(start),
        hours_a_week=hours if hours != "" else None,
        checklist=_checklist(code, texts.some_day(start), done, texts.today),
    )


def _checklist(role: str, start: date, done: int | str, today: date) -> tuple[ChecklistEntry, ...]:
    items = role_items(role)
    count = len(items) if done == "all" else int(done)
    return tuple(
        ChecklistEntry(
            item=item.code,
            done_on=min(start + timedelta(days=3 * place), today),
            done_by="Anna de Wit",
        )
        for place, item in enumerate(items[:count])
    )


def _ended(fields: Fields, texts: DemoTexts, places: Places, people: Numbers) -> RoleAssignment:
    return _role(fields["role"], texts, places).with_(
        end=texts.some_day(fields["end"]),
        end_reason=fields["reason"],
        end_note=texts.text(fields.get("exit_note")),
        exit_talk_on=texts.day(fields.get("exit_talk")),
        keys_returned_on=texts.day(fields.get("keys")),
        logins_closed_on=texts.day(fields.get("logins")),
        thanked_on=texts.day(fields.get("thanked")),
        successor_id=people.get(fields.get("successor", "")),
    )
