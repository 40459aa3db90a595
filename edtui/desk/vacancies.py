"""Vacancies: somebody is looked for. Who applies: `edtui.desk.applications`."""

from edtui.desk.errors import NotNow
from edtui.desk.session import Desk
from edtui.desk.vocabularies import word
from edtui.errors import N_, Sentence
from edtui.records.vacancy import Application, Vacancy


def save_vacancy(desk: Desk, vacancy: Vacancy) -> Vacancy:
    """Save a new or changed vacancy.

    Raises:
        ChangedElsewhere: somebody saved it since it was read.
        ReadOnly: nothing can be written now.
    """
    msgid = N_("Vacancy {title} changed") if vacancy.id else N_("Vacancy {title} opened")
    opened = vacancy.opened_on or desk.clock.today()
    with desk.act(Sentence(msgid, {"title": vacancy.title})) as act:
        return act.put(vacancy.with_(opened_on=opened if vacancy.status != "draft" else None))


def close_vacancy(desk: Desk, number: int, *, filled: bool = False) -> Vacancy:
    """Stop looking: somebody was found, or it is given up.

    Raises:
        NotFound: there is none.
        ReadOnly: nothing can be written now.
    """
    vacancy = desk.get(Vacancy, number)
    with desk.act(Sentence(N_("Vacancy {title} closed"), {"title": vacancy.title})) as act:
        return act.put(vacancy.with_(status="filled" if filled else "closed"))


def remove_vacancy(desk: Desk, number: int) -> None:
    """Take away a vacancy that was made by mistake, to which nobody applied.

    Raises:
        NotFound: there is none.
        NotNow: somebody applied.
        ReadOnly: nothing can be written now.
    """
    vacancy = desk.get(Vacancy, number)
    if desk.having(Application, "vacancy_id", number):
        raise NotNow(status=word("vacancy_statuses", vacancy.status))
    with desk.act(Sentence(N_("Vacancy {title} removed"), {"title": vacancy.title})) as act:
        act.remove(vacancy)
