"""Stories on paper, on the command line."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from edtui.cli.output import plain, print_json
from edtui.cli.parser import Usage
from edtui.cli.stories_text import verdict_line
from edtui.cli.stories_values import StoryValues
from edtui.desk.session import Desk
from edtui.desk.story_exit import LeftOut
from edtui.desk.story_paper import Wish
from edtui.desk.story_printing import NoneMay, choose, every_that_may, print_stories
from edtui.exchange.paper.content import PaperKind, PaperSize
from edtui.locale import _, ngettext
from edtui.records.story_papers import Occasion


def booklet(desk: Desk, given: argparse.Namespace) -> None:
    """Write the chosen stories that may to a new PDF, and say which were left out and why."""
    values = StoryValues(desk, given)
    wanted, kind = values.occasion(), PaperKind(given.kind)
    wish = Wish(
        kind=kind,
        size=PaperSize(given.paper) if given.paper else None,
        title=given.title,
        contact=given.contact,
        kept_by=given.kept_by,
        copies=given.copies,
    )
    try:
        done = print_stories(desk, _chosen(values, wanted, kind), wanted, wish, Path(given.file))
    except NoneMay as none:
        _say_left_out(none.left_out)
        raise
    _say_left_out(done.left_out)
    if done.lacking:
        signs = plain(" ".join(sorted(done.lacking)))
        said = _("These signs cannot be printed, a box stands for each: {signs}")
        print(said.format(signs=signs), file=sys.stderr)
    if given.json:
        print_json([
            {
                "file": str(done.path),
                "pages": done.pages,
                "stories": [
                    {"story_id": one.story.id, "version_no": one.version.no} for one in done.let_out
                ],
                "left_out": [
                    {
                        "story_id": one.story_id,
                        "title": one.title,
                        "reasons": [str(reason) for reason in one.verdict.reasons],
                    }
                    for one in done.left_out
                ],
            }
        ])  # fmt: skip
        return
    count = len(done.let_out)
    said = ngettext("{count} story in {file}.", "{count} stories in {file}.", count)
    print(said.format(count=count, file=plain(done.path.name)))


def _chosen(values: StoryValues, wanted: Occasion, kind: PaperKind) -> Sequence[tuple[int, int]]:
    desk, given = values.desk, values.given
    if given["all"]:
        every = every_that_may(desk, wanted, kind)
        if not every:
            raise NoneMay(())
        return every
    found = [values.both(text) for text in given["stories"]]
    if not found:
        raise Usage(_("Say which stories, or --all."), _("See edtui stories booklet --help."))
    return [
        (one.story.id, one.version.id)
        if one.version is not None
        else choose(desk, [one.story.id], wanted, kind)[0]
        for one in found
    ]


def _say_left_out(left_out: Sequence[LeftOut]) -> None:
    for one in left_out:
        title, why = one.title or str(one.story_id), verdict_line(one.verdict)
        print(plain(_("{title} stayed in: {why}").format(title=title, why=why)), file=sys.stderr)
