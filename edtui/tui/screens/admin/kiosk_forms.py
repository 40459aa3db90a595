"""The forms of the kiosks: one kiosk, texts, what is shown, hours, who is named, the question."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from edtui.desk import folding, kiosk_settings, publishing
from edtui.desk.kiosk_hours import opening_lines, pause_lines, read_opening, read_pauses
from edtui.desk.session import Desk
from edtui.desk.vocabularies import vocabularies, word
from edtui.errors import N_
from edtui.locale import _, spoken
from edtui.records.kiosk import NEVER_PUBLIC, Face, Kiosk, KioskSettings, Poll, Words
from edtui.records.organisation import Location
from edtui.tui.curtain import shown_name
from edtui.tui.dialogs.form import Form, Section
from edtui.tui.screens.admin.who_is_it import FEW, name_of
from edtui.tui.widgets.fields import (
    ChoiceField,
    DateField,
    Field,
    LinesField,
    LongTextField,
    NumberField,
    Option,
    PartsField,
    PersonField,
    PickField,
    SeveralField,
    TextField,
    YesNoField,
    fixed,
)
from edtui.tui.widgets.fields.record_pick import NumberedPick

if TYPE_CHECKING:
    from edtui.tui.desk_open import DeskOpen

_LANGUAGES = (("nl", "Nederlands"), ("en", "English"))


def new_kiosk(desk: Desk, key_file: Path) -> Form:
    """Ask what is needed to let a kiosk in; the values come back, nothing is saved."""
    fields: list[Field] = [
        TextField("name", N_("Name"), required=True, max_length=60,
                  help=N_("where it stands, such as Hall")),
        _location(desk),
        ChoiceField("language", N_("Language"), fixed(*_LANGUAGES), required=True),
        TextField("key_file", N_("Key file"), required=True, max_length=500,
                  help=N_("a new file; only the kiosk's own user may read it")),
    ]  # fmt: skip
    stored = {"key_file": str(key_file), "language": "nl"}
    return Form(_("Set up a kiosk"), [Section("", fields)], stored=stored, small=True)


def edit_kiosk(desk: Desk, kiosk: Kiosk) -> Form:
    """Change one kiosk."""
    fields: list[Field] = [
        TextField("name", N_("Name"), required=True, max_length=60),
        _location(desk),
        ChoiceField("language", N_("Language"), fixed(*_LANGUAGES), required=True),
    ]

    def save(values: dict[str, Any]) -> Any:
        return kiosk_settings.save_kiosk(desk, kiosk.with_(**values))

    return Form(kiosk.name, [Section("", fields)], stored=dict(kiosk), save=save, small=True)


def texts(desk: Desk) -> Form:
    """Change the welcome, the message, the line with help, the page of a closed kiosk."""
    settings = kiosk_settings.kiosk_settings(desk)
    named = {
        "message": N_("Message of the day"),
        "greeting": N_("Welcome"),
        "help_words": N_("Line with help"),
        "closed_words": N_("When closed"),
    }
    sections: list[Section] = []
    stored: dict[str, Any] = {"message_until": settings.message_until}
    for name, label in named.items():
        words: Words = getattr(settings, name)
        stored |= {f"{name}_nl": words.nl, f"{name}_en": words.en}
        fields: list[Field] = [
            LongTextField(f"{name}_nl", N_("Dutch")),
            LongTextField(f"{name}_en", N_("English")),
        ]
        if name == "message":
            fields.append(DateField("message_until", N_("Last day"), help=N_("empty: no end")))
        sections.append(Section(label, fields))

    def save(values: dict[str, Any]) -> Any:
        said = {name: _words(values, name) for name in named}
        return _change(desk, settings, **said, message_until=values["message_until"])

    return Form(_("Texts of kiosks"), sections, stored=stored, save=save)


def what(desk: Desk, sections: Mapping[str, str]) -> Form:
    """Choose what is shown."""
    settings = kiosk_settings.kiosk_settings(desk)
    kinds = vocabularies(desk)["activity_kinds"]
    stories = {one.story_id: one.title for one in publishing.published(desk)}
    fields: list[Field] = [
        SeveralField("shows", N_("Start page"), lambda: [
            Option(code, _(label)) for code, label in sections.items()]),
        SeveralField("kinds", N_("Timetable shows"), lambda: [
            Option(term.code, term.label(spoken()))
            for term in kinds.offered() if term.code not in NEVER_PUBLIC],
            help=N_("of who said yes to it; never with a client")),
        NumberField("days", N_("Days ahead"), least=1, most=60, whole=True, required=True),
        SeveralField("hidden_stories", N_("Leave out"), lambda: [
            Option(str(number), title) for number, title in stories.items()],
            help=N_("stories that may be shown and are not, at kiosks")),
    ]  # fmt: skip
    hidden = tuple(str(one) for one in settings.hidden_stories if one in stories)
    stored = {**dict(settings), "hidden_stories": hidden}

    def save(values: dict[str, Any]) -> Any:
        numbers = tuple(int(one) for one in values["hidden_stories"])
        return _change(desk, settings, **{**values, "hidden_stories": numbers})

    return Form(_("What kiosks show"), [Section("", fields)], stored=stored, save=save)


def hours(desk: Desk) -> Form:
    """Choose when kiosks are open."""
    settings = kiosk_settings.kiosk_settings(desk)
    fields: list[Field] = [
        LinesField("opening", N_("Open"),
                   help=N_("one a line, such as mo-fr 9:00-17:00; nothing: always")),
        LinesField("pauses", N_("Closed"),
                   help=N_("days, one time a line, such as 24-12-2026 - 1-1-2027")),
    ]  # fmt: skip
    stored = {
        "opening": opening_lines(settings.opening),
        "pauses": pause_lines(settings.pauses),
    }

    def save(values: dict[str, Any]) -> Any:
        opening = read_opening(values["opening"])
        pauses = read_pauses(values["pauses"], desk.clock.today())
        return _change(desk, settings, opening=opening, pauses=pauses)

    return Form(_("Hours of kiosks"), [Section("", fields)], stored=stored, save=save)


def faces(desk: Desk, shell: "DeskOpen") -> Form:
    """Say who is named, as they agreed."""
    settings = kiosk_settings.kiosk_settings(desk)

    def find(typed: str) -> list[tuple[int, str]]:
        rows = shell.roster.rows if shell.roster is not None and shell.roster.ready else ()
        wanted = [f" {part}" for part in folding.words(typed)]
        found = [row for row in rows if all(part in row.words for part in wanted)][:FEW]
        return [(row.id, shown_name(shell, row.name)) for row in found]

    def made() -> Sequence[Field]:
        roles = vocabularies(desk)["roles"]
        return [
            PersonField("person_id", N_("Person"), find=find,
                        name_of=lambda number: shown_name(shell, name_of(desk, number))),
            TextField("name", N_("Is called here"), required=True, max_length=80),
            PickField("role", N_("Role"), lambda: [
                Option(term.code, term.label(spoken())) for term in roles.offered()],
                required=True),
            LongTextField("about_nl", N_("In Dutch")),
            LongTextField("about_en", N_("In English")),
            TextField("reach", N_("How to find"), max_length=200),
            YesNoField("in_timetable", N_("In timetable"), required=True),
            DateField("agreed_on", N_("Agreed on"), required=True,
                      help=N_("the day on which this person said yes to exactly this")),
        ]  # fmt: skip

    def line(part: Mapping[str, Any]) -> str:
        return f"{part.get('name', '')} ({word('roles', part.get('role', ''))})"

    field = PartsField("faces", N_("Named"), fields=made, line=line, title=N_("Somebody of us"))
    stored = {"faces": [_face_shown(one) for one in settings.faces]}

    def save(values: dict[str, Any]) -> Any:
        return _change(desk, settings, faces=tuple(_face(one) for one in values["faces"]))

    return Form(_("Who is named on kiosks"), [Section("", [field])], stored=stored, save=save)


def question(desk: Desk) -> Form:
    """Ask visitors a question; another question is counted anew."""
    settings = kiosk_settings.kiosk_settings(desk)
    poll = settings.poll
    fields: list[Field] = [
        TextField("question_nl", N_("Dutch"), max_length=200),
        TextField("question_en", N_("English"), max_length=200),
        LinesField("answers_nl", N_("Answers, Dutch"), help=N_("one a line, two to eight")),
        LinesField("answers_en", N_("Answers, English"), help=N_("in the same order")),
        DateField("until", N_("Last day"), help=N_("empty: no end")),
    ]
    stored = {
        "question_nl": poll.question.nl,
        "question_en": poll.question.en,
        "answers_nl": [one.nl for one in poll.answers if one.nl],
        "answers_en": [one.en for one in poll.answers if one.en],
        "until": poll.until,
    }

    def save(values: dict[str, Any]) -> Any:
        dutch, english = values["answers_nl"], values["answers_en"]
        count = min(8, max(len(dutch), len(english)))
        answers = tuple(
            Words(nl=(dutch[at : at + 1] or [""])[0], en=(english[at : at + 1] or [""])[0])
            for at in range(count)
        )
        asked = _words(values, "question")
        same = (asked, answers) == (poll.question, poll.answers)
        mark = poll.mark if same and poll.mark else desk.clock.new_id()
        new = Poll(mark=mark, question=asked, answers=answers, until=values["until"])
        return _change(desk, settings, poll=new)

    return Form(_("Question to visitors"), [Section("", fields)], stored=stored, save=save)


def _location(desk: Desk) -> NumberedPick:
    def options() -> list[Option]:
        found = sorted(desk.all(Location), key=lambda one: one.name.casefold())
        return [Option(str(one.id), one.name) for one in found]

    return NumberedPick("location_id", N_("Location"), options)


def _words(values: Mapping[str, Any], name: str) -> Words:
    return Words(nl=values[f"{name}_nl"], en=values[f"{name}_en"])


def _face_shown(face: Face) -> dict[str, Any]:
    about = {"about_nl": face.about.nl, "about_en": face.about.en}
    return {**dict(face), **about}


def _face(part: Mapping[str, Any]) -> Face:
    kept = {name: value for name, value in part.items() if name in Face.model_fields}
    about = Words(nl=part.get("about_nl") or "", en=part.get("about_en") or "")
    return Face.model_validate({**kept, "about": about})


def _change(desk: Desk, settings: KioskSettings, **changes: Any) -> KioskSettings:
    """Save over the settings that the form showed: who saved meanwhile is not overwritten."""
    return kiosk_settings.save_settings(desk, settings.with_(**changes))
