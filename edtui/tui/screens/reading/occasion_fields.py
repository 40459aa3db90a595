"""The form before a story is read with others, aloud or projected: for what, for whom, how."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from edtui.desk import story_reading
from edtui.desk.story_papers import occasion
from edtui.errors import N_, Sentence
from edtui.locale import _
from edtui.records.story import Story
from edtui.records.story_exits import Exit
from edtui.records.story_gate import Answer, Verdict
from edtui.records.story_papers import Occasion
from edtui.records.story_reasons import WITHDRAWN
from edtui.records.story_version import StoryVersion
from edtui.records.story_words import Audience, Medium, Purpose
from edtui.tui.dialogs.form import Form, Section
from edtui.tui.screens.people.tools import Tools
from edtui.tui.widgets.fields import ChoiceField, Field, NumberField, TextField
from edtui.tui.widgets.fields.options import fixed

HOW = {
    "together": (N_("on this screen, together"), Exit.READING, Medium.INTERNAL_DIGITAL),
    "aloud": (N_("read aloud"), Exit.READING, Medium.READ_ALOUD),
    "self": (N_("the narrator tells it"), Exit.READING, Medium.TOLD_BY_SELF),
    "projected": (N_("projected"), Exit.PROJECTING, Medium.INTERNAL_DIGITAL),
}
"""How it is shared, to the exit and the form of sharing that this is."""

_MOST = 1_000_000


class Sharing(NamedTuple):
    """What was chosen, and the text that may best."""

    when: Occasion
    way: Exit
    version: StoryVersion
    told_by: str


def occasion_fields(tools: Tools) -> list[Field]:
    """Make the fields for what and for whom."""
    return [
        tools.pick("purpose", N_("For"), "story_purposes", required=True),
        tools.pick("audience", N_("For whom"), "story_audiences", required=True),
        TextField("words", N_("Occasion"), max_length=200),
        TextField("place", N_("Where"), max_length=200),
        NumberField("group_size", N_("How many people"), least=0, most=_MOST, whole=True),
    ]


def sharing_form(
    tools: Tools, story: Story, version_id: int, save: Callable[[Sharing], Any]
) -> Form:
    """Make the form; while somebody chooses it says what the gate says.

    Args:
        tools: makes fields.
        story: which is shared.
        version_id: the text that is preferred where several may equally.
        save: opens it.
    """
    desk = tools.desk

    def ask(values: Mapping[str, Any]) -> tuple[Sharing | None, Verdict] | None:
        how, purpose, audience = (values.get(key) for key in ("how", "purpose", "audience"))
        if not (how and purpose and audience):
            return None
        _label, way, medium = HOW[how]
        when = occasion(
            desk,
            Purpose(purpose),
            Audience(audience),
            medium,
            words=values.get("words") or "",
            place=values.get("place") or "",
            group_size=values.get("group_size") or 0,
        )
        version, verdict = story_reading.fitting(desk, story.id, when, way, version_id)
        told_by = values.get("told_by") or ""
        return (Sharing(when, way, version, told_by) if version else None), verdict

    def check(values: Mapping[str, Any]) -> dict[str, Sentence]:
        asked = ask(values)
        if asked is None or asked[1].answer is Answer.YES:
            return {}
        return {"how": asked[1].reasons[0]}

    def keep(values: Mapping[str, Any]) -> Any:
        asked = ask(values)
        assert asked is not None  # noqa: S101  the three fields are required
        assert asked[0] is not None  # noqa: S101  the check let through only what may
        return save(asked[0])

    how = ChoiceField(
        "how",
        N_("How"),
        fixed(*((code, _(label)) for code, (label, _way, _medium) in HOW.items())),
        required=True,
    )
    told_by = TextField("told_by", N_("Who reads or tells"), max_length=80)
    purpose, audience, *others = occasion_fields(tools)
    return Form(
        _("Share {title}").format(title=story.title),
        [Section("", [purpose, audience, how, *others, told_by])],
        save=keep,
        check=check,
        elsewhere=lambda: None if desk.find(Story, story.id) else Sentence(WITHDRAWN),
    )
