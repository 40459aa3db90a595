"""What a column of a list of people can mean, and the headers under which people write it."""

from typing import NamedTuple

from edtui.errors import N_


class Field(NamedTuple):
    """One meaning of a column."""

    code: str
    label: str
    """Message id of its name for a person."""

    headers: tuple[str, ...]
    """Usual headers, Dutch and English, as `folded` writes them."""


FIELDS: tuple[Field, ...] = (
    Field("name", N_("Name"), (
        "naam", "volledige naam", "naam medewerker", "naam ervaringsdeskundige",
        "naam vrijwilliger", "naam deelnemer", "medewerker", "ervaringsdeskundige", "wie",
        "voor en achternaam", "voornaam en achternaam", "voornaam achternaam", "persoon",
        "name", "full name", "person", "contact")),
    Field("first_name", N_("First name"), (
        "voornaam", "voornamen", "first name", "firstname", "given name", "given names")),
    Field("called", N_("Called"), (
        "roepnaam", "noemt zich", "wordt genoemd", "bijnaam", "preferred name", "called",
        "call name", "known as", "nickname")),
    Field("initials", N_("Initials"), ("voorletters", "voorl", "initialen", "initials")),
    Field("infix", N_("Infix"), (
        "tussenvoegsel", "tussenvoegsels", "tussenv", "tv", "tsv", "tussenvoegsel s",
        "voorvoegsel", "voorvoegsels", "infix", "prefix", "name prefix")),
    Field("last_name", N_("Last name"), (
        "achternaam", "familienaam", "geslachtsnaam", "last name", "lastname", "surname",
        "family name")),
    Field("pronouns", N_("Pronouns"), (
        "voornaamwoorden", "voornaamwoord", "aanspreekvorm", "pronouns", "pronoun")),
    Field("email", N_("E-mail"), (
        "e mail", "email", "mail", "e mailadres", "emailadres", "mailadres", "e mail adres",
        "email adres", "e mail prive", "e mail werk", "email address", "e mail address")),
    Field("mobile", N_("Mobile"), (
        "mobiel", "mobiele telefoon", "mobiel nummer", "mobielnummer", "gsm", "06", "06 nummer",
        "mobile", "mobile phone", "cell", "cell phone", "whatsapp")),
    Field("phone", N_("Phone"), (
        "telefoon", "telefoonnummer", "tel", "tel nr", "telnr", "telefoonnr", "telefoon nummer",
        "vast", "vaste telefoon", "telefoon thuis", "nummer", "phone", "phone number",
        "telephone", "landline")),
    Field("born", N_("Date of birth"), (
        "geboortedatum", "geb datum", "gebdatum", "geb dat", "geboren", "geb", "geboren op",
        "date of birth", "birth date", "birthdate", "birthday", "dob", "born")),
    Field("origin", N_("Origin"), (
        "herkomst", "achtergrond", "komt van", "afkomstig van", "pool", "groep", "origin",
        "background")),
    Field("channel", N_("Found by"), (
        "hoe gevonden", "werving", "wervingskanaal", "via", "gevonden via", "bron",
        "recruitment", "recruitment channel", "found by", "source", "channel")),
    Field("status", N_("Status"), (
        "status", "fase", "stand", "stage", "phase", "state")),
    Field("role", N_("Role"), (
        "rol", "functie", "rollen", "taak", "functie rol", "rol functie", "beroep", "role",
        "function", "job", "job title", "position")),
    Field("organisation", N_("Organisation"), (
        "organisatie", "instelling", "werkgever", "team", "organisatie team", "werkt bij",
        "werkplek", "zorgaanbieder", "detachering", "organisation", "organization", "employer",
        "works at", "company")),
    Field("since", N_("Since"), (
        "sinds", "in dienst", "in dienst sinds", "in dienst per", "startdatum", "start", "begin",
        "begindatum", "ingangsdatum", "datum in dienst", "vanaf", "since", "start date",
        "started", "from", "joined")),
    Field("until", N_("Until"), (
        "tot", "einddatum", "eind", "einde", "uit dienst", "datum uit dienst", "gestopt",
        "gestopt op", "until", "end date", "ended", "end", "to", "left")),
    Field("hours", N_("Hours a week"), (
        "uren", "uren p w", "uren pw", "uren per week", "uur per week", "uren week", "u w",
        "uur p w", "aantal uren", "contracturen", "uren contract", "hours", "hours per week",
        "hours a week", "hours week", "hrs", "contract hours")),
    Field("contract", N_("Contract"), (
        "contract", "contractvorm", "soort contract", "dienstverband", "soort dienstverband",
        "contract form", "contract type", "employment")),
    Field("reward", N_("Reward"), (
        "vergoeding", "beloning", "vrijwilligersvergoeding", "reward", "allowance",
        "compensation")),
    Field("languages", N_("Languages"), (
        "taal", "talen", "spreekt", "languages", "language", "speaks")),
    Field("experience", N_("Experience"), (
        "ervaring", "ervaringen", "ervaringsgebied", "ervaringsgebieden", "ervaring met",
        "thema", "experience", "experience areas", "lived experience")),
    Field("wishes", N_("Wishes"), (
        "wensen", "wil", "voorkeur", "voorkeuren", "wil graag", "wishes", "preferences")),
    Field("vog_applied", N_("Certificate of conduct applied for"), (
        "vog aangevraagd", "vog aangevraagd op", "vog aanvraag", "aanvraag vog",
        "vog applied", "certificate of conduct applied")),
    Field("vog_seen", N_("Certificate of conduct seen"), (
        "vog", "vog d d", "vog dd", "vog datum", "datum vog", "vog gezien", "vog gezien op",
        "vog ontvangen", "vog afgegeven", "vog binnen", "certificate of conduct",
        "certificate of conduct seen", "dbs", "dbs date")),
    Field("vog_renew", N_("Certificate of conduct renew by"), (
        "vog geldig tot", "vog vernieuwen", "vog verloopt", "vog vernieuwen voor", "vog tot",
        "certificate of conduct valid until", "certificate of conduct renew by")),
    Field("days", N_("Days"), (
        "dagen", "beschikbaar", "beschikbaarheid", "werkdagen", "vrije dagen",
        "beschikbare dagen", "days", "availability", "available", "working days")),
    Field("consent", N_("Agreed that experience is kept"), (
        "toestemming", "toestemming d d", "toestemming op", "akkoord", "akkoord op",
        "consent", "consent date", "agreed on")),
    Field("note", N_("Note"), (
        "opmerking", "opmerkingen", "opm", "notitie", "notities", "bijzonderheden", "toelichting",
        "aantekening", "aantekeningen", "let op", "memo", "note", "notes", "remark", "remarks",
        "comment", "comments")),
)  # fmt: skip

BY_CODE = {field.code: field for field in FIELDS}

REASON_HEADERS = (N_("Why not taken"), "Waarom niet overgenomen")
"""Header of the column that `edtui.exchange.write_back` adds, in both languages: not to be read."""
