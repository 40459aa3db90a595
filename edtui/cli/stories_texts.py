"""Texts of a story on the command line: taken in, handed in, approved."""

import argparse
import sys
from pathlib import Path

from edtui.cli.output import print_json
from edtui.cli.parser import Usage
from edtui.cli.stories_text import text_lines
from edtui.cli.stories_values import StoryValues
from edtui.cli.stories_work import say_left_out
from edtui.desk import story_versions
from edtui.desk.session import Desk
from edtui.desk.story_importing import import_version
from edtui.errors import NotFound
from edtui.locale import _
from edtui.records.story import Story
from edtui.records.story_version import StoryVersion
from edtui.records.story_words import VersionKind


def version(desk: Desk, given: argparse.Namespace) -> None:
    """Take a text in, hand one in, or note that the narrator approved one."""
    values = StoryValues(desk, given)
    story = values.story(given.story)
    wanted = (given.file, given.hand_in, given.approve, given.unapprove)
    if sum(one is not None for one in wanted) != 1:
        said = _("Say one of --file, --hand-in, --approve, --unapprove.")
        raise Usage(said, _("See edtui stories version --help."))
    if given.file is not None:
        done = _taken_in(values, story)
    elif given.hand_in is not None:
        done = story_versions.lock(desk, _of(values, story, given.hand_in).id)
    elif given.unapprove is not None:
        done = story_versions.unapprove(desk, _of(values, story, given.unapprove).id)
    else:
        text = _of(values, story, given.approve)
        done = story_versions.approve(desk, text.id, values.seen(text), how=given.how)
    if given.json:
        print_json([done])
        return
    print(text_lines(values, done)[0])


def _of(values: StoryValues, story: Story, number: int) -> StoryVersion:
    return values.version(story, number)


def _taken_in(values: StoryValues, story: Story) -> StoryVersion:
    desk, given = values.desk, values.given
    kind = VersionKind(values.code("kind", "story_version_kinds"))
    source = values.version(story, given["source"]).id if given["source"] is not None else None
    if given["file"] != "-":
        made = import_version(
            desk, story.id, Path(given["file"]), kind, source_id=source, change_note=given["note"]
        )
        say_left_out(made, given["file"])
        return made.version
    text = sys.stdin.read()
    try:
        before = values.version(story, None)
    except NotFound:
        return story_versions.begin_version(desk, story.id, text)
    return story_versions.derive(
        desk, source or before.id, kind, text=text, change_note=given["note"]
    )
