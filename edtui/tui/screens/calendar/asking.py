"""What the calendar asks a person: which date, which layers, narrowed to what."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from edtui.desk import folding
from edtui.desk.calendar_entries import Layer
from edtui.desk.calendar_marks import MARK_SOURCES
from edtui.desk.calendar_view import CalendarFilter
from edtui.errors import N_
from edtui.locale import _, spoken
from edtui.tui.curtain import shown_name
from edtui.tui.dialogs.form import Form, Section
from edtui.tui.screens.calendar.looking import LAYERS
from edtui.tui.screens.calendar.words import CalendarWords
from edtui.tui.widgets.fields import (
    DateField,
    Option,
    PersonField,
    SeveralField,
    from_vocabulary,
)

FEW = 9
"""So many names are offered at once."""


def go_form(today: date) -> Form:
    """Ask for a date; gives it."""
    field = DateField("day", N_("Date"), required=True, today=lambda: today,
                      help=N_("24-11, 24 nov, fri, +2w …"))  # fmt: skip
    return Form(
        _("Go to a date"), [Section("", [field])], save=lambda values: values["day"], small=True
    )


def layers_form(shown: frozenset[Layer]) -> Form:
    """Ask which layers are shown; gives them."""
    offered = [*list(Layer)[:3], *(layer for layer, _source in MARK_SOURCES)]

    def options() -> list[Option]:
        return [Option(layer.value, _(LAYERS[layer])) for layer in offered]

    def save(values: dict[str, Any]) -> frozenset[Layer]:
        off = {layer for layer in offered if layer.value not in values["layers"]}
        return frozenset(Layer) - off

    field = SeveralField("layers", N_("Shown"), options)
    stored = {"layers": [layer.value for layer in offered if layer in shown]}
    return Form(_("Layers"), [Section("", [field])], stored=stored, save=save, small=True)


def filter_form(words: CalendarWords, where: CalendarFilter) -> Form:
    """Ask to what the calendar is narrowed; gives it."""
    index, app = words.index, words.app

    def find_person(typed: str) -> list[tuple[int, str]]:
        known = ((number, bit.name) for number, bit in index.people() if bit.on_team)
        return _found(known, typed, lambda name: shown_name(app, name))

    def find_location(typed: str) -> list[tuple[int, str]]:
        return _found(index.locations(), typed, str)

    fields = [
        PersonField("person_id", N_("Person"), find=find_person, name_of=words.person),
        PersonField("location_id", N_("Location"), find=find_location, name_of=words.location),
        SeveralField(
            "kinds", N_("Kinds"), from_vocabulary(lambda: words.held["activity_kinds"], spoken()),
            word_for=words.kind,
        ),
    ]  # fmt: skip

    def save(values: dict[str, Any]) -> CalendarFilter:
        return CalendarFilter(
            values["person_id"] or 0, values["location_id"] or 0, frozenset(values["kinds"])
        )

    stored = {
        "person_id": where.person_id,
        "location_id": where.location_id,
        "kinds": sorted(where.kinds),
    }
    title = _("Narrow the calendar")
    return Form(title, [Section("", fields)], stored=stored, save=save)


def _found(
    known: Iterable[tuple[int, str]], typed: str, shown: Callable[[str], str]
) -> list[tuple[int, str]]:
    wanted = folding.words(typed)
    fitting = (
        (number, name)
        for number, name in sorted(known, key=lambda one: folding.fold(one[1]))
        if folding.has_all(folding.searchable(name), wanted)
    )
    return [(number, shown(name)) for (number, name), _at in zip(fitting, range(FEW), strict=False)]
