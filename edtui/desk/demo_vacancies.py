"""The demo's vacancies, with applications at every stage."""

from collections.abc import Mapping
from datetime import time
from typing import Any

from edtui.desk.demo_places import Numbers, Places
from edtui.desk.demo_texts import DemoTexts
from edtui.desk.session import Act, Desk
from edtui.records.contact import ContactWay
from edtui.records.roles import RoleAssignment
from edtui.records.vacancy import Application, Interview, Vacancy


def add_vacancies(desk: Desk, act: Act, texts: DemoTexts, places: Places, people: Numbers) -> None:
    """Save them; ``people`` are numbers by key."""
    for fields in texts.file("vacancies").values():
        replaced = desk.having(RoleAssignment, "person_id", people.get(fields.get("replaces"), 0))
        vacancy = act.put(
            Vacancy(
                title=texts.text(fields["title"]),
                role=fields["role"],
                organisation_id=places.organisations[fields["organisation"]],
                location_ids=tuple(places.locations[key] for key in fields["locations"]),
                status=fields.get("status", "open"),
                wanted=fields.get("wanted", 1),
                hours_a_week=fields["hours"],
                opened_on=texts.day(fields.get("opened")),
                closes_on=texts.day(fields.get("closes")),
                channels=tuple(fields.get("channels", ())),
                replaces_role_id=replaced[0].id if replaced else None,
                text=texts.text(fields.get("text")),
            )
        )
        for applied in fields.get("applications", ()):
            application = act.put(_application(applied, vacancy.id, texts, people))
            if application.stage in ("hired", "introduced") and application.person_id:
                for role in desk.having(RoleAssignment, "person_id", application.person_id):
                    act.put(role.with_(vacancy_id=vacancy.id))


def _application(
    fields: Mapping[str, Any], vacancy: int, texts: DemoTexts, people: Numbers
) -> Application:
    ways = tuple(
        ContactWay(kind=kind, value=fields[field])
        for kind, field in (("mobile", "phone"), ("email", "email"))
        if field in fields
    )
    talks = tuple(
        Interview(
            on=texts.some_day(day),
            at=time.fromisoformat(at),
            interviewers=tuple(who),
            note=texts.text(note),
        )
        for day, at, who, note in fields.get("interviews", ())
    )
    return Application(
        vacancy_id=vacancy,
        person_id=people.get(fields.get("person", "")),
        applicant_name=fields.get("name", ""),
        contacts=ways,
        channel=fields["channel"],
        stage=fields["stage"],
        applied_on=texts.day(fields["applied"]),
        interviews=talks,
        decided_on=texts.day(fields.get("decided")),
        reason=fields.get("reason", ""),
        reason_words=texts.text(fields.get("words")),
        consent_to_keep_on=texts.day(fields.get("consent")),
        introduced_on=texts.day(fields.get("introduced")),
    )
