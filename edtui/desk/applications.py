"""Who applies for a vacancy: application, interview, hired or not, introduced.

Whoever is hired gets a person on the roster (or is one already) and the vacancy's role, in the
same act. How long the others are kept: `edtui.desk.applicants_kept`.
"""

from datetime import date
from typing import NamedTuple

from edtui.desk.errors import NotNow, ReasonNeeded
from edtui.desk.roster import moved
from edtui.desk.session import Desk
from edtui.desk.vocabularies import word
from edtui.errors import N_, Sentence
from edtui.exchange.names import split_name
from edtui.records.lifecycle import Status, is_on_team
from edtui.records.names import display_name
from edtui.records.person import Person
from edtui.records.roles import RoleAssignment
from edtui.records.vacancy import Application, Interview, Stage, Vacancy, may_move


class Hired(NamedTuple):
    """What hiring made."""

    person: Person
    role: RoleAssignment
    application: Application
    vacancy: Vacancy


def applications_to(desk: Desk, vacancy: int) -> list[Application]:
    """Give the applications to a vacancy, those to decide first, then by day."""
    decided = [Stage.INTERVIEW, Stage.APPLIED, Stage.HIRED, Stage.INTRODUCED]

    def order(application: Application) -> tuple[int, date]:
        stage = application.stage
        place = decided.index(Stage(stage)) if stage in decided else len(decided)
        return place, application.applied_on or date.max

    return sorted(desk.having(Application, "vacancy_id", vacancy), key=order)


def applications_of(desk: Desk, person: int) -> list[Application]:
    """Give the applications of somebody on the roster, the newest first."""
    ours = desk.having(Application, "person_id", person)
    return sorted(ours, key=lambda one: one.applied_on or date.min, reverse=True)


def applicant_name(desk: Desk, application: Application) -> str:
    """Give the name of who applied."""
    person = desk.find(Person, application.person_id)
    return display_name(person) if person else application.applicant_name


def apply(desk: Desk, application: Application) -> Application:
    """Note that somebody applied, or save a changed application of the same stage.

    Raises:
        ChangedElsewhere: somebody saved it since it was read.
        NotFound: there is no such vacancy.
        NotNow: the vacancy is not open.
        ReadOnly: nothing can be written now.
    """
    vacancy = desk.get(Vacancy, application.vacancy_id)
    if not application.id and vacancy.status != "open":
        raise NotNow(status=word("vacancy_statuses", vacancy.status))
    name = applicant_name(desk, application)
    msgid = N_("Application of {name} changed") if application.id else N_("{name} applied")
    with desk.act(Sentence(msgid, {"name": name})) as act:
        applied = application.applied_on or desk.clock.today()
        return act.put(application.with_(applied_on=applied))


def invite(desk: Desk, number: int, interview: Interview) -> Application:
    """Invite an applicant to a talk (again), or note one that was held.

    Raises:
        NotFound: there is no such application.
        NotNow: it is decided already.
        ReadOnly: nothing can be written now.
    """
    application = desk.get(Application, number)
    if application.stage != Stage.INTERVIEW:
        _check_move(application, Stage.INTERVIEW)
    talks = (*application.interviews, interview)
    stage = Stage.INTERVIEW.value
    return _put(desk, N_("Interview with {name}"), application.with_(stage=stage, interviews=talks))


def reject(
    desk: Desk,
    number: int,
    *,
    reason: str,
    words: str = "",
    on: date | None = None,
    consent_to_keep_on: date | None = None,
) -> Application:
    """Turn an applicant down.

    Args:
        desk: where.
        number: the application's.
        reason: code of the vocabulary ``application_reasons``.
        words: the reason as it was told to the applicant.
        on: day of the decision; today where it is not given.
        consent_to_keep_on: day on which the applicant agreed to be kept for a year.

    Raises:
        NotFound: there is no such application.
        NotNow: the stage does not allow it.
        ReasonNeeded: no reason was given.
        ReadOnly: nothing can be written now.
    """
    application = _decided(desk, number, Stage.REJECTED, reason, on)
    changed = application.with_(reason_words=words, consent_to_keep_on=consent_to_keep_on)
    return _put(desk, N_("{name} turned down"), changed)


def withdraw(desk: Desk, number: int, *, reason: str, on: date | None = None) -> Application:
    """Note that an applicant does not want to go on (raises as `reject`)."""
    return _put(desk, N_("{name} withdrew"), _decided(desk, number, Stage.WITHDRAWN, reason, on))


def hire(
    desk: Desk,
    number: int,
    *,
    start: date | None = None,
    reason: str = "good_fit",
    status: str = Status.TRIAL.value,
    origin: str = "",
) -> Hired:
    """Take an applicant on: decision, person, role and a filled vacancy in one act.

    Args:
        desk: where.
        number: the application's.
        start: first day of the role; today where it is not given.
        reason: code of the vocabulary ``application_reasons``.
        status: of the person who comes in; who is on the team already keeps theirs.
        origin: vocabulary ``origins``, for a person who is new on the roster.

    Raises:
        NotFound: the application or its vacancy is not there.
        NotNow: the stage does not allow it.
        ReadOnly: nothing can be written now.
    """
    first_day = start or desk.clock.today()
    application = _decided(desk, number, Stage.HIRED, reason, None)
    vacancy = desk.get(Vacancy, application.vacancy_id)
    person = desk.find(Person, application.person_id)
    if person is None:
        person = Person(
            **split_name(application.applicant_name)._asdict(),
            contacts=application.contacts,
            channel=application.channel,
            origin=origin,
        ).with_(status=status, since=first_day)
    elif not is_on_team(person.status):
        person = moved(person, status, first_day)
    with desk.act(Sentence(N_("{name} hired"), {"name": display_name(person)})) as act:
        if not person.id or person != desk.find(Person, person.id):
            person = act.put(person)
        role = act.put(
            RoleAssignment(
                person_id=person.id,
                role=vacancy.role,
                organisation_id=vacancy.organisation_id,
                location_ids=vacancy.location_ids,
                start=first_day,
                hours_a_week=vacancy.hours_a_week,
                vacancy_id=vacancy.id,
            )
        )
        application = act.put(application.with_(person_id=person.id))
        taken = (Stage.HIRED, Stage.INTRODUCED)
        hired = [a for a in desk.having(Application, "vacancy_id", vacancy.id) if a.stage in taken]
        if len(hired) >= vacancy.wanted and vacancy.status == "open":
            vacancy = act.put(vacancy.with_(status="filled"))
    return Hired(person, role, application, vacancy)


def introduce(desk: Desk, number: int, on: date | None = None) -> Application:
    """Note that who was hired was introduced to the team or at the location.

    Raises:
        NotFound: there is no such application.
        NotNow: the applicant was not hired.
        ReadOnly: nothing can be written now.
    """
    application = desk.get(Application, number)
    _check_move(application, Stage.INTRODUCED)
    day = on or desk.clock.today()
    changed = application.with_(stage=Stage.INTRODUCED.value, introduced_on=day)
    return _put(desk, N_("{name} introduced"), changed)


def _decided(desk: Desk, number: int, stage: Stage, reason: str, on: date | None) -> Application:
    application = desk.get(Application, number)
    _check_move(application, stage)
    if not reason:
        raise ReasonNeeded
    day = on or desk.clock.today()
    return application.with_(stage=stage.value, reason=reason, decided_on=day)


def _put(desk: Desk, msgid: str, application: Application) -> Application:
    with desk.act(Sentence(msgid, {"name": applicant_name(desk, application)})) as act:
        return act.put(application)


def _check_move(application: Application, to: Stage) -> None:
    if not may_move(application.stage, to.value):
        raise NotNow(status=word("application_stages", application.stage))
