"""Looking back: what came of cases, patterns over a year in counts, advice, peer consultation."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from edtui.desk.case_people import people_to_choose
from edtui.desk.session import Desk
from edtui.records.activity import Activity
from edtui.records.case import Advice, Case
from edtui.records.case_count import HELPED, CaseCount, count_of
from edtui.records.planned import ActivityStatus

INTERVISION = "intervision"
NONE_FOR_WEEKS = 8
"""Without peer consultation for more weeks than this asks for a look (practice, section 2)."""

COUNTED = ("nature", "sector", "route", "asker", "outcome", "themes", "involuntary", "undertaken")
"""Fields that are counted over a year, in the order in which they are shown."""


class Outcome(NamedTuple):
    """What came of one case on a theme."""

    line: CaseCount
    case: Case | None
    """None where its texts went already, or it is open elsewhere."""


class Patterns(NamedTuple):
    """A year in counts."""

    year: int
    cases: int
    """Begun in this year."""

    closed: int
    still_open: int
    """Of those begun."""

    counts: dict[str, list[tuple[str, int]]]
    """Field of `COUNTED` to code and count, the most first."""

    weeks: float | None
    """Middle of how long a closed case took; None where none closed."""

    advised: int
    helped: int


class Advised(NamedTuple):
    """One advice, and of which case."""

    case: Case
    place: int
    """Of the advice in the case, from 0."""

    advice: Advice


class Gathering(NamedTuple):
    """A peer consultation that was held."""

    day: date
    person_ids: tuple[int, ...]


class PersonIntervision(NamedTuple):
    """When somebody last had peer consultation."""

    person_id: int
    name: str
    days: tuple[date, ...]
    """The newest first."""

    weeks: int | None
    """Since the last one; None where there was none."""

    @property
    def look(self) -> bool:
        """Whether it is too long ago."""
        return self.weeks is None or self.weeks > NONE_FOR_WEEKS


GatheringSource = Callable[[Desk], Iterable[Gathering]]


def _in_calendar(desk: Desk) -> Iterable[Gathering]:
    if not desk.reads(Activity.table):
        return
    for one in desk.having(Activity, "kind", INTERVISION):
        if one.status is ActivityStatus.DONE:
            yield Gathering(one.day, one.person_ids)


GATHERINGS: list[GatheringSource] = [_in_calendar]
"""Where peer consultations are found; the same day counts once a person."""


def themes_seen(desk: Desk) -> list[tuple[str, int]]:
    """Give the themes that any case has, with how many, the most first."""
    return _most(code for line in _lines(desk) for code in line.themes)


def on_theme(desk: Desk, theme: str) -> list[Outcome]:
    """Give what came of every closed case with a theme, the newest first."""
    found = [
        Outcome(count_of(case), case)
        for case in desk.all(Case)
        if not case.is_open and theme in case.themes
    ]
    found += [Outcome(line, None) for line in desk.all(CaseCount) if theme in line.themes]
    return sorted(found, key=lambda one: one.line.closed, reverse=True)


def years_seen(desk: Desk) -> list[int]:
    """Give the years in which any case began, the newest first; always this one."""
    years = {int(line.month[:4]) for line in _lines(desk)} | {desk.clock.today().year}
    return sorted(years, reverse=True)


def patterns(desk: Desk, year: int) -> Patterns:
    """Give a year in counts: of the cases that began in it."""
    lines = [line for line in _lines(desk) if int(line.month[:4]) == year]
    over = sorted(line.weeks for line in lines if line.closed)
    counts = {field: _most(_codes(lines, field)) for field in COUNTED}
    return Patterns(
        year=year,
        cases=len(lines),
        closed=len(over),
        still_open=len(lines) - len(over),
        counts={field: found for field, found in counts.items() if found},
        weeks=_middle(over),
        advised=sum(line.advice for line in lines),
        helped=sum(line.helped for line in lines),
    )


def advice_given(desk: Desk, theme: str = "") -> list[Advised]:
    """Give what was advised, on one theme or on all: not looked back on first, then the newest."""
    found = [
        Advised(case, place, advice)
        for case in desk.all(Case)
        if not theme or theme in case.themes
        for place, advice in enumerate(case.advice)
    ]
    return sorted(
        found, key=lambda one: (bool(one.advice.helped), -one.advice.given_on.toordinal())
    )


def intervision(desk: Desk) -> list[PersonIntervision]:
    """Give for everybody of the team when they had peer consultation, the longest ago first."""
    today = desk.clock.today()
    days: dict[int, set[date]] = {}
    for source in GATHERINGS:
        for gathering in source(desk):
            if gathering.day <= today:
                for person in gathering.person_ids:
                    days.setdefault(person, set()).add(gathering.day)
    found = []
    for number, name in people_to_choose(desk):
        own = tuple(sorted(days.get(number, ()), reverse=True))
        weeks = (today - own[0]).days // 7 if own else None
        found.append(PersonIntervision(number, name, own, weeks))
    return sorted(found, key=lambda one: (one.days[0] if one.days else date.min, one.name))


class _Line(NamedTuple):
    """What is counted of a case, open or closed, with its texts or without."""

    month: str
    closed: bool
    weeks: int
    fields: Case | CaseCount
    themes: tuple[str, ...]
    advice: int
    helped: int


def _lines(desk: Desk) -> list[_Line]:
    found = [
        _Line(
            f"{case.since:%Y-%m}",
            not case.is_open,
            (case.closed_on - case.since).days // 7 if case.closed_on else 0,
            case,
            case.themes,
            len(case.advice),
            sum(one.helped in HELPED for one in case.advice),
        )
        for case in desk.all(Case)
    ]
    found += [
        _Line(line.month, True, line.weeks, line, line.themes, line.advice, line.helped)
        for line in desk.all(CaseCount)
    ]
    return found


def _codes(lines: Iterable[_Line], field: str) -> Iterable[str]:
    for line in lines:
        value = getattr(line.fields, field)
        yield from value if isinstance(value, tuple) else ((value,) if value else ())


def _most(codes: Iterable[str]) -> list[tuple[str, int]]:
    counted = Counter(codes)
    return sorted(counted.items(), key=lambda one: (-one[1], one[0]))


def _middle(weeks: list[int]) -> float | None:
    if not weeks:
        return None
    half, odd = divmod(len(weeks), 2)
    return float(weeks[half]) if odd else (weeks[half - 1] + weeks[half]) / 2
