"""What stands behind the options of ``edtui visits``: which activity, who, where, how much."""

import argparse
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from edtui.cli.output import json_of, plain, print_json
from edtui.cli.parser import Usage
from edtui.cli.values import Values
from edtui.desk import calendar
from edtui.desk.calendar import Key
from edtui.desk.calendar_view import CalendarIndex
from edtui.desk.grants import NotForRole, role_label
from edtui.desk.planning import CannotPlan
from edtui.desk.session import Desk
from edtui.errors import N_, NotFound
from edtui.exchange import readers
from edtui.exchange.readers import CannotTake
from edtui.locale import _, dates, say, spoken
from edtui.records.activity import Activity
from edtui.records.folding import fold
from edtui.records.log_entry import Event
from edtui.records.names import document_name
from edtui.records.organisation import Location
from edtui.records.person import Person
from edtui.records.planning_checks import CheckCode
from edtui.records.telling import ToTell, What
from edtui.records.when_date import read_date


class VisitValues(Values):
    """Reads the options of ``edtui visits``.

    Raises:
        NotForRole: the role has no key for the calendar.
    """

    def __init__(self, desk: Desk, given: argparse.Namespace) -> None:
        super().__init__(desk, given)
        if not desk.reads(Activity.table):
            desk.log.denied(Event.LIST, Activity.table)
            raise NotForRole(role=role_label(desk.vault.role))
        self.index = CalendarIndex(desk)
        self.index.build()

    def key(self) -> Key:
        """Give which activity is meant.

        Raises:
            NotFound: there is none with that number.
        """
        text = self.text("key")
        number, _slash, day = text.removeprefix("s").partition("/")
        if not number.isdecimal() or text.startswith("s") != bool(day):
            raise Usage(
                _("{text} is not a number of the calendar.").format(text=plain(text)),
                _("Take it from edtui visits list: 12, s3/2026-12-08."),
            )
        if not day:
            return calendar.key_of(calendar.activity(self.desk, Key(int(number))))
        on = read_date(day, self.desk.clock.today())
        return calendar.key_of(calendar.activity(self.desk, Key(0, int(number), on)))

    def person(self, text: str) -> int:
        """Give the number of a person, by number or by whole name or the name used.

        Raises:
            NotFound: there is none.
        """
        if text.isdecimal():
            known = self.desk.reads(Person.table)  # without the key a number is taken as it is
            return self.desk.get(Person, int(text)).id if known else int(text)
        found = [
            number
            for number, document in self.desk.documents(Person)
            if fold(text) in (fold(document_name(document)), fold(_first(document)))
        ]
        return self._one(found, text, _("person"))

    def location(self, text: str) -> int:
        """Give the number of a location, by number or whole name.

        Raises:
            NotFound: there is none.
        """
        if text.isdecimal():
            known = self.desk.reads(Location.table)
            return self.desk.get(Location, int(text)).id if known else int(text)
        found = [
            number
            for number, document in self.desk.documents(Location)
            if fold(str(document.get("name", ""))) == fold(text)
        ]
        return self._one(found, text, _("location"))

    def word(self, text: str, vocabulary: str, option: str) -> str:
        """Give the code of a word, by code or in any language."""
        try:
            return readers.read_word(text, self.words[vocabulary], spoken())
        except CannotTake as refused:
            raise Usage(f"--{option}: {say(refused.why)}", "") from None

    def reasons(self) -> Mapping[tuple[str, int | None], str]:
        """Give what ``--pass`` says, for everybody and for nobody."""
        reasons: dict[tuple[str, int | None], str] = {}
        for text in self.given.get("passed") or ():
            code, _equals, reason = str(text).partition("=")
            if code not in set(CheckCode) or not reason.strip():
                known = ", ".join(CheckCode)
                raise Usage(
                    _("--pass needs a check and a reason, such as rest=agreed with Riet."),
                    _("The checks are: {words}").format(words=known),
                )
            for person in (None, *(number for number, _bit in self.index.people())):
                reasons[code, person] = reason.strip()
        return reasons

    def _one(self, found: Sequence[int], text: str, what: str) -> int:
        if not found:
            raise NotFound(what=what, number=plain(text))
        if len(found) > 1:
            numbers = ", ".join(map(str, found))
            raise Usage(
                _("There are several called {text}.").format(text=plain(text)),
                _("Say which one by number: {numbers}").format(numbers=numbers),
            )
        return found[0]


def _first(document: Mapping[str, object]) -> str:
    return str(document.get("called") or document.get("first_names") or "")


def number_of(key: Key) -> str:
    """Give how the command line names an activity."""
    if key.activity or key.original is None:
        return str(key.activity)
    return f"s{key.series}/{key.original.isoformat()}"


def object_of(activity: Activity) -> dict[str, object]:
    """Give an activity for a program, with the name that the other commands ask for."""
    return {"key": number_of(calendar.key_of(activity)), **json_of(activity)}


def one_line(desk: Desk, activity: Activity) -> str:
    """Give an activity as a line."""
    when = dates.full_day(activity.day)
    if not activity.whole_day:
        when += f" {dates.time(activity.start)}-{dates.time(activity.end)}"
    number = number_of(calendar.key_of(activity))
    return f"{number}  {when}  {plain(calendar.named(desk, activity))}"


def answer(desk: Desk, activities: Iterable[Activity], given: argparse.Namespace) -> None:
    """Print what was made or changed."""
    if given.json:
        print_json(object_of(one) for one in activities)
    else:
        for one in activities:
            print(one_line(desk, one))


def complain(refused: CannotPlan) -> None:
    """Say to stderr each thing that stands in the way, with the word that passes it."""
    for one in refused.findings:
        way = _("cannot be passed") if one.hard else f"--pass {one.code.value}=…"
        print(f"! {plain(say(one.sentence))}  ({way})", file=sys.stderr)


WORDS = {
    What.CANCELLED: N_("cancelled"),
    What.NOT_ANY_MORE: N_("not there any more"),
    What.NEW: N_("new"),
    What.MOVED: N_("moved"),
    What.PLACE: N_("another place"),
}


def print_told(index: CalendarIndex, told: Sequence[ToTell]) -> None:
    """Print who must be told, each with the old and the new time."""
    if not told:
        return
    print(_("To be told:"))
    for one in told:
        print(f"  {plain(index.person_name(one.person_id or 0) or one.name)}")
        for news in one.news:
            old, new = news.old_start, news.new_start
            times = [dates.moment(when) for when in (old, new) if when]
            shown = times[:1] if news.what in (What.CANCELLED, What.NOT_ANY_MORE) else times
            print(f"    {' → '.join(shown)}  {_(WORDS[news.what])}")


def day_or(values: Values, name: str, usual: date) -> date:
    """Give the day of an option, or the usual one."""
    return values.day(name, "future") or usual
