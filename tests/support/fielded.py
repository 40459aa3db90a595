"""Fields of every kind and an app to show them in."""

from edtui.tui.widgets.fields import (
    ChoiceField,
    DateField,
    HoursField,
    LinesField,
    LongTextField,
    MoneyField,
    NumberField,
    OrganisationField,
    PartsField,
    PersonField,
    PickField,
    SeveralField,
    TextField,
    TimeField,
    YesNoField,
    fixed,
)
from support.bare_app import BareApp, lines

ORIGINS = fixed(("client", "cliënt"), ("employee", "medewerker"), ("council", "raad"))
LANGUAGES = fixed(
    ("nl", "Nederlands"),
    ("en", "Engels"),
    ("ar", "Arabisch"),
    ("tr", "Turks"),
    ("sign", "Gebarentaal in Nederland"),
)
PEOPLE = {3: "Riet van Dam", 4: "Rik Aalders", 5: "Ann [/b]"}


def find(typed: str):
    return [(n, name) for n, name in PEOPLE.items() if typed.casefold() in name.casefold()]


def person_field(**more) -> PersonField:
    return PersonField("coach", "Coach", find=find, name_of=PEOPLE.__getitem__, **more)


class FieldApp(BareApp):
    def on_field_changed(self, event) -> None:
        self.heard.append(event)

    def on_field_done(self, event) -> None:
        self.heard.append(event)

    def on_pick_field_new_asked(self, event) -> None:
        self.heard.append(event)


def text(app) -> str:
    return "\n".join(lines(app))


def all_kinds():
    return [
        TextField("a", "Text", required=True, help="Some help"),
        LongTextField("b", "Long"),
        LinesField("c", "Lines"),
        ChoiceField("d", "Choice", ORIGINS),
        PickField("e", "Pick", LANGUAGES),
        SeveralField("f", "Several", LANGUAGES, add=str.lower),
        DateField("g", "Date"),
        TimeField("h", "Time"),
        NumberField("i", "Number"),
        HoursField("j", "Hours"),
        MoneyField("k", "Money"),
        YesNoField("l", "Yes or no"),
        person_field(),
        OrganisationField("n", "Organisation", find=find, name_of=PEOPLE.__getitem__),
        PartsField("o", "Parts", fields=lambda: [TextField("p", "P")], line=lambda p: str(p["p"])),
    ]


def starter(clock):
    """Gives a running app with one field, the focus in it."""

    def start(*fields, size=(80, 24), **more):
        app = FieldApp(*fields, **more)
        app.clock = clock
        return app, app.run_test(size=size, notifications=True)

    return start
