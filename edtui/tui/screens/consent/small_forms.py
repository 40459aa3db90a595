"""Renewing a consent, and stopping uses: two small forms."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

from edtui.desk import story_consents
from edtui.desk.story_texts import texts_of
from edtui.errors import N_, Sentence
from edtui.locale import _
from edtui.records.story import Story
from edtui.records.story_consent import (
    Cell,
    ConsentStatus,
    StoryConsent,
    governing,
    months_later,
)
from edtui.records.story_words import Audience, Medium, Purpose, Value
from edtui.tui.dialogs.form import Section
from edtui.tui.screens.consent import consent_fields, grid
from edtui.tui.screens.consent.story_form import StoryForm
from edtui.tui.widgets.fields import (
    ChoiceField,
    DateField,
    Field,
    Option,
    SeveralField,
    TextField,
    YesNoField,
    fixed,
)

if TYPE_CHECKING:
    from edtui.tui.screens.people.tools import Tools

ALL, SOME = "all", "some"
CHOOSE = Sentence(N_("Choose which uses stop."))


class RenewForm(StoryForm):
    """Fills in the day that goes with a term."""

    def on_field_changed(self, event: Field.Changed) -> None:
        """Fill in the day."""
        until = self.sheet.fields["valid_until"]
        months = event.field.value
        if event.field.key == "term" and months in (
            consent_fields.TERM_12,
            consent_fields.TERM_24,
        ):
            until.fill(months_later(cast(Any, self.app).clock.today(), int(months)))
            until.say_again()


def renew_form(tools: "Tools", consent: StoryConsent, title: str) -> StoryForm:
    """Make the form of the same until another day; who asked is noted with it."""
    fields: list[Field] = [
        ChoiceField("term", N_("How long"), consent_fields.how_long()),
        DateField("valid_until", N_("Until"), required=True, help=N_("the last day")),
        DateField("on", N_("Asked on")),
        TextField("held_by", N_("Who asked"), max_length=80),
        YesNoField("is_manager", N_("Has power"),
                   help=N_("coordinator, employer or treatment: then a no is hard to say")),
    ]  # fmt: skip

    def save(values: Mapping[str, Any]) -> StoryConsent:
        asked = {name: values.get(name) for name in ("on", "held_by", "is_manager")}
        talk = consent.talk.model_copy(
            update={name: said for name, said in asked.items() if said not in (None, "")}
        )
        return story_consents.renew(tools.desk, consent.id, values["valid_until"], talk=talk)

    form = RenewForm(
        f"{title} · {_('renew')}",
        [Section("", fields)],
        stored={"on": tools.desk.clock.today()},
        save=save,
        small=True,
    )
    return form.about(consent.story_id)


def stop_form(tools: "Tools", story: Story) -> StoryForm:
    """Make the form of uses that stop, while the text stays."""
    desk, label = tools.desk, tools.words.label

    def options() -> list[Option]:
        return [Option(_code(cell), cell_words(cell, label)) for cell in shared_cells(tools, story)]

    fields: list[Field] = [
        ChoiceField("which", N_("What stops"), fixed(
            (ALL, _("all sharing; the text stays")), (SOME, _("these uses")),
        ), required=True),
        SeveralField("cells", N_("Uses"), options,
                     word_for=lambda code: cell_words(_cell(code), label)),
        tools.choice("via", N_("Said"), "story_withdrawn_via",
                     help=N_("how the narrator let it know; a reason is never asked")),
    ]  # fmt: skip

    def check(values: Mapping[str, Any]) -> dict[str, Sentence]:
        none = values.get("which") == SOME and not values.get("cells")
        return {"cells": CHOOSE} if none else {}

    def save(values: Mapping[str, Any]) -> list[StoryConsent]:
        chosen = [_cell(code) for code in values["cells"]] if values["which"] == SOME else None
        return story_consents.stop_uses(desk, story.id, chosen, via=values.get("via", ""))

    form = StoryForm(
        f"{story.title} · {_('stop uses')}",
        [Section("", fields)],
        stored={},
        save=save,
        check=check,
        small=True,
    )
    return form.about(story.id)


def shared_cells(tools: "Tools", story: Story) -> list[Cell]:
    """Give the uses to which any text of a story has a yes or an "ask me"."""
    every = tuple(story_consents.consents_of(tools.desk, story.id))
    found: dict[Cell, Value] = {}
    for version in texts_of(tools.desk, story.id):
        counts = governing(every, version.id)
        if counts is not None and counts.status is ConsentStatus.GIVEN:
            said = grid.said_by(counts.scopes)
            found |= {cell: value for cell, value in said.items() if value is not Value.NO}
    return [Cell(Purpose(one["purpose"]), Audience(one["audience"]), Medium(one["medium"]))
            for one in grid.scopes_of(found)]  # fmt: skip


def cell_words(cell: Cell, label: Any) -> str:
    """Give a use in words."""
    parts = (
        label("story_purposes", cell.purpose.value),
        label("story_audiences", cell.audience.value),
        label("story_media", cell.medium.value),
    )
    return ", ".join(parts)


def _code(cell: Cell) -> str:
    return "/".join(part.value for part in cell)


def _cell(code: str) -> Cell:
    purpose, audience, medium = code.split("/")
    return Cell(Purpose(purpose), Audience(audience), Medium(medium))
