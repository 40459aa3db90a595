"""What a page says, in the language in use: for the screen that draws it and the command."""

from collections.abc import Callable, Mapping
from datetime import date

from edtui.desk.page import (
    Coded,
    Dated,
    Fact,
    Hours,
    Link,
    Name,
    Near,
    Several,
    Since,
    Value,
    Within,
)
from edtui.errors import Sentence
from edtui.locale import _, dates, numbers, say, spoken
from edtui.records.person import Person
from edtui.records.vocabulary import Vocabulary

DOT = " · "


class PageWords:
    """Says values.

    Args:
        words: the vocabularies, by name.
        today: the day at the workstation.
        shown: gives a person's name as it may be seen now.
        link: gives what a link to another record is shown as.
    """

    def __init__(
        self,
        words: Mapping[str, Vocabulary],
        today: date,
        *,
        shown: Callable[[str], str] = str,
        link: Callable[[Link], str] | None = None,
    ) -> None:
        self._words = words
        self._today = today
        self._shown = shown
        self._link = link

    def line(self, fact: Fact) -> str:
        """Give a fact in one line, without its label."""
        return self.joined(fact.values)

    def joined(self, values: tuple[Value, ...]) -> str:
        """Give values with dots between them."""
        return DOT.join(said for said in map(self.said, values) if said)

    def said(self, value: Value) -> str:
        """Give one value. Private text may be in it."""
        match value:
            case Coded(vocabulary, code):
                known = self._words.get(vocabulary)
                said = known.label(code, spoken()) if known else code
            case Hours(hours):
                said = _("{hours} hours").format(hours=numbers.hours(hours))
            case Link():
                said = self._linked(value)
            case Name(name):
                said = self._shown(name)
            case Since(start, end):
                said = dates.period(start, end)
            case Near(day):
                said = f"{dates.relative(day, self._today)}, {dates.short_day(day)}"
            case Dated(msgid, day):
                said = _(msgid).format(day=dates.short_day(day))
            case Several(values):
                said = ", ".join(one for one in map(self.said, values) if one)
            case Within(whole, part):
                inside = self.said(part)
                said = f"{self.said(whole)} ({inside})" if inside else self.said(whole)
            case Sentence():
                said = say(value)
            case str():
                said = value
            case _:
                said = dates.short_day(value)
        return said

    def _linked(self, link: Link) -> str:
        if self._link is not None:
            return self._link(link)
        return self._shown(link.name) if link.table == Person.table else link.name
