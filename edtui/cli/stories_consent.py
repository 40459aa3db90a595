"""What a narrator allows, on the command line: shown, noted, stopped, withdrawn."""

import argparse
import sys

from pydantic import ValidationError

from edtui.cli.output import print_json
from edtui.cli.parser import Usage
from edtui.cli.stories_text import consent_lines, report_lines
from edtui.cli.stories_values import StoryValues
from edtui.cli.values import refused
from edtui.desk import story_consents, story_withdrawing
from edtui.desk.session import Desk
from edtui.locale import _
from edtui.records.story import Story
from edtui.records.story_consent import Scope, StoryConsent, months_later
from edtui.records.story_version import StoryVersion
from edtui.records.story_words import Value


def consent(desk: Desk, given: argparse.Namespace) -> None:
    """Show what counts for a text, or note what the narrator says now."""
    values = StoryValues(desk, given)
    story = values.story(given.story)
    version = values.version(story, given.version)
    ways = [given.yes or given.ask, given.no, given.again, given.stop]
    if sum(map(bool, ways)) > 1:
        said = _("Say one thing at a time: uses, --no, --again or --stop.")
        raise Usage(said, _("See edtui stories consent --help."))
    try:
        said_now = _noted(values, story, version)
    except ValidationError as error:
        raise refused(error) from None
    if given.json:
        print_json(said_now)
        return
    for one in said_now:
        for line in consent_lines(values, one):
            print(line.removeprefix("  "))
    if not said_now:
        print(consent_lines(values, None)[0].removeprefix("  "))


def _noted(values: StoryValues, story: Story, version: StoryVersion) -> list[StoryConsent]:
    desk, given = values.desk, values.given
    via = values.code("via", "story_withdrawn_via")
    if given["no"]:
        return [story_consents.refuse(desk, version.id, withdrawn_via=via)]
    if given["again"]:
        return [story_consents.ask_again(desk, version.id)]
    if given["stop"]:
        every = "all" in given["stop"]
        cells = None if every else [values.cell("stop", one) for one in given["stop"]]
        return story_consents.stop_uses(desk, story.id, cells, via=via)
    if not given["yes"] and not given["ask"]:
        counts = story_consents.current(desk, version.id)
        return [] if counts is None else [counts]
    today = desk.clock.today()
    until = values.day("until", "future")
    if until is None and given["months"]:
        until = months_later(today, given["months"])
    talk = {"on": today, "held_by": given["talk_by"], "is_manager": given["by_manager"]}
    evidence = {
        "kind": values.code("evidence", "story_evidence"),
        "place": given["place"],
        "witness": given["witness"],
    }
    return [
        story_consents.give(
            desk,
            version.id,
            values.seen(version),
            scopes=(
                *_scopes(values, "yes", Value.YES),
                *_scopes(values, "ask", Value.ASK),
            ),
            valid_until=until,
            see_before_use=given["see_first"],
            talk=talk,
            evidence=evidence,
        )
    ]


def _scopes(values: StoryValues, option: str, value: Value) -> list[Scope]:
    cells = [values.cell(option, text) for text in values.given[option] or ()]
    return [Scope(**cell._asdict(), value=value) for cell in cells]


def withdraw(desk: Desk, given: argparse.Namespace) -> int | None:
    """Withdraw a story, or go on with where a withdrawn one went."""
    values = StoryValues(desk, given)
    number = int(given.story) if given.story.isdecimal() else 0
    gone = any(one.story_id == number for one in story_withdrawing.tombstones(desk))
    if gone:
        _worked_off(desk, given, number)
        report = story_withdrawing.reach_report(desk, number)
    else:
        story = values.story(given.story)
        if not given.yes and not _is_meant(story):
            return 1
        via = values.code("via", "story_withdrawn_via")
        report = story_withdrawing.withdraw(desk, story.id, via)
    if given.json:
        print_json([{
            "tombstone": report.tombstone.model_dump(mode="json"),
            "open": report.open,
            "uses": [one.use.model_dump(mode="json") for one in report.lines],
            "to_narrator": report.to_narrator,
        }])  # fmt: skip
        return None
    for line in report_lines(values, report):
        print(line)
    return None


def _worked_off(desk: Desk, given: argparse.Namespace, number: int) -> None:
    if given.done is not None:
        uses = {one.use.id for one in story_withdrawing.reach_report(desk, number).lines}
        if given.done not in uses:
            said = _("Use {number} is none of this story.").format(number=given.done)
            raise Usage(said, "")
        story_withdrawing.tick(desk, given.done, given.result)
    if given.told:
        story_withdrawing.told_narrator(desk, number)
    if given.via:
        via = StoryValues(desk, given).code("via", "story_withdrawn_via")
        story_withdrawing.said_how(desk, number, via)


def _is_meant(story: Story) -> bool:
    """Ask once; without a terminal nothing is withdrawn without ``--yes``."""
    if not sys.stdin.isatty():
        raise Usage(_("Withdrawing cannot be taken back."), _("Say that it is meant with --yes."))
    asked = _("Withdraw story {number}? Its texts go for good. [y/N] ")
    return input(asked.format(number=story.id)).strip().casefold()[:1] in ("y", "j")
