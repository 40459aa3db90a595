"""One row of a list as a person, their roles, and what could not be understood."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from pydantic import ValidationError

from edtui.errors import N_, Sentence
from edtui.exchange import readers
from edtui.exchange.columns import Mapping as Columns
from edtui.exchange.names import split_name, split_surname
from edtui.exchange.readers import CannotTake
from edtui.exchange.sheets import Row
from edtui.records.folding import fold
from edtui.records.person import Person
from edtui.records.sentences import sentences
from edtui.records.vocabulary import Vocabulary

TOTALS = ("totaal", "total", "subtotaal", "som", "aantal", "gemiddeld", "gemiddelde", "average")


class Fault(NamedTuple):
    """What could not be taken."""

    column: int | None
    """Where, from 0; None where it is about the whole row."""

    why: Sentence


class RoleOf(NamedTuple):
    """A role that a row gives, for a `RoleAssignment` once the person has a number."""

    role: str
    start: date | None
    end: date | None


class PersonRow(NamedTuple):
    """What a row of a list says."""

    row: Row
    person: Person | None
    """With all that was understood; None where that makes no person."""

    roles: tuple[RoleOf, ...]
    organisation: str
    """Name of the organisation for which the roles are, or empty."""

    faults: tuple[Fault, ...]


@dataclass(frozen=True)
class Reading:
    """What is the same for all rows."""

    columns: Columns
    vocabularies: Mapping[str, Vocabulary]
    today: date
    language: str
    """In which a vocabulary is named where a word is not in it."""


def read_row(row: Row, reading: Reading) -> PersonRow:
    """Read one row; what cannot be understood is said and the rest is still read."""
    return _Reader(row, reading).read()


@dataclass
class _Reader:
    row: Row
    reading: Reading
    faults: list[Fault] = field(default_factory=list)

    def read(self) -> PersonRow:
        if self._is_totals():
            why = Sentence(N_("This looks like a line with totals, not like a person."))
            return PersonRow(self.row, None, (), "", (Fault(None, why),))
        since, until = self._value("since", self._day), self._value("until", self._day)
        values = self._names()
        values |= self._plain_values()
        values["contacts"] = self._contacts()
        values["since"] = since
        values["contracts"] = self._contract(since, until)
        values["vog"] = self._vog()
        values |= self._experience()
        values |= self._availability()
        if self.columns.column("status") is None and until and until < self.reading.today:
            values["status"] = "left"
        if values.get("status") == "left" and until:
            values["left_on"] = until
        person = self._person({name: value for name, value in values.items() if value})
        return PersonRow(
            self.row,
            person,
            self._roles(since, until),
            self._value("organisation", readers.read_name) or "",
            tuple(self.faults),
        )

    @property
    def columns(self) -> Columns:
        return self.reading.columns

    def _cell(self, code: str) -> str:
        column = self.columns.column(code)
        return "" if column is None else self.row.cells[column]

    def _text(self, code: str) -> str:
        text = self._cell(code)
        return "" if readers.is_nothing(text) else text

    def _value(self, code: str, read: Callable[[str], Any]) -> Any:
        """Read a cell; what it cannot be is a fault of its column, and None."""
        text = self._text(code)
        if not text:
            return None
        try:
            readers.refuse_error(text)
            return read(text)
        except CannotTake as refused:
            self.faults.append(Fault(self.columns.column(code), refused.why))
            return None

    def _day(self, text: str) -> date:
        return readers.read_day(text, self.reading.today)

    def _word(self, vocabulary: str) -> Callable[[str], str]:
        known = self.reading.vocabularies[vocabulary]
        return lambda text: readers.read_word(text, known, self.reading.language)

    def _words(self, vocabulary: str) -> Callable[[str], list[str]]:
        known = self.reading.vocabularies[vocabulary]
        return lambda text: readers.read_words(text, known, self.reading.language)

    def _is_totals(self) -> bool:
        first = next((cell for cell in self.row.cells if cell), "")
        words = fold(first).replace(":", " ").split()
        return bool(words) and words[0] in TOTALS and not self._text("email")

    def _names(self) -> dict[str, Any]:
        if self._text("last_name"):
            infix, surname = split_surname(self._text("last_name"))
            first = self._text("first_name") or self._text("initials") or self._text("called")
            parts = {
                "first_names": first,
                "infix": self._text("infix") or infix,
                "surname": surname,
            }
        else:  # the whole name in one cell, be it the one for the first name
            whole = self._text("name") or self._text("first_name") or self._text("called")
            parts = split_name(whole)._asdict()
        called = self._text("called")
        if called and called not in (parts["first_names"], self._text("name")):
            parts["called"] = called if self._text("last_name") else parts.get("called", "")
        return dict(parts)

    def _plain_values(self) -> dict[str, Any]:
        return {
            "pronouns": self._text("pronouns"),
            "birth_date": self._value("born", self._day),
            "origin": self._value("origin", self._word("origins")),
            "channel": self._value("channel", self._word("channels")),
            "status": self._value("status", self._word("statuses")),
            "languages": self._value("languages", self._words("languages")),
            "reward_form": self._value("reward", self._word("reward_forms")),
            "wishes_words": self._text("wishes"),
            "notes": self._text("note"),
        }

    def _contacts(self) -> list[dict[str, str]]:
        ways = [("email", address) for address in self._value("email", readers.read_emails) or ()]
        for code in ("mobile", "phone"):
            for number in self._value(code, readers.read_phones) or ():
                kind = readers.kind_of_phone(number, mobile_column=code == "mobile")
                ways.append((kind, number))
        return [{"kind": kind, "value": value} for kind, value in dict.fromkeys(ways)]

    def _contract(self, since: date | None, until: date | None) -> list[dict[str, Any]]:
        hours = self._value("hours", readers.read_hours)
        form = self._value("contract", self._word("contract_forms")) or ""
        if hours is None and not form:
            return []
        return [
            {
                "start": since,
                "end": until if until and (since is None or since <= until) else None,
                "form": form,
                "hours_a_week": hours.number if hours else None,
                "note": hours.words if hours else "",
            }
        ]

    def _vog(self) -> dict[str, Any]:
        applied, seen, renew = (
            self._value(code, self._day_or_status)
            for code in ("vog_applied", "vog_seen", "vog_renew")
        )
        status = next((found for found in (seen, applied) if isinstance(found, str)), "")
        if self._cell("vog_seen") and not self._text("vog_seen"):
            status = "not_needed" if fold(self._cell("vog_seen")) in ("nvt", "n.v.t.") else status
        if isinstance(seen, date):
            status = "seen"
        elif isinstance(applied, date):
            status = "applied"
        days = {"applied_on": applied, "seen_on": seen, "renew_by": renew}
        vog = {name: day for name, day in days.items() if isinstance(day, date)}
        return {**vog, "status": status} if vog or status else {}

    def _day_or_status(self, text: str) -> date | str:
        if fold(text) in ("nee", "no", "niet"):
            return ""
        term = self.reading.vocabularies["vog_statuses"].find(text)
        return term.code if term else self._day(text)

    def _experience(self) -> dict[str, Any]:
        areas = [area for area in readers.lines(self._text("experience")) if area]
        agreed = self._value("consent", self._day)
        if areas and agreed is None:
            why = Sentence(N_("Experience is kept only with the day on which the person agreed."))
            self.faults.append(Fault(self.columns.column("experience"), why))
            return {}
        return {"experience_areas": areas, "consent_noted": agreed} if areas else {}

    def _availability(self) -> dict[str, Any]:
        text = self._text("days")
        if not text:
            return {}
        days = readers.read_weekdays(text, self.reading.vocabularies["weekdays"])
        if days is None:
            return {"availability": {"words": text[:200]}}
        return {"availability": {"free": [{"weekday": day} for day in days]}}

    def _roles(self, since: date | None, until: date | None) -> tuple[RoleOf, ...]:
        codes: Sequence[str] = self._value("role", self._words("roles")) or ()
        if not codes and self._text("organisation") and not self._text("role"):
            codes = ["peer_worker"]
        if since and until and until < since:
            why = Sentence(N_("The last day is before the first day."))
            self.faults.append(Fault(self.columns.column("until"), why))
            until = None
        return tuple(RoleOf(code, since, until) for code in codes)

    def _person(self, values: dict[str, Any]) -> Person | None:
        if not any(values.get(name) for name in ("first_names", "surname", "called")):
            self.faults.append(Fault(None, Sentence(N_("There is no name in this row."))))
            return None
        try:
            return Person(**values)
        except ValidationError as error:
            for name, why in sentences(error).items():
                self.faults.append(Fault(self._column_of(name), why))
            return None

    def _column_of(self, name: str) -> int | None:
        for code in _COLUMNS_OF.get(name, ()):
            column = self.columns.column(code)
            if column is not None and self.row.cells[column]:
                return column
        return None


_COLUMNS_OF: dict[str, tuple[str, ...]] = {
    "first_names": ("first_name", "called", "initials", "name"),
    "infix": ("infix", "last_name", "name"),
    "surname": ("last_name", "name"),
    "called": ("called", "name"),
    "pronouns": ("pronouns",),
    "contacts": ("email", "mobile", "phone"),
    "notes": ("note",),
    "wishes_words": ("wishes",),
    "experience_areas": ("experience",),
    "availability": ("days",),
    "contracts": ("hours", "contract"),
}
"""Record field to the columns that it can have come from."""
