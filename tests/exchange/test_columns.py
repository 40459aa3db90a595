"""What a header means, in Dutch and in English, and what a person changes in it."""

import pytest

from edtui.exchange.columns import Mapping, guess, mapping_of, recalled, signature
from edtui.exchange.fields import FIELDS


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Naam", "name"),
        ("Volledige naam", "name"),
        ("roepnaam", "called"),
        ("Tussenvoegsel(s)", "infix"),
        ("ACHTERNAAM", "last_name"),
        ("E-mailadres", "email"),
        ("e-mail:", "email"),
        ("Mobiel", "mobile"),
        ("Tel.nr.", "phone"),
        ("Telefoon nummer", "phone"),
        ("Uren p/w", "hours"),
        ("uren per week", "hours"),
        ("VOG d.d.", "vog_seen"),
        ("Geb. datum", "born"),
        ("In dienst per", "since"),
        ("Functie/rol", "role"),
        ("Opmerkingen", "note"),
        ("Achternam", "last_name"),  # a typing error
        ("E-mail 1", "email"),
        ("First name", "first_name"),
        ("Surname", "last_name"),
        ("Date of birth", "born"),
        ("Hours per week", "hours"),
        ("Start date", "since"),
        ("Lievelingskleur", ""),
        ("Why not taken", ""),
        ("Waarom niet overgenomen", ""),
        ("", ""),
    ],
)
def test_headers(header, field):
    assert guess([header])[0].field == field


def test_every_known_header_means_its_own_field():
    for field in FIELDS:
        for header in field.headers:
            if field.code != "experience":
                assert guess([header])[0] == (field.code, 1.0), header


def test_naam_beside_achternaam_is_the_first_name():
    assert mapping_of(guess(["Naam", "Achternaam"])).fields == ("first_name", "last_name")
    assert mapping_of(guess(["Roepnaam", "Naam", "Achternaam"])).fields[0] == "called"


def test_each_field_once_and_the_surest_column_has_it():
    assert mapping_of(guess(["E-mail 2", "E-mail"])).fields == ("", "email")
    assert mapping_of(guess(["E-mail", "Mail"])).fields == ("email", "")


def test_an_unknown_header_over_addresses_is_an_e_mail_column():
    rows = [["a@example.org"], [""], ["b@example.org"]]
    assert guess(["Bereikbaar"], rows)[0].field == "email"
    assert guess(["Bereikbaar"], rows)[0].confidence < 1


def test_experience_is_left_out_unless_consent_stands_beside_it():
    assert mapping_of(guess(["Naam", "Ervaring"])).fields == ("name", "")
    assert mapping_of(guess(["Ervaring", "Toestemming d.d."])).fields == ("experience", "consent")


def test_a_person_changes_a_column():
    mapping = Mapping(("name", "", "email")).with_column(1, "email")
    assert mapping.fields == ("name", "email", "")
    assert mapping.with_column(0, "").fields == ("", "email", "")


def test_the_mapping_is_recalled_in_another_order():
    kept = Mapping(("name", "note")).remembered(["Naam", "Kleur"])
    assert recalled(kept, ["kleur", "NAAM", "nieuw"]).fields == ("note", "name", "")
    assert signature(["Naam", "Kleur"]) == signature(["kleur ", "naam"])
    assert signature(["Naam"]) != signature(["Naam", "Kleur"])
