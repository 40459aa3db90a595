"""Stories on the command line: the list, one of them, begun and changed."""

import argparse
import sys
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from edtui.cli.output import json_of, plain, print_json, print_table
from edtui.cli.parser import Usage
from edtui.cli.stories_text import story_lines, text_lines, use_lines
from edtui.cli.stories_values import StoryValues
from edtui.cli.values import refused
from edtui.desk import publishing, stories, story_uses
from edtui.desk.session import Desk
from edtui.desk.story_consents import consents_of, current
from edtui.desk.story_importing import Imported, import_story
from edtui.desk.story_reminders import reminders
from edtui.desk.story_versions import versions_of
from edtui.desk.story_withdrawing import tombstones
from edtui.locale import _, dates, say
from edtui.records.log_entry import Event
from edtui.records.story import Story
from edtui.records.story_words import Workflow

_TEXTS = {
    "title": "title",
    "alias": "narrator_alias",
    "summary": "summary",
    "purpose": "purpose_of_narrator",
    "not_for": "not_for",
    "seen_as": "wish_recognition",
    "name": "chosen_name",
}
_CODES = {
    "named": ("attribution", "story_attributions"),
    "form": ("form", "story_forms"),
    "language": ("language", "languages"),
    "status": ("workflow", "story_workflows"),
}


def list_stories(desk: Desk, given: argparse.Namespace) -> None:
    """Print the stories by title, narrowed as asked; of the withdrawn ones only that they were."""
    values = StoryValues(desk, given)
    if given.withdrawn:
        _list_withdrawn(desk, values, given)
        return
    status = values.code("status", "story_workflows")
    narrator = values.narrator(given.narrator) if given.narrator else 0
    ends: dict[int, str] = {}
    for one in reminders(desk):
        ends.setdefault(one.story.id, dates.relative(one.ends_on, desk.clock.today()))
    there = {one.story_id for one in publishing.published(desk)}
    rows = [
        story
        for story in stories.stories(desk)
        if (not status or story.workflow == status)
        and (not narrator or story.narrator_id == narrator)
        and (not given.ending or story.id in ends)
    ]
    desk.log.write(Event.LIST, Story.table, count=len(rows))
    if given.json:
        print_json(rows)
        return
    headers = (_("No."), _("Title"), _("Narrator"), _("Status"), _("Consent ends"), _("Shelf"))
    print_table(
        headers,
        [
            (
                str(story.id),
                story.title,
                values.narrator_name(story),
                values.label("story_workflows", story.workflow.value),
                ends.get(story.id, ""),
                _("yes") if story.id in there else "",
            )
            for story in rows
        ],
        right={0},
    )


def show(desk: Desk, given: argparse.Namespace) -> None:
    """Print one story with its texts by their marks, and what the narrator allows."""
    values = StoryValues(desk, given)
    story = values.story(given.story)
    desk.log.read(Story.table, story.id)
    versions = versions_of(desk, story.id)
    uses = story_uses.uses_of(desk, story.id) if given.uses else []
    if given.json:
        hidden = () if given.text else ("text",)
        told = [
            {**{k: v for k, v in json_of(one).items() if k not in hidden}, "mark": one.digest}
            for one in versions
            if given.text in (None, one.no)
        ]
        said = [json_of(one) for one in consents_of(desk, story.id)]
        more = {"uses": [json_of(one) for one in uses]} if given.uses else {}
        print_json([{**json_of(story), "versions": told, "consents": said, **more}])
        return
    if given.text:
        for line in text_lines(values, values.version(story, given.text)):
            print(line)
        return
    counts = {one.id: current(desk, one.id) for one in versions}
    for line in story_lines(values, story, versions, counts):
        print(line)
    for line in use_lines(values, uses):
        print(line)


def add(desk: Desk, given: argparse.Namespace) -> None:
    """Begin a story, with a text from a file where one is given."""
    fields = _fields(StoryValues(desk, given))
    if not fields.get("title") and not given.file:
        raise Usage(_("Give the story a title."), _("See edtui stories add --help."))
    try:
        if given.file:
            made = import_story(desk, Path(given.file), **fields)
            say_left_out(made, given.file)
            story = made.story
        else:
            story = stories.add_story(desk, **fields)
    except ValidationError as error:
        raise refused(error) from None
    _answer(story, given)


def edit(desk: Desk, given: argparse.Namespace) -> None:
    """Change the fields that were given."""
    values = StoryValues(desk, given)
    story = values.story(given.story)
    fields = _fields(values)
    if values.has("embargo"):
        open_ended = values.text("embargo") == "open"
        fields["embargo_open_ended"] = open_ended
        fields["embargo_until"] = None if open_ended else values.day("embargo", "future")
    if given.others_checked:
        fields["third_checked_on"] = desk.clock.today()
    if not fields and not given.lift:
        raise Usage(_("Nothing was said to change."), _("See edtui stories edit --help."))
    try:
        if given.lift:
            story = stories.lift_embargo(desk, story.id)
        if fields:
            story = stories.save_story(desk, story.with_(**fields))
    except ValidationError as error:
        raise refused(error) from None
    _answer(story, given)


def say_left_out(made: Imported, name: str) -> None:
    """Say what of a file did not come along, and that the file still lies there."""
    if made.left_out:
        left = ", ".join(say(one) for one in made.left_out)
        print(_("Left out: {what}.").format(what=left), file=sys.stderr)
    said = _(
        "{name} still lies there, for everybody who can open it: remove it if nobody needs it."
    )
    print(said.format(name=plain(name)), file=sys.stderr)


def _fields(values: StoryValues) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for option, field in _TEXTS.items():
        if values.has(option) and (option != "title" or values.text(option)):
            fields[field] = values.text(option)
    for option, (field, vocabulary) in _CODES.items():
        if values.has(option):
            fields[field] = values.code(option, vocabulary)
    if fields.get("attribution") == "":
        fields["attribution"] = None
    if values.has("narrator"):
        text = values.text("narrator")
        fields["narrator_id"] = values.narrator(text) if text else None
    if "workflow" in fields:
        fields["workflow"] = Workflow(fields["workflow"] or "idea")
    return fields


def _list_withdrawn(desk: Desk, values: StoryValues, given: argparse.Namespace) -> None:
    stones = tombstones(desk)
    if given.json:
        print_json(stones)
        return
    rows = [
        (
            str(one.story_id),
            dates.full_day(one.withdrawn_at.date()),
            values.label("story_withdrawn_via", one.via),
            dates.full_day(one.told_narrator_on.date()) if one.told_narrator_on else _("not yet"),
        )
        for one in stones
    ]
    headers = (_("No."), _("Withdrawn"), _("How"), _("Narrator told"))
    print_table(headers, rows, right={0})


def _answer(story: Story, given: argparse.Namespace) -> None:
    if given.json:
        print_json([story])
    else:
        print(f"{story.id}  {plain(story.title)}")
