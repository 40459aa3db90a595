"""Fields for lists of parts, and for parts inside a record."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from edtui.errors import N_
from edtui.locale import dates
from edtui.locale.numbers import hours
from edtui.records.availability import DAY_PARTS, WEEKDAYS
from edtui.tui.screens.people.tools import Tools
from edtui.tui.widgets.fields import (
    DateField,
    Field,
    HoursField,
    LongTextField,
    Option,
    PartsField,
    SeveralField,
    TextField,
    YesNoField,
)

DOT = " · "
Values = Mapping[str, Any]


def contacts(key: str, label: str, tools: Tools) -> PartsField:
    """Ways to reach somebody, and which not to use."""

    def fields() -> Sequence[Field]:
        return [
            tools.choice("kind", N_("Way"), "contact_kinds", required=True),
            TextField("value", N_("Number or address"), required=True, max_length=200),
            tools.choice("use", N_("Use it"), "contact_uses", required=True),
            TextField("note", N_("Note"), help=N_("such as 'after five only'"), max_length=200),
        ]

    def line(part: Values) -> str:
        use = part.get("use", "yes")
        return joined(
            tools.words.label("contact_kinds", part.get("kind", "phone")),
            part.get("value"),
            "" if use == "yes" else tools.words.label("contact_uses", use),
            part.get("note"),
        )

    return PartsField(
        key, label, fields=with_start(fields, kind="mobile", use="yes"), line=line,
        title=N_("A way to reach somebody"),
    )  # fmt: skip


def competences(key: str, label: str, tools: Tools) -> PartsField:
    """What somebody is good at: two views."""

    def fields() -> Sequence[Field]:
        return [
            tools.pick("competence", N_("Competence"), "competences", required=True),
            tools.choice("own_score", N_("Self"), "competence_scores"),
            tools.choice("coach_score", N_("Coach"), "competence_scores"),
            DateField("scored_on", N_("On")),
            TextField("note", N_("Note"), max_length=200),
        ]

    def line(part: Values) -> str:
        scores = (
            tools.words.label("competence_scores", part.get(name) or "") or "–"
            for name in ("own_score", "coach_score")
        )
        competence = tools.words.label("competences", part.get("competence", ""))
        return joined(competence, " / ".join(scores))

    return PartsField(key, label, fields=fields, line=line, title=N_("A competence"))


def training(key: str, label: str, tools: Tools) -> PartsField:
    """Courses, with modules, certificate and until when it is valid."""

    def fields() -> Sequence[Field]:
        return [
            tools.pick("kind", N_("Kind"), "training_kinds"),
            TextField("title", N_("Title"), max_length=200),
            TextField("provider", N_("Given by"), max_length=80),
            tools.choice("status", N_("How far"), "training_statuses", required=True),
            tools.several("modules", N_("Modules"), "training_modules"),
            DateField("started_on", N_("Started")),
            DateField("finished_on", N_("Finished")),
            YesNoField("certificate", N_("Certificate seen"), required=True),
            DateField("valid_until", N_("Valid until")),
            LongTextField("note", N_("Note")),
        ]

    def line(part: Values) -> str:
        return joined(
            part.get("title") or tools.words.label("training_kinds", part.get("kind") or ""),
            tools.words.label("training_statuses", part.get("status", "passed")),
            day(part.get("valid_until")),
        )

    made = with_start(fields, status="passed", certificate=False)
    return PartsField(key, label, fields=made, line=line, title=N_("A training"))


def contracts(key: str, label: str, tools: Tools) -> PartsField:
    """Form and hours from a day; a change is a next line."""

    def fields() -> Sequence[Field]:
        return [
            tools.choice("form", N_("Form"), "contract_forms"),
            HoursField("hours_a_week", N_("Hours a week"), least=0, most=168),
            DateField("start", N_("From")),
            DateField("end", N_("To and with")),
            TextField("note", N_("Note"), max_length=200),
        ]

    def line(part: Values) -> str:
        amount = part.get("hours_a_week")
        return joined(
            tools.words.label("contract_forms", part.get("form") or ""),
            "" if amount is None else hours(amount),
            period(part),
        )

    return PartsField(key, label, fields=fields, line=line, title=N_("An agreement"))


def away(key: str, label: str) -> PartsField:
    """Times in which somebody is not asked."""

    def fields() -> Sequence[Field]:
        return [
            DateField("start", N_("From")),
            DateField("end", N_("To and with")),
            TextField("note", N_("Note"), help=N_("a word is enough"), max_length=200),
        ]

    return PartsField(
        key, label, fields=fields, title=N_("A time away"),
        line=lambda part: joined(period(part), part.get("note")),
    )  # fmt: skip


def free_days(key: str, label: str, tools: Tools) -> SeveralField:
    """Weekdays, each whole or a part of it: typing "di" narrows to the Tuesdays."""

    def options() -> list[Option]:
        found = []
        for weekday in WEEKDAYS:
            name = tools.words.label("weekdays", weekday)
            found.append(Option(weekday, name))
            for part in DAY_PARTS:
                label = f"{name} {tools.words.label('day_parts', part)}"
                found.append(Option(f"{weekday}_{part}", label))
        return found

    return SeveralField(
        key, label, options, help=N_("type a day, enter ticks it: 'tue', 'tue mor'")
    )


def availability_shown(person: Any) -> dict[str, Any]:
    """Give the values of the form about availability."""
    held = person.availability
    codes = []
    for one in held.free:
        codes += [f"{one.weekday}_{part}" for part in one.parts] or [one.weekday]
    return {"free": codes, "away": held.away, "words": held.words}


def availability_written(person: Any, values: Values) -> dict[str, Any]:
    """Give what changes in a person, of the values of that form; a whole day wins of its parts."""
    held = person.availability
    parts: dict[str, list[str]] = {}
    codes = values.get("free", availability_shown(person)["free"])
    for code in codes:
        weekday, _line, part = code.partition("_")
        parts.setdefault(weekday, [])
        if part:
            parts[weekday].append(part)
    free = [
        {"weekday": weekday, "parts": [] if weekday in codes else
         [part for part in DAY_PARTS if part in parts[weekday]]}
        for weekday in WEEKDAYS
        if weekday in parts
    ]  # fmt: skip
    return {
        "availability": {
            **dict(held),
            "free": free,
            "away": values.get("away", held.away),
            "words": values.get("words", held.words),
        }
    }


def inside(
    name: str, fields: Sequence[Field]
) -> tuple[Callable[[Any], dict[str, Any]], Callable[[Any, Values], dict[str, Any]]]:
    """Give both ways between a part of a record and fields whose keys begin with its name."""
    keys = [field.key for field in fields]

    def shown(record: Any) -> dict[str, Any]:
        held = getattr(record, name)
        return {key: getattr(held, key.removeprefix(f"{name}_")) for key in keys}

    def written(record: Any, values: Values) -> dict[str, Any]:
        changes = {key.removeprefix(f"{name}_"): values[key] for key in keys if key in values}
        return {name: {**dict(getattr(record, name)), **changes}}

    return shown, written


def with_start(
    fields: Callable[[], Sequence[Field]], **start: Any
) -> Callable[[], Sequence[Field]]:
    """Give fields that hold something already, for a new part."""

    def made() -> Sequence[Field]:
        found = fields()
        for field in found:
            if field.key in start:
                field.fill(start[field.key])
        return found

    return made


def numbers(values: Values, *keys: str) -> dict[str, Any]:
    """Give values in which the codes of these fields are record numbers again."""
    return {
        key: [int(code) for code in value] if key in keys else value
        for key, value in values.items()
    }


def joined(*texts: Any) -> str:
    """Give the texts that say something, with dots between."""
    return DOT.join(str(text) for text in texts if text)


def day(value: Any) -> str:
    """Give a stored day as people write it; empty where there is none."""
    if isinstance(value, str) and value:
        value = date.fromisoformat(value)
    return dates.short_day(value) if value else ""


def period(part: Values) -> str:
    """Give the period of a part."""
    start, end = (
        date.fromisoformat(value) if isinstance(value, str) and value else value or None
        for value in (part.get("start"), part.get("end"))
    )
    return dates.period(start, end)
