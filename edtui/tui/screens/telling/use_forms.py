"""The forms of a use: noting one that was told elsewhere, looking back, correcting the line."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from edtui.desk import story_uses
from edtui.desk.story_papers import occasion
from edtui.desk.story_texts import texts_of
from edtui.desk.story_uses import Noted
from edtui.desk.telling_plugin import NEW_USE
from edtui.errors import N_
from edtui.locale import _, dates
from edtui.records.story import Story
from edtui.records.story_use import Debrief, StoryUse
from edtui.records.story_version import StoryVersion
from edtui.records.story_words import Audience, Medium, Purpose
from edtui.tui.dialogs.form import Form, Section
from edtui.tui.screens.people.record_form import Part, record_form
from edtui.tui.screens.reading.occasion_fields import occasion_fields
from edtui.tui.screens.stories.tools import StoryTools
from edtui.tui.widgets.fields import (
    ChoiceField,
    DateField,
    Field,
    NumberField,
    Option,
    TextField,
)

Values = Mapping[str, Any]
_AFTER = ("how_was_it", "energy", "follow_up")
_MORE = ("told_by", "contact", "copies", "where_found")
_NUMBERS = ("group_size", "copies")
_MOST = 1_000_000
_NOT_CHOSEN: dict[str, Any] = {
    "purpose": Purpose.ARCHIVE,
    "audience": Audience.PEERS,
    "medium": Medium.TOLD_BY_SELF,
}
"""What a record holds while nothing was chosen: that is told at the fields, which are required."""


def told_form(tools: StoryTools, story: Story, version_id: int = 0) -> Form:
    """Make the form of a use elsewhere; its result is `Noted`."""
    desk = tools.desk
    versions = texts_of(desk, story.id)
    purpose, audience, *others = occasion_fields(tools)
    medium = tools.pick("medium", N_("Form"), "story_media", required=True)
    day = DateField("on", N_("On"), required=True)
    text = ChoiceField("version_id", N_("Text"), lambda: _texts(tools, versions), required=True)
    fields: list[Field] = [day, purpose, audience, medium, *others, text, *_line_fields(tools)]

    def finish(_changed: StoryUse, values: Values) -> Noted:
        when = occasion(
            desk,
            Purpose(values["purpose"]),
            Audience(values["audience"]),
            Medium(values["medium"]),
            on=values["on"],
            words=values["words"],
            place=values["place"],
            group_size=values["group_size"] or 0,
        )
        more = {key: values[key] for key in _MORE} | {"copies": values["copies"] or 0}
        return story_uses.note_use(desk, story.id, int(values["version_id"]), when, **more)

    chosen = next((one.id for one in versions if one.id == version_id), 0)
    new = StoryUse(story_id=story.id, on=desk.clock.today(), **_NOT_CHOSEN)
    part = Part(
        f"{NEW_USE}{story.id}",
        _("{title} was told").format(title=story.title),
        [Section("", fields)],
        shown=lambda use: {"on": use.on, "version_id": str(chosen or "")},
        written=_new_line,
    )
    return record_form(desk, new, part, lambda use: use, finish=finish)


def use_form(tools: StoryTools, use: StoryUse, title: str) -> Form:
    """Make the form of a line: how it was for the narrator first, then what is wrong in it."""
    after: list[Field] = [
        TextField("how_was_it", N_("How was it"), max_length=200,
                  help=N_("in the narrator's words; may stay empty")),
        tools.choice("energy", N_("Energy"), "story_energy"),
        TextField("follow_up", N_("And then"), max_length=200,
                  help=N_("what is done about it, by whom")),
        DateField("looked_back", N_("Looked back"),
                  help=N_("a day alone is enough: then nobody is asked again")),
    ]  # fmt: skip
    line: list[Field] = [
        TextField("occasion", N_("Occasion"), max_length=200),
        TextField("place", N_("Where"), max_length=200),
        NumberField("group_size", N_("How many people"), least=0, most=_MOST, whole=True),
        *_line_fields(tools),
        tools.choice("reach", N_("Back again"), "story_reach", required=True),
        DateField("thanks_sent", N_("Thanked on")),
    ]
    if not use.exit:  # what left through the program is as the gate saw it
        line.insert(0, DateField("on", N_("On"), required=True))
    part = Part(
        "use",
        f"{title} · {dates.short_day(use.on)}",
        [Section(N_("Afterwards"), after), Section(N_("The line"), line)],
        shown=_shown,
        written=partial(_written, tools),
    )
    return record_form(tools.desk, use, part, partial(story_uses.save_use, tools.desk))


def _line_fields(tools: StoryTools) -> list[Field]:
    return [
        TextField("told_by", N_("Who reads or tells"), max_length=80),
        tools.line("contact", N_("Whom to tell"), help=N_("if the narrator takes it back")),
        NumberField("copies", N_("Copies"), least=0, most=_MOST, whole=True),
        tools.line("where_found", N_("To be found"), help=N_("web address, or number of an issue")),
    ]


def _texts(tools: StoryTools, versions: list[StoryVersion]) -> list[Option]:
    return [
        Option(str(one.id), f"{one.no} {tools.label('story_version_kinds', one.kind.value)}")
        for one in versions
    ]


def _new_line(_use: StoryUse, values: Values) -> Values:
    """Give what can be checked while somebody types."""
    given = {key: value for key, value in values.items() if key in StoryUse.model_fields}
    given["occasion"] = values.get("words", "")
    given["version_id"] = int(values.get("version_id") or 0) or None
    for key in _NUMBERS:
        given[key] = values.get(key) or 0
    return given | {key: values.get(key) or start for key, start in _NOT_CHOSEN.items()}


def _shown(use: StoryUse) -> dict[str, Any]:
    after = use.after
    return dict(use) | {
        "how_was_it": after.how_was_it,
        "energy": after.energy.value,
        "follow_up": after.follow_up,
        "looked_back": after.on,
        "reach": use.reach.value,
        "group_size": use.group_size or None,
        "copies": use.copies or None,
    }


def _written(tools: StoryTools, use: StoryUse, values: Values) -> Values:
    held = {key: values.get(key) or "" for key in _AFTER}
    day = values.get("looked_back") or (tools.desk.clock.today() if any(held.values()) else None)
    given = {key: value for key, value in values.items() if key in StoryUse.model_fields}
    for key in _NUMBERS:
        given[key] = values.get(key) or 0
    return given | {"after": use.after.with_(on=day, **held) if day else Debrief()}
