"""The days of a period as the painted calendar asks for them, in words once they are in sight."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from edtui.desk.calendar import Key
from edtui.desk.calendar_entries import ACTIVITIES, Entry, Layer, Mark
from edtui.desk.calendar_view import CalendarIndex
from edtui.errors import N_, Sentence
from edtui.locale import _, ngettext, say
from edtui.records.folding import fold
from edtui.records.planned import ActivityStatus
from edtui.tui.screens.calendar.looking import LAYERS, Lanes, Looking
from edtui.tui.screens.calendar.looks import looks
from edtui.tui.screens.calendar.words import CalendarWords, times
from edtui.tui.surroundings import Marks
from edtui.tui.widgets.calendar_days import Flag, Item, Lane, Span

FLAGS = {
    Layer.HOLIDAYS: ("*", "flag"),
    Layer.SCHOOL: ("s", "quiet"),
    Layer.AWAY: ("=", "quiet"),
    Layer.EXPIRING: ("!", "attention"),
    Layer.REQUESTS: ("?", "unsure"),
    Layer.ACTIONS: ("#", "unsure"),
}
"""Layer to the sign of its marks, and the tone."""

DONE, CANCELLED, MOVED = "done", "cancelled", "moved"

_CANCELLED = ActivityStatus.CANCELLED.value
_QUIET = {status.value for status in (ActivityStatus.CANCELLED, ActivityStatus.NO_SHOW)}
_MOST_TOLD = 3
"""People away that are named one by one; more are counted."""


class Reading:
    """What stands in a period, read once (`edtui.tui.widgets.calendar_days.Days`).

    Args:
        index: the calendar.
        looking: which days, layers, filter and lanes.
        words: says it.
        now: on the wall.
        signs: those that the terminal can draw.
    """

    def __init__(
        self,
        index: CalendarIndex,
        looking: Looking,
        words: CalendarWords,
        now: datetime,
        signs: Marks,
    ) -> None:
        self.words = words
        self.today = now.date()
        self.looking = looking
        self._signs = signs
        view = index.between(looking.start, looking.last, looking.where, looking.layers)
        self.entries: Sequence[Entry] = view.entries
        everything = view.entries
        if looking.is_narrowed or not looking.layers >= ACTIVITIES:
            everything = index.between(looking.start, looking.last, layers=ACTIVITIES).entries
        self._looks = looks(index, everything, now)
        self._days: dict[date, list[Entry]] = defaultdict(list)
        days = self._days
        for entry in view.entries:
            day = entry.start.date()
            if entry.end.date() == day:  # nearly all: thousands in a month
                days[day].append(entry)
            else:
                self._long(entry)
        self._flags: dict[date, dict[Layer, list[Mark]]] = defaultdict(lambda: defaultdict(list))
        for mark in view.marks:
            day = max(mark.first, looking.start)
            while day <= min(mark.last, looking.last):
                self._flags[day][mark.layer].append(mark)
                day += timedelta(days=1)
        self._laned: dict[int, dict[date, list[Entry]]] | None = None

    def _long(self, entry: Entry) -> None:
        day = max(entry.day, self.looking.start)
        while day <= min(max(entry.last_day, entry.day), self.looking.last):
            self._days[day].append(entry)
            day += timedelta(days=1)

    # What is painted

    def count(self, day: date, lane: Lane | None = None) -> int:
        """Give how many items a day has, or those of a lane."""
        return len(self.entries_of(day, lane))

    def entries_of(self, day: date, lane: Lane | None = None) -> Sequence[Entry]:
        """Give the entries of a day, or those of a lane."""
        if lane is not None:
            return self._lanes().get(lane.value, {}).get(day, ())
        return self._days.get(day, ())

    def value(self, day: date, at: int, lane: Lane | None = None) -> Key:
        """Give the key of an entry."""
        return self.entries_of(day, lane)[at].key

    def span(self, day: date, at: int) -> Span:
        """Give when an entry is."""
        entry = self.entries_of(day)[at]
        return Span(entry.start, entry.end, entry.whole_day)

    def item(self, day: date, at: int, lane: Lane | None = None) -> Item:
        """Give an item in words."""
        entry = self.entries_of(day, lane)[at]
        words = self.words
        told, mark, tone = self._standing(entry)
        look = self._looks[entry.key][1] if entry.key in self._looks else 0
        return Item(
            entry.key, entry.start, entry.end, entry.whole_day, times(entry), words.what(entry),
            words.short(entry), words.people(entry, look), words.first_names(entry),
            words.where(entry), told, mark, tone,
        )  # fmt: skip

    def look(self, key: Key) -> str:
        """Give why an entry asks for a look; empty where it does not."""
        found = self._looks.get(key)
        return said_look(found, self.words) if found is not None else ""

    def flags(self, day: date, lane: Lane | None = None) -> Sequence[Flag]:
        """Give the flags of a day, one a layer; who is away is counted where there are many."""
        if lane is not None:
            there = self._flags.get(day, {}).get(Layer.AWAY, ())
            sign, tone = FLAGS[Layer.AWAY]
            mine = lane.value and self.looking.lanes is Lanes.PEOPLE
            away = mine and any(mark.person_id == lane.value for mark in there)
            return (Flag(sign, _("away"), tone),) if away else ()
        found = []
        for layer, marks in self._flags.get(day, {}).items():
            sign, tone = FLAGS[layer]
            first = self.looking.start
            begins = day == first or any(mark.first == day for mark in marks)
            found.append(Flag(sign, self._told(layer, marks), tone, len(marks), begins))
        return found

    def sums(self, day: date) -> str:
        """Give the entries of a day in numbers, cancelled ones left out: "2v 1m"."""
        counted = self._counted(day).items()
        return " ".join(f"{n}{letter(layer)}" for layer, n in counted if n)

    def sums_in_words(self, day: date) -> str:
        """Give them in words: "2 visits, 1 meeting"."""
        return ", ".join(numbered(layer, n) for layer, n in self._counted(day).items() if n)

    def _counted(self, day: date) -> dict[Layer, int]:
        counted = dict.fromkeys((Layer.VISITS, Layer.MEETINGS, Layer.OTHER), 0)
        for entry in self._days.get(day, ()):
            if entry.status != _CANCELLED:
                counted[entry.layer] += 1
        return counted

    def looks(self, day: date) -> int:
        """Give how many entries of a day ask for a look."""
        return sum(entry.key in self._looks for entry in self._days.get(day, ()))

    def lanes(self) -> Sequence[Lane]:
        """Give the lanes that have something, by name; last what is of nobody."""
        by_person = self.looking.lanes is Lanes.PEOPLE
        name = self.words.person if by_person else self.words.location
        found = [Lane(number, name(number) or "?") for number in self._lanes() if number]
        found.sort(key=lambda lane: fold(lane.name))
        if 0 in self._lanes():
            none = N_("nobody yet") if by_person else N_("elsewhere")
            found.append(Lane(0, _(none)))
        return found

    def day_of(self, key: Key) -> date | None:
        """Give the day, of those shown, on which an entry stands first."""
        for day in sorted(self._days):
            if any(entry.key == key for entry in self._days[day]):
                return day
        return None

    def _lanes(self) -> dict[int, dict[date, list[Entry]]]:
        if self._laned is None:
            self._laned = {}
            by_person = self.looking.lanes is Lanes.PEOPLE
            if by_person:
                for layers in self._flags.values():
                    for mark in layers.get(Layer.AWAY, ()):
                        self._laned.setdefault(mark.person_id, {})
            for day, entries in self._days.items():
                for entry in entries:
                    people = {one.person_id for one in entry.people} or {0}
                    for number in people if by_person else (entry.location_id,):
                        lane = self._laned.setdefault(number, {})
                        lane.setdefault(day, []).append(entry)
        return self._laned

    def _standing(self, entry: Entry) -> tuple[str, str, str]:
        """Give how an entry stands in words, its mark and its tone."""
        signs = self._signs
        if entry.status in _QUIET:
            return self.words.status(entry.status), sign_of(CANCELLED, signs), "quiet"
        why = self.look(entry.key)
        if why:
            return why, signs.look, "attention"
        if entry.status == ActivityStatus.DONE.value:
            return self.words.status(entry.status), sign_of(DONE, signs), "done"
        original = entry.key.original
        if original is not None and original != entry.day:
            return _("moved"), sign_of(MOVED, signs), ""
        if entry.status == ActivityStatus.PLANNED.value and not entry.key.series:
            return _("not confirmed yet"), signs.unsure, "unsure"
        return "", " ", ""

    def _told(self, layer: Layer, marks: Sequence[Mark]) -> str:
        if layer is Layer.AWAY and len(marks) > _MOST_TOLD:
            return ngettext("{count} person is away", "{count} people are away", len(marks)).format(
                count=len(marks)
            )
        said = []
        for mark in marks:
            what = mark.what
            if isinstance(what, Sentence):
                name = {"name": self.words.person(mark.person_id)} if mark.person_id else {}
                what = say(Sentence(what.msgid, {**what.params, **name}))
            said.append(what)
        return ", ".join(dict.fromkeys(said))


def said_look(look: tuple[Sentence, int], words: CalendarWords) -> str:
    """Give in words why something asks for a look, the name as it may be seen now."""
    sentence, person = look
    name = {"name": words.person(person)} if person else {}
    return say(Sentence(sentence.msgid, {**sentence.params, **name}))


def letter(layer: Layer) -> str:
    """Give the letter that counts a layer: the first one of its name."""
    return _(LAYERS[layer])[:1]


def numbered(layer: Layer, count: int) -> str:
    """Give so many of a layer: "2 visits"."""
    if layer is Layer.VISITS:
        said = ngettext("{count} visit", "{count} visits", count)
    elif layer is Layer.MEETINGS:
        said = ngettext("{count} meeting", "{count} meetings", count)
    else:
        said = ngettext("{count} of all else", "{count} of all else", count)
    return said.format(count=count)


def sign_of(what: str, signs: Marks) -> str:
    """Give the sign of something done, cancelled or moved, as the terminal can draw it."""
    plain = signs.rule == "-"
    if what == DONE:
        return "v" if plain else "✓"
    if what == CANCELLED:
        return "x" if plain else "×"
    return ">" if plain else "»"
