"""What stands behind the options of a verb, as values of records."""

import argparse
from collections.abc import Mapping
from datetime import date
from typing import Any

from pydantic import ValidationError

from edtui.cli.parser import Usage
from edtui.desk.session import Desk
from edtui.desk.vocabularies import vocabularies
from edtui.errors import NotFound
from edtui.exchange import readers
from edtui.exchange.names import split_name
from edtui.exchange.readers import CannotTake
from edtui.locale import _, say, spoken
from edtui.records.contact import ContactWay
from edtui.records.folding import fold
from edtui.records.organisation import Organisation
from edtui.records.sentences import sentences
from edtui.records.vocabulary import Vocabulary
from edtui.records.when_date import Prefer, read_date


class Values:
    """Reads the options that were given; what cannot be understood is a `Usage`."""

    def __init__(self, desk: Desk, given: argparse.Namespace) -> None:
        self.desk = desk
        self.given = vars(given)
        self.words: Mapping[str, Vocabulary] = vocabularies(desk)

    def has(self, name: str) -> bool:
        """Say whether an option was given, empty too."""
        return self.given.get(name) is not None

    def text(self, name: str) -> str:
        """Give an option's text, empty where it was not given."""
        return str(self.given.get(name) or "").strip()

    def day(self, name: str, prefer: Prefer = "near") -> date | None:
        """Give the day that an option names, as a person types days."""
        text = self.text(name)
        return read_date(text, self.desk.clock.today(), prefer) if text else None

    def code(self, name: str, vocabulary: str) -> str:
        """Give the code of the word that an option names, by code or in any language."""
        text = self.text(name)
        return (
            self.tried(name, lambda: readers.read_word(text, self.words[vocabulary], spoken()))
            if text
            else ""
        )

    def hours(self, name: str) -> float | None:
        """Give the hours that an option names."""
        text = self.text(name)
        return self.tried(name, lambda: readers.read_hours(text).number) if text else None

    def name_parts(self) -> dict[str, str]:
        """Give the parts of ``--name``, and what the finer options say instead."""
        parts: dict[str, str] = {}
        if self.has("name"):
            parts = split_name(self.text("name"))._asdict()
            if not parts["called"]:
                del parts["called"]  # a whole name does not say that nobody calls them otherwise
        for field in ("first_names", "infix", "surname", "called"):
            if self.has(field):
                parts[field] = self.text(field)
        return parts

    def contacts(self, kept: tuple[ContactWay, ...]) -> tuple[ContactWay, ...]:
        """Give the contact ways with the first of each kind that was given replaced."""
        ways = list(kept)
        for kind in ("email", "mobile", "phone"):
            if not self.has(kind):
                continue
            at = next((i for i, way in enumerate(ways) if way.kind == kind), len(ways))
            found = ways[at : at + 1]
            value = self.text(kind)
            ways[at : at + 1] = (
                [(found[0] if found else ContactWay(kind=kind)).with_(value=value)] if value else []
            )
        return tuple(ways)

    def organisation(self) -> int | None:
        """Give the number of ``--organisation``, a number or a whole name.

        Raises:
            NotFound: there is none.
        """
        text = self.text("organisation")
        if not text:
            return None
        if text.isdecimal():
            return self.desk.get(Organisation, int(text)).id
        for number, document in self.desk.documents(Organisation):
            if fold(str(document.get("name", ""))) == fold(text):
                return number
        raise NotFound(what=_("organisation"), number=text)

    def tried(self, name: str, read: Any) -> Any:
        """Read what an option says; what cannot be understood is said with its name."""
        try:
            return read()
        except CannotTake as refused:
            raise Usage(f"--{name.replace('_', '-')}: {say(refused.why)}", "") from None


def refused(error: ValidationError) -> Usage:
    """Give what is wrong with a record, as a sentence a field."""
    lines = [
        f"--{name.replace('_', '-')}: {say(why)}" if name else say(why)
        for name, why in sentences(error).items()
    ]
    return Usage("\n".join(lines), "")
