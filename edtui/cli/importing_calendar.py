"""Taking over a calendar from the command line: a look first, then one act."""

import argparse
from pathlib import Path

from edtui.cli.output import plain, print_json, print_table
from edtui.desk.calendar_choice import narrowed
from edtui.desk.calendar_exchange import ImportPlan, Incoming, News, apply_import, preview_import
from edtui.desk.session import Desk
from edtui.errors import N_
from edtui.exchange.errors import NoSuchFile, TooBig
from edtui.exchange.ics_in import MOST_BYTES
from edtui.exchange.ics_items import CalendarItem
from edtui.locale import _, dates, say

WORDS = {
    News.NEW: N_("new"),
    News.CHANGED: N_("changed"),
    News.GONE: N_("not in the file any more"),
    News.SAME: N_("the same"),
}


def import_calendar(desk: Desk, given: argparse.Namespace) -> None:
    """Read, show, and take over unless it is a dry run."""
    plan = preview_import(desk, read_calendar(Path(given.file)), Path(given.file).name)
    kinds = {News(given.only)} if given.only else {News.NEW, News.CHANGED}
    if given.with_gone:
        kinds.add(News.GONE)
    chosen = narrowed(plan, kinds)
    taken = None
    if not given.dry_run:
        taken = apply_import(desk, chosen, with_gone=given.with_gone)
    if given.json:
        objects = [_object(one) for one in plan.entries]
        objects += [
            {"news": "refused", "uid": one.uid, "title": one.title, "why": say(one.why)}
            for one in plan.refused
        ]
        print_json(objects)
        return
    _show(plan)
    if taken is not None:
        said = _("Taken over: {new} new, {changed} changed.")
        print(said.format(new=taken.new, changed=taken.changed))


def read_calendar(path: Path) -> bytes:
    """Give the bytes of a calendar file, if it is not bigger than one can be.

    Raises:
        NoSuchFile: it cannot be read.
        TooBig: it is bigger than any team's calendar.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise NoSuchFile(name=path.name) from error
    if len(data) > MOST_BYTES:
        raise TooBig(name=path.name)
    return data


def _show(plan: ImportPlan) -> None:
    rows = [
        (_(WORDS[one.news]), _when(one.item), one.item.title, one.item.place)
        for one in plan.entries
        if one.news is not News.SAME
    ]
    rows += [(_("cannot be read"), "", one.title, say(one.why)) for one in plan.refused]
    if rows:
        print_table((_("Is"), _("Day"), _("What"), _("Where")), rows)
    counts = {news: plan.count(news) for news in News}
    for news, count in counts.items():
        print(f"{count:5d}  {_(WORDS[news])}")
    if plan.refused:
        print(f"{len(plan.refused):5d}  {_('cannot be read')}")
    name = plain(plan.source)
    if name:
        print(_("Calendar: {name}").format(name=name))


def _when(item: CalendarItem) -> str:
    day = dates.full_day(item.start.date())
    return day if item.whole_day else f"{day} {dates.time(item.start)}"


def _object(one: Incoming) -> dict[str, object]:
    item = one.item
    return {
        "news": one.news.value,
        "uid": item.uid,
        "start": item.start.isoformat(),
        "end": item.end.isoformat(),
        "zone": item.zone,
        "title": item.title,
        "place": item.place,
        "original": item.original.isoformat() if item.original else None,
        "rule": item.rule.text if item.rule else "",
    }
