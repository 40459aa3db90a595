"""When the organisation ends, on the command line: what becomes of each story, by whose hands."""

import argparse
from pathlib import Path

from edtui.cli.options import Options
from edtui.cli.output import plain, print_json, print_table
from edtui.cli.parser import Usage
from edtui.cli.sign_in import ask_passphrase, sign_in
from edtui.cli.stories_values import StoryValues
from edtui.desk.handing_over import Holder, ends, hand_over, say_end
from edtui.desk.session import Desk
from edtui.exchange.package import read_package
from edtui.locale import _, say
from edtui.records.story_end import End


def end(desk: Desk, given: argparse.Namespace) -> None:
    """Note what the narrator wants; without a story, print all."""
    values = StoryValues(desk, given)
    if given.story is not None:
        story = values.story(given.story)
        wanted = End(values.word("to", given.to or "", "story_ends"))
        say_end(desk, story.id, wanted, held_by=given.by, words=given.words)
    lines = ends(desk)
    if given.json:
        print_json(
            {
                "story_id": one.story.id,
                "title": one.story.title,
                "end": one.said.end.value if one.said else None,
                "stays": [str(reason) for reason in one.stays],
            }
            for one in lines
        )
        return
    print_table(
        (_("No."), _("Title"), _("At the end"), _("Stays because")),
        [
            (
                str(one.story.id),
                one.story.title,
                values.label("story_ends", one.said.end.value) if one.said else _("not asked yet"),
                say(one.stays[0]) if one.stays else "",
            )
            for one in lines
        ],
        right={0},
    )


def handover(options: Options, given: argparse.Namespace) -> None:
    """Do with each story what its narrator wants; two people each give a passphrase."""
    if not given.yes:
        raise Usage(
            _("What is given back or destroyed is gone here for good."),
            _("Say that it is meant with --yes."),
        )
    with sign_in(options) as desk:
        first, second = (
            Holder(name, ask_passphrase(options, _("Passphrase of {name}: ").format(name=name)))
            for name in (given.first, given.second)
        )
        done = hand_over(desk, Path(given.folder), first, second)
        if given.json:
            print_json(
                [
                    {
                        "package": str(done.package) if done.package else None,
                        "passed_on": [one.story.id for one in done.passed_on],
                        "left_out": [one.story_id for one in done.left_out],
                        "given_back": [str(path) for path in done.given_back],
                        "gone": done.gone,
                        "open": done.open,
                    }
                ]
            )
            return
        print(f"{_('Passed on')}: {len(done.passed_on)}")
        for one in done.left_out:
            print(plain(f"  {one.title}: {say(one.verdict.reasons[0])}"))
        print(f"{_('Texts given back')}: {len(done.given_back)}")
        print(f"{_('Gone here')}: {done.gone}")
        print(f"{_('Nobody said anything about')}: {done.open}")


def unpack(options: Options, given: argparse.Namespace) -> None:
    """Print what stands in a package; no vault is needed, both people are."""
    first = ask_passphrase(options, _("Passphrase of the first: "))
    second = ask_passphrase(options, _("Passphrase of the second: "))
    print_json([read_package(Path(given.file), first, second)])
