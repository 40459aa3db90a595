"""The public timetable: where, when and which of us."""

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from edtui.desk import kiosk_publish
from edtui.desk.vocabularies import word
from edtui.locale import _, dates
from edtui.records.kiosk_shown import ShownTime
from edtui.tui.kiosk.page import Page

if TYPE_CHECKING:  # as in `edtui.tui.kiosk.page`
    from edtui.tui.kiosk.at import At


class TimetablePage(Page):
    """The days to come."""

    def title(self) -> str:
        """Say what it is."""
        return _("When is somebody here?")

    def text(self) -> Sequence[str]:
        """Give a line a time, under the day."""
        found = shown_times(self.at)
        if not found:
            return [_("Nothing is known for the days to come. Ask somebody here.")]
        lines = []
        today = self.at.clock.today()
        for day, ours in groupby(found, key=lambda one: one.day):
            shown = dates.long_day(day) if day != today else _("Today")
            lines.append(f"{shown[:1].upper()}{shown[1:]}")
            lines += [f"  {_line(one)}" for one in ours]
        return lines


def shown_times(at: "At") -> list[ShownTime]:
    """Give the times of today and later; those of this place alone where it is a place."""
    today, place = at.clock.today(), at.kiosk.location_id
    found = [one for one in kiosk_publish.shown(at.desk).times if one.day >= today]
    return [one for one in found if place is None or one.location_id in (None, place)]


def who_line(at: "At", one: ShownTime) -> str:
    """Give who is there, until when, and how to find that person."""
    until = _("until {time}").format(time=dates.time(one.end)) if one.end else _("all day")
    reach = {face.name: face.reach for face in at.settings.faces}
    found = [reach[name] for name in one.who if reach.get(name)]
    return ", ".join([" & ".join(one.who), until, *(found if len(one.who) == 1 else ())])


def _line(one: ShownTime) -> str:
    time = _("all day")
    if one.start and one.end:
        time = f"{dates.time(one.start)} - {dates.time(one.end)}"
    what = word("activity_kinds", one.kind)
    return ", ".join(part for part in (time, " & ".join(one.who), what, one.where) if part)
