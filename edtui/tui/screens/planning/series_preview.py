"""What a series becomes: its rhythm in words, its first dates, what it leaves out, who cannot."""

from collections.abc import Sequence
from datetime import date

from textual.content import Content

from edtui.desk.series_checks import FEW as SHOWN
from edtui.desk.series_checks import coming_dates
from edtui.desk.years import closed_for
from edtui.locale import _, dates, ngettext, say
from edtui.records.planning_checks import Finding
from edtui.records.series import Series, last_date
from edtui.tui.plain import plain
from edtui.tui.screens.planning.rhythm_words import series_words


def becomes(series: Series, today: date) -> list[Content]:
    """Give the lines: words, first dates from today on, and the holidays that are left out."""
    coming = coming_dates(series, today)
    lines = [plain(series_words(series)).stylize("bold")]
    if not coming:
        return [*lines, plain(_("No date is left.")).stylize("$warning")]
    said = ", ".join(dates.day(day) for day in coming[:SHOWN])
    ends = last_date(series) is not None
    more = len(coming) - SHOWN
    if more > 0 and ends:
        rest = ngettext("and {count} date more", "and {count} dates more", more)
        said += " " + rest.format(count=more)
    elif more > 0:
        said += ", …"
    lines.append(plain(said))
    out = left_out(series, coming[0], coming[-1])
    if out:
        some = ", ".join(dates.day(day) for day in out[:SHOWN])
        some += ", …" if len(out) > SHOWN else ""
        left = _("Holidays left out: {days}").format(days=some)
        lines.append(plain(left).stylize("$text-muted"))
    return lines


def left_out(series: Series, first: date, last: date) -> list[date]:
    """Give the dates of the rule that fall on a holiday and are left out for that."""
    closed = closed_for(series)
    if closed is None:
        return []
    kept = {*series.skipped, *series.added}
    days = (day for day in series.rule_dates(last) if day >= first and day not in kept)
    return [day for day in days if closed(day)]


def way_lines(found: Sequence[tuple[date, Finding]], mark: str) -> list[Content]:
    """Give what is in the way as lines, a few of them."""
    lines = [
        plain(f"{mark} {dates.day(day)}: {say(one.sentence)}").stylize("$warning")
        for day, one in found[:4]
    ]
    more = len(found) - 4
    if more > 0:
        lines.append(plain(_("+ {count} more").format(count=more)).stylize("$text-muted"))
    return lines
