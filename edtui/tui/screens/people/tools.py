"""What the forms of mode 2 are made with: words to choose from, people and places by name."""

from collections.abc import Callable, Sequence
from typing import Any

from edtui.desk import folding
from edtui.desk.raw import Raw
from edtui.desk.roster_rows import PersonRow
from edtui.desk.session import Desk
from edtui.desk.vocabularies import add_word
from edtui.errors import EdtuiError
from edtui.locale import explain, spoken
from edtui.records.names import document_name
from edtui.records.organisation import Location, Organisation
from edtui.records.person import Person
from edtui.tui.curtain import shown_name, shown_text
from edtui.tui.screens.people.facts import name_of
from edtui.tui.screens.people.words import Words
from edtui.tui.widgets.fields import (
    ChoiceField,
    Option,
    Options,
    OrganisationField,
    PersonField,
    PickField,
    SeveralField,
    from_vocabulary,
)

FEW = 9
"""So many names are offered at once."""


class Tools:
    """Makes fields over one desk.

    Args:
        desk: where.
        app: for the curtain.
        rows: everybody on the roster, by name.
    """

    def __init__(self, desk: Desk, app: Any, rows: Callable[[], Sequence[PersonRow]]) -> None:
        self.desk = desk
        self.app = app
        self._rows = rows
        self.words = Words.of(desk)
        self.about = 0
        """Number of the record that a form is about."""

    def fresh(self) -> "Tools":
        """Give the same tools with the words as they are now."""
        return Tools(self.desk, self.app, self._rows)

    def hide(self, name: str) -> str:
        """Give a name as it may be seen now."""
        return shown_name(self.app, name)

    def said(self, text: str) -> str:
        """Give what a person wrote as it may be seen now."""
        return shown_text(self.app, text)

    # Words

    def options(self, vocabulary: str) -> Options:
        """Give the words of a list that are offered."""
        return from_vocabulary(lambda: self.words.held[vocabulary], spoken())

    def choice(self, key: str, label: str, vocabulary: str, **more: Any) -> ChoiceField:
        """Make a field for one of a few words."""
        return ChoiceField(key, label, self.options(vocabulary), **more)

    def pick(self, key: str, label: str, vocabulary: str, **more: Any) -> PickField:
        """Make a field for one of many words."""
        return PickField(
            key, label, self.options(vocabulary), word_for=self.word(vocabulary), **more
        )

    def several(self, key: str, label: str, vocabulary: str, **more: Any) -> SeveralField:
        """Make a field for several words; the team may add to an open list."""
        add = self._adder(vocabulary) if self.words.held[vocabulary].open else None
        return SeveralField(
            key, label, self.options(vocabulary), add=add, word_for=self.word(vocabulary), **more
        )

    def word(self, vocabulary: str) -> Callable[[str], str]:
        """Give the way from a code to its word, retired ones too."""
        return lambda code: self.words.label(vocabulary, code)

    def _adder(self, vocabulary: str) -> Callable[[str], str]:
        def add(typed: str) -> str:
            try:
                term = add_word(self.desk, vocabulary, typed)
            except EdtuiError as error:
                self.app.notify(explain(error), severity="warning", markup=False)
                return ""
            self.words = Words.of(self.desk)
            return term.code

        return add

    # People and organisations

    def person(self, key: str, label: str, *, but: int = 0, **more: Any) -> PersonField:
        """Make a field for somebody on the roster; ``but`` is not offered."""

        def find(typed: str) -> list[tuple[int, str]]:
            words = [f" {word}" for word in folding.words(typed)]
            found = []
            for row in self._rows():
                if row.id != but and all(word in row.words for word in words):
                    found.append((row.id, shown_name(self.app, row.name)))
                    if len(found) == FEW:
                        break
            return found

        return PersonField(key, label, find=find, name_of=self.person_name, **more)

    def person_name(self, number: int) -> str:
        """Give a person's name as it may be seen now."""
        return shown_name(self.app, name_of(self.desk, Person, number))

    def organisation(self, key: str, label: str, *, but: int = 0, **more: Any) -> OrganisationField:
        """Make a field for an organisation; ``but`` is not offered."""

        def find(typed: str) -> list[tuple[int, str]]:
            return [one for one in self._named(Organisation, typed) if one[0] != but][:FEW]

        return OrganisationField(key, label, find=find, name_of=self.organisation_name, **more)

    def organisation_name(self, number: int) -> str:
        """Give the name of an organisation."""
        return name_of(self.desk, Organisation, number)

    def organisations(self, key: str, label: str, **more: Any) -> SeveralField:
        """Make a field for several organisations."""

        def options() -> list[Option]:
            return [Option(str(n), name) for n, name in self._named(Organisation, "")]

        return SeveralField(
            key, label, options, word_for=lambda code: self.organisation_name(int(code)), **more
        )

    def locations(self, key: str, label: str, **more: Any) -> SeveralField:
        """Make a field for several locations, each with its organisation behind it."""
        of: dict[int, str] = {}

        def options() -> list[Option]:
            if not of:
                of.update({n: document_name_of(d) for n, d in self.desk.documents(Organisation)})
            return [
                Option(str(number), f"{document.get('name', '')} · "
                       f"{of.get(int(document['organisation_id']), '')}")
                for number, document in self.desk.documents(Location)
                if document.get("active", True)
            ]  # fmt: skip

        return SeveralField(
            key, label, options,
            word_for=lambda code: name_of(self.desk, Location, int(code)), **more,
        )  # fmt: skip

    def _named(self, kind: type[Organisation], typed: str) -> list[tuple[int, str]]:
        wanted = folding.words(typed)
        found = [
            (number, document_name_of(document))
            for number, document in self.desk.documents(kind)
            if document.get("active", True)
            and folding.has_all(folding.searchable(document_name_of(document)), wanted)
        ]
        return sorted(found, key=lambda one: folding.fold(one[1]))


def document_name_of(document: Raw) -> str:
    """Give the name of an organisation or of a person, from a document."""
    return str(document.get("name") or document_name(document))
