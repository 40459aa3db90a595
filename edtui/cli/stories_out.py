"""Where stories go, on the command line: may we, used, on the shelf."""

import argparse
import sys

from edtui.cli.output import plain, print_json, print_table
from edtui.cli.parser import Told
from edtui.cli.stories_text import use_line, verdict_line
from edtui.cli.stories_values import StoryValues
from edtui.desk import publishing, story_asks, story_exit, story_uses
from edtui.desk.session import Desk
from edtui.desk.story_occasion import OccasionLine, may_we
from edtui.desk.story_versions import versions_of
from edtui.errors import NotAllowed
from edtui.locale import _, dates
from edtui.records.shelf_story import ShelfStory
from edtui.records.story import Story
from edtui.records.story_exits import Exit
from edtui.records.story_gate import Answer, Verdict
from edtui.records.story_papers import Occasion
from edtui.records.story_words import Audience

_ANSWERS = {"may": Answer.YES, "ask": Answer.ASK, "no": Answer.NO}


def may(desk: Desk, given: argparse.Namespace) -> None:
    """Print which stories may, may if asked, and may not, each with why.

    Raises:
        Told: with one story, where it may not.
    """
    values = StoryValues(desk, given)
    wanted = values.occasion()
    found = may_we(desk, wanted)
    lines = {"may": found.may, "ask": found.ask, "no": found.no}
    status = 0
    if given.story:
        story = values.story(given.story)
        lines = {k: tuple(o for o in v if o.story.id == story.id) for k, v in lines.items()}
        status = 0 if lines["may"] else NotAllowed.exit_status
    if given.ask:
        for one in lines["ask"]:
            if one.version is not None:
                story_asks.ask(desk, one.story.id, one.version.id, wanted)
    if given.json:
        print_json(_object(answer, one) for answer, ours in lines.items() for one in ours)
    else:
        heads = {"may": _("May"), "ask": _("May after asking"), "no": _("May not")}
        for answer, ours in lines.items():
            if ours or not given.story:
                print(f"{heads[answer]}: {len(ours)}")
            for one in ours:
                version = _("version {number}").format(number=one.version.no) if one.version else ""
                told = (one.story.title, version, verdict_line(one.verdict))
                print(plain(f"  {one.story.id}  " + " · ".join(text for text in told if text)))
    if status:
        raise Told(status)


def _object(answer: str, one: OccasionLine) -> dict[str, object]:
    return {
        "answer": _ANSWERS[answer].value,
        "story_id": one.story.id,
        "title": one.story.title,
        "version_no": one.version.no if one.version else None,
        "reasons": [str(reason) for reason in one.verdict.reasons],
        "warnings": [str(warning) for warning in one.verdict.warnings],
    }


def use(desk: Desk, given: argparse.Namespace) -> None:
    """Note a use, through the gate; one that was elsewhere is noted whatever the gate says."""
    values = StoryValues(desk, given)
    story = values.story(given.story)
    wanted = values.occasion()
    number = _version_for(values, story, wanted)
    more = {
        "told_by": given.by,
        "contact": given.contact,
        "copies": given.copies,
        "where_found": given.found,
    }
    if given.afterwards:
        noted = story_uses.note_use(desk, story.id, number, wanted, **more)
        if noted.verdict.answer is not Answer.YES:
            said = _("Noted, and this was not allowed: talk with the narrator.")
            print(f"{said} {verdict_line(noted.verdict)}", file=sys.stderr)
        made = noted.use
    else:
        out = story_exit.let_out(desk, story.id, number, wanted, Exit.TELLING, **more)
        for_the_narrator = verdict_line(Verdict(Answer.YES, (), out.verdict.warnings))
        if for_the_narrator:
            print(for_the_narrator, file=sys.stderr)
        if out.use is None:  # for the desk itself, or for the narrator: no use
            print(_("This is no sharing: nothing to note."), file=sys.stderr)
            return
        made = out.use
    if given.json:
        print_json([made])
    else:
        print(f"{made.id}  {use_line(values, made)}")


def _version_for(values: StoryValues, story: Story, wanted: Occasion) -> int:
    """Give the text that is meant; else the newest one that may, else the newest."""
    if values.given["version"] is not None:
        return values.version(story, values.given["version"]).id
    desk = values.desk
    for one in reversed(versions_of(desk, story.id)):
        verdict = story_exit.verdict_on(desk, story.id, one.id, wanted, Exit.TELLING)
        if verdict.answer is Answer.YES:
            return one.id
    return values.version(story, None).id


def shelf(desk: Desk, given: argparse.Namespace) -> None:
    """Print what stands on the shelf, or put a story there, or take it off."""
    values = StoryValues(desk, given)
    publishing.sweep(desk)
    if given.story is None:
        _print_shelf(values, publishing.published(desk), given)
        return
    story = values.story(given.story)
    if given.off:
        publishing.take_off(desk, story.id)
        _print_shelf(values, [], given)
        return
    readers = [Audience(values.word("for", one, "story_audiences")) for one in given.readers or ()]
    if given.version is not None:
        number = values.version(story, given.version).id
    else:
        number = _readable(values, story)
    _print_shelf(values, publishing.publish(desk, story.id, number, readers or None), given)


def _readable(values: StoryValues, story: Story) -> int:
    for one in reversed(versions_of(values.desk, story.id)):
        verdicts = publishing.may_publish(values.desk, story.id, one.id).values()
        if any(verdict.answer is Answer.YES for verdict in verdicts):
            return one.id
    return values.version(story, None).id


def _print_shelf(values: StoryValues, there: list[ShelfStory], given: argparse.Namespace) -> None:
    if given.json:
        print_json({**one.model_dump(mode="json"), "text": ""} for one in there)
        return
    print_table(
        (_("No."), _("Title"), _("Version"), _("Read by"), _("Until")),
        [
            (
                str(one.story_id),
                one.title,
                str(one.version_no),
                ", ".join(values.label("story_audiences", who.value) for who in one.audiences),
                dates.full_day(one.until),
            )
            for one in there
        ],
        right={0, 2},
    )
