"""To what the calendar is narrowed: a person, a location, kinds of activity."""

from collections.abc import Callable, Iterable
from typing import Any

from edtui.desk import folding
from edtui.desk.calendar_view import CalendarFilter
from edtui.errors import N_
from edtui.locale import _, spoken
from edtui.tui.curtain import shown_name
from edtui.tui.dialogs.form import Form, Section
from edtui.tui.dialogs.narrow import Narrow
from edtui.tui.screens.calendar.words import CalendarWords
from edtui.tui.widgets.fields import (
    PersonField,
    SeveralField,
    from_vocabulary,
)

FEW = 9
"""So many names are offered at once."""


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
    return Narrow(title, [Section("", fields)], stored=stored, save=save)


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
