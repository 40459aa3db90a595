"""Between a story and its forms: what a form shows of it, and what changes by what was typed."""

from collections.abc import Callable, Mapping
from typing import Any

from edtui.records.story import Story
from edtui.records.story_parts import ThirdParty
from edtui.records.story_words import Workflow
from edtui.tui.screens.stories.forms_parts import note_part
from edtui.tui.screens.stories.traits import traits_shown, traits_written

Values = Mapping[str, Any]
Shown = Callable[[Any], dict[str, Any]]
Written = Callable[[Any, Values], Values]


def codes(values: Values) -> Values:
    """Give what changes; a choice that was left open is none."""
    changes = dict(values)
    for name in ("attribution", "wants_to_be_known"):
        if name in changes and changes[name] == "":
            changes[name] = None
    if "anonymity_wanted" in changes:
        changes["anonymity_wanted"] = int(changes["anonymity_wanted"] or 0)
    return changes


def as_typed(_held: Story, values: Values) -> Values:
    """Write what was typed."""
    return values


def name_shown(story: Story) -> dict[str, Any]:
    """Show the level as a code."""
    return {**dict(story), "anonymity_wanted": str(story.anonymity_wanted)}


def others_written(held: Story, values: Values) -> Values:
    """A ready story in which somebody else turns up goes back until that is looked at."""
    others = values.get("third_parties", held.third_parties)
    looked = values.get("third_checked_on", held.third_checked_on)
    is_open = looked is None or any(ThirdParty.model_validate(one).is_open for one in others)
    if is_open and held.workflow is Workflow.READY:
        return {**values, "workflow": Workflow.NARRATOR_REVIEW}
    return values


def notes_shown(story: Story) -> dict[str, Any]:
    """Show the text of a note as a code."""
    notes = [{**dict(one), "version_id": str(one.version_id or "")} for one in story.notes]
    return {**dict(story), "notes": notes}


def notes_written(_held: Story, values: Values) -> Values:
    """A note that was written says that there are notes."""
    if "notes" not in values:
        return values
    changes = {**values, "notes": tuple(note_part(part) for part in values["notes"])}
    if changes["notes"] and values.get("notes_state") == "not_assessed":
        changes["notes_state"] = "listed"
    return changes


WAYS: dict[str, tuple[Shown, Written]] = {
    "name": (name_shown, as_typed),
    "notes": (notes_shown, notes_written),
    "others": (dict, others_written),
    "traits": (traits_shown, traits_written),
}
"""Name of a form to both ways; the others show and write fields as they are."""
