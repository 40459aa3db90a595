"""The occasion field by field, for who would rather choose than type."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, cast

from edtui.desk.story_papers import occasion
from edtui.desk.vocabularies import vocabularies
from edtui.errors import N_
from edtui.locale import _, dates, ngettext
from edtui.locale.numbers import count
from edtui.records.occasion_supposed import suppose
from edtui.records.occasion_words import ReadOccasion, read_occasion
from edtui.records.story_papers import Occasion
from edtui.records.story_words import Audience, Medium, Purpose
from edtui.records.vocabulary import Vocabulary
from edtui.tui.dialogs.form import Section
from edtui.tui.dialogs.narrow import Narrow
from edtui.tui.screens.consent.story_form import StoryForm
from edtui.tui.widgets.fields import DateField, Field, NumberField, TextField

if TYPE_CHECKING:
    from edtui.desk.session import Desk
    from edtui.tui.dialogs.form_sheet import Check
    from edtui.tui.screens.consent.words import Label
    from edtui.tui.screens.people.tools import Tools

MISSING = {
    "purpose": N_("for what"),
    "audience": N_("for whom"),
    "medium": N_("in which form"),
}
"""What is asked where the typed occasion does not say it."""

_MOST = 100_000


class OccasionForm(StoryForm):
    """Reads what is typed as the occasion, and fills in what nobody filled in by hand."""

    known: Mapping[str, Vocabulary]

    def on_field_changed(self, event: Field.Changed) -> None:
        """Fill in what the words say."""
        if event.field.key != "words":
            return
        clock = cast(Any, self.app).clock
        found = suppose(read_occasion(event.field.value, clock.today(), self.known))
        for name, value in _values(found).items():
            field = self.sheet.fields[name]
            if value and not field.touched:
                field.fill(value)
                field.say_again()


class LookForm(Narrow, OccasionForm):
    """The same where the occasion is only looked at: nothing is saved by it."""


def occasion_form(
    tools: "Tools",
    found: ReadOccasion,
    title: str = "",
    story_id: int = 0,
    kind: type[OccasionForm] = OccasionForm,
    *,
    check: "Check | None" = None,
    keep: Callable[[Occasion], object] | None = None,
) -> OccasionForm:
    """Make the form; it gives an `Occasion`.

    Args:
        tools: for words.
        found: what is known of it already.
        title: of the form (translated; private text is welcome).
        story_id: the story that it is about, where it is about one.
        kind: `LookForm` where nothing is saved.
        check: rules over the fields.
        keep: does something with the occasion before the form closes.
    """
    known, today = vocabularies(tools.desk), tools.desk.clock.today()
    fields: list[Field] = [
        TextField("words", N_("Occasion"), max_length=200,
                  help=N_("clinical lesson, 30 students, on paper, 12 May")),
        tools.pick("purpose", N_("For what"), "story_purposes", required=True),
        tools.pick("audience", N_("For whom"), "story_audiences", required=True),
        tools.pick("medium", N_("In which form"), "story_media", required=True),
        DateField("on", N_("Day"), required=True),
        NumberField("group_size", N_("How many"), least=0, most=_MOST, whole=True),
        TextField("place", N_("Where"), max_length=200),
    ]  # fmt: skip

    def save(values: Mapping[str, Any]) -> Occasion | None:
        words = read_occasion(values.get("words") or "", today, known).words
        held = from_values(tools.desk, {**values, "words": words})
        if held is not None and keep is not None:
            keep(held)
        return held

    stored = {"words": found.words, **_values(found), "on": found.on or today}
    form = kind(
        title or _("The occasion"),
        [Section("", fields)],
        stored=stored,
        save=save,
        check=check,
        small=True,
    )
    form.known = known
    form.about(story_id)
    return form


def from_values(desk: "Desk", values: Mapping[str, Any]) -> Occasion | None:
    """Give the occasion that the fields hold; None where something is missing."""
    purpose, audience, medium = (values.get(key) for key in MISSING)
    if not (purpose and audience and medium and values.get("on")):
        return None
    return occasion(
        desk,
        Purpose(purpose),
        Audience(audience),
        Medium(medium),
        on=values["on"],
        words=values.get("words") or "",
        place=values.get("place") or "",
        group_size=values.get("group_size") or 0,
    )


def _values(found: ReadOccasion) -> dict[str, Any]:
    return {
        "purpose": found.purpose.value if found.purpose else "",
        "audience": found.audience.value if found.audience else "",
        "medium": found.medium.value if found.medium else "",
        "on": found.on,
        "group_size": found.group_size or None,
    }


def whole(desk: "Desk", found: ReadOccasion) -> Occasion | None:
    """Give the occasion where nothing is missing; without a day it is today."""
    if found.purpose is None or found.audience is None or found.medium is None:
        return None
    return occasion(
        desk,
        found.purpose,
        found.audience,
        found.medium,
        on=found.on,
        words=found.words,
        group_size=found.group_size,
    )


def as_read(held: Occasion) -> ReadOccasion:
    """Give an occasion as what is known of it, to change it."""
    return ReadOccasion(
        held.purpose, held.audience, held.medium, held.on, held.group_size, held.words
    )


def said(found: ReadOccasion, label: "Label", dot: str) -> str:
    """Give what was understood, in words."""
    parts = [
        label("story_purposes", found.purpose.value) if found.purpose else "",
        label("story_audiences", found.audience.value) if found.audience else "",
        label("story_media", found.medium.value) if found.medium and not found.supposed else "",
        _people(found.group_size),
        dates.short_day(found.on) if found.on else "",
    ]
    return dot.join(part for part in parts if part)


def _people(size: int) -> str:
    if not size:
        return ""
    return ngettext("{count} person", "{count} people", size).format(count=count(size))
