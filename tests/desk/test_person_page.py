"""Everything about a person on one page, and what asks for a person today."""

from datetime import timedelta

import pytest

from desk.conftest import HOSTILE, person
from edtui.desk import applications, drafts, ending, roster, today, vacancies
from edtui.desk.access import overview
from edtui.desk.ending import Ending
from edtui.desk.page import Coded, Link, Page, Several, Within
from edtui.desk.page_words import PageWords
from edtui.desk.person_page import person_page
from edtui.desk.vocabularies import vocabularies
from edtui.errors import NotFound, Sentence
from edtui.locale import _, say
from edtui.records.contact import ContactWay
from edtui.records.person import Person
from edtui.records.vacancy import Application, Interview, Vacancy
from edtui.records.vog import Vog


def everything(page: Page) -> list:
    return [one for s in page.sections for fact in s.facts for v in fact.values for one in whole(v)]


def whole(value) -> list:
    """Give a value and all that stands in it."""
    inside = value.values if isinstance(value, Several) else ()
    inside = (value.value, *value.within.values) if isinstance(value, Within) else inside
    return [value, *(one for part in inside for one in whole(part))]


def test_it_says_who_where_and_with_whom(desk):
    page = person_page(desk, person(desk, "Riet").id)
    assert (page.title, page.initials) == ("Riet van Dam", "R.v.D.")
    values = everything(page)
    assert Link("people", 1, "Anna") in values
    assert Link("organisations", 1, "Lindenhart") in values
    assert Link("locations", 1, "De Linde") in values
    assert Coded("roles", "peer_worker") in values
    assert page.section("free").facts
    assert page.section("notes").facts == ()
    assert page.section("notes").form == "notes"


def test_every_sentence_can_be_said(desk):
    for one in desk.all(Person):
        page = person_page(desk, one.id)
        for section in page.sections:
            assert _(section.title)
            for fact in section.facts:
                assert PageWords(vocabularies(desk), desk.clock.today()).line(fact)
                assert all(say(v) for v in fact.values if isinstance(v, Sentence))


def test_a_way_not_to_use_asks_for_a_look(desk):
    riet = person(desk, "Riet")
    way = ContactWay(kind="mobile", value="06-55500001", use="never", note="belt zelf")
    roster.edit_person(desk, riet.with_(contacts=(way,)))
    (fact,) = person_page(desk, riet.id).section("contact").facts
    assert fact.look
    assert Coded("contact_uses", "never") in fact.values


def test_what_is_over_is_history(desk):
    riet = person(desk, "Riet")
    ending.end_role(desk, roster.roles_of(desk, riet.id)[0].id, Ending(reason="study"))
    desk.clock.advance(timedelta(days=1))
    page = person_page(desk, riet.id)
    assert Coded("leaving_reasons", "study") in everything(page)
    assert page.section("past").facts[0].quiet


@pytest.mark.parametrize("name", HOSTILE)
def test_any_name_and_note(desk, name):
    saved = roster.add_person(desk, Person(first_names=name, notes=name))
    assert person_page(desk, saved.id).section("notes").facts[0].values == (name,)


def test_nobody(desk):
    with pytest.raises(NotFound):
        person_page(desk, 99)


def kinds(desk) -> list[tuple[str, str]]:
    items = today.today_items(desk)
    assert all(item.kind in today.KINDS for item in items)
    return [(item.kind, item.title) for item in items]


def test_today_lists_what_asks_for_a_person_drafts_first(desk):
    vacancy = vacancies.save_vacancy(desk, Vacancy(title="Gastheer"))
    one = applications.apply(desk, Application(vacancy_id=vacancy.id, applicant_name="Marij"))
    drafts.keep(desk, "person", "people", person(desk, "Riet").id, {"notes": "h"})
    listed = kinds(desk)
    assert listed[:2] == [("draft", "Riet van Dam"), ("applicant", "Marij")]
    assert ("person", "Kees") in listed
    applications.invite(desk, one.id, Interview(on=desk.clock.today() + timedelta(days=2)))
    item = next(item for item in today.today_items(desk) if item.kind == "applicant")
    assert item.when == desk.clock.today() + timedelta(days=2)
    assert item.subtitle == (Sentence("interview"), "Gastheer")


def test_what_was_decided_is_not_listed_until_it_must_be_erased(desk):
    vacancy = vacancies.save_vacancy(desk, Vacancy(title="Gastheer"))
    one = applications.apply(desk, Application(vacancy_id=vacancy.id, applicant_name="Marij"))
    applications.reject(desk, one.id, reason="distance")
    assert "Marij" not in [title for _, title in kinds(desk)]
    desk.clock.advance(timedelta(days=29))
    assert ("erase", "Marij") in kinds(desk)


def test_who_left_more_than_a_year_ago_is_to_be_erased(desk):
    riet = person(desk, "Riet")
    roster.set_status(desk, riet.id, "left")
    assert ("erase", "Riet van Dam") not in kinds(desk)
    desk.clock.advance(timedelta(days=370))
    assert ("erase", "Riet van Dam") in kinds(desk)


def test_who_saw_the_certificate_is_hidden_by_the_curtain_and_in_an_overview(desk):
    riet = person(desk, "Riet")
    vog = Vog(status="seen", seen_on=desk.clock.today(), seen_by="Hille Stam")
    roster.edit_person(desk, riet.with_(vog=vog))
    words = PageWords(vocabularies(desk), desk.clock.today(), shown=lambda name: name[0])
    (seen, _renew) = person_page(desk, riet.id).section("vog").facts
    assert "(H)" in words.line(seen)
    roster.add_person(desk, Person(first_names="Hille", surname="Stam"))
    (seen, _renew) = overview(desk, riet.id).page.section("vog").facts
    assert "Stam" not in words.line(seen)
