"""The tables of each compartment that the keys open, and the letters that wait behind them."""

from collections.abc import Collection, Iterable, Iterator

from edtui.errors import Sentence
from edtui.vault import arrivals, changes
from edtui.vault.commits import Found
from edtui.vault.holding import News
from edtui.vault.letters import Letter
from edtui.vault.tables import Tables


class Held(dict[str, Tables]):
    """Compartment to its tables.

    Letters wait, and so does all that comes behind them in the file, until `open` puts them in.

    Args:
        compartments: names.
        notices: where it is told that a letter holds no documents.
        count: of changes, at which the tables begin.
    """

    def __init__(
        self, compartments: Iterable[str], notices: list[Sentence], count: int = 0
    ) -> None:
        super().__init__((name, Tables(count)) for name in compartments)
        self.waiting: dict[str, list[Found]] = {}
        self.notices = notices

    def take(self, body: Found, *, later: bool = False) -> None:
        """Put a body in; ``later`` lets a letter wait, and all that comes behind it."""
        if later and isinstance(body, Letter):
            self.waiting.setdefault(body.compartment, [])
        if body.compartment in self.waiting:
            self.waiting[body.compartment].append(body)
        else:
            arrivals.apply(self[body.compartment], arrivals.read(body, self.notices))

    def open(self, compartment: str) -> Tables:
        """Give the tables of a compartment with all that waited for them.

        Raises:
            edtui.vault.errors.Tampered: a letter was forged; all of them wait on.
        """
        waiting = self.waiting.get(compartment)
        if waiting is not None:
            read = [arrivals.read(body, self.notices) for body in waiting]
            for operations in read:
                arrivals.apply(self[compartment], operations)
            del self.waiting[compartment]
        return self[compartment]

    def newest(self, compartment: str, table: str) -> Iterator[bytes]:
        """Give the documents of a table, the newest first, each letter opened when its turn comes.

        Raises:
            edtui.vault.errors.Tampered: a letter was forged.
        """
        letters = self.waiting.get(compartment, [])
        if not all(isinstance(one, Letter) for one in letters):
            self.open(compartment)
            letters = []
        # What comes in meanwhile is not among these.
        letters, documents = list(letters), self[compartment].get(table)
        numbers = list(documents or ())
        for letter in reversed(letters):
            for one in reversed(arrivals.read(letter, self.notices)):
                if isinstance(one, arrivals.Arrival) and one.table == table:
                    yield one.encoded
        for number in reversed(numbers):
            encoded = documents.get(number) if documents is not None else None
            if encoded is not None:
                yield bytes(encoded)

    def keep(self, compartments: Iterable[str]) -> None:
        """Hold these compartments, new ones empty, and let go of all others."""
        names = list(compartments)
        for name in self.waiting.keys() - set(names):
            del self.waiting[name]
        # The first compartment is where tables go that nobody knows a place for.
        there = dict(self)
        self.clear()
        self.update((name, there.get(name) or Tables()) for name in names)

    def apart(self, names: Iterable[str]) -> dict[str, Tables]:
        """Give the tables of all compartments but some."""
        return {name: tables for name, tables in self.items() if name not in names}


def followed(
    before: Held, news: News, compartments: Collection[str]
) -> tuple[Held, list[changes.Changed]]:
    """Take in what other processes wrote; give what is held then, and what that changed.

    What comes in behind letters that nobody asked for yet waits with them and is nobody's news.
    What cannot be read leaves ``before`` as it was.
    """
    waiting = dict(before.waiting)
    read = [
        (body, () if body.compartment in waiting else arrivals.read(body, before.notices))
        for body in news.bodies
    ]
    told: list[changes.Changed] = []
    held = before
    if news.replaced:  # with other keys too, it may be
        count = max((tables.changes for tables in before.values()), default=0) + 1
        held = Held(compartments, before.notices, count)
    for body, operations in read:
        tables = held[body.compartment]
        if body.compartment in waiting:
            held.take(body, later=True)
        elif news.replaced:
            arrivals.apply(tables, operations)
        else:
            told += changes.applied(tables, arrivals.numbered(tables, operations))
    if news.replaced:
        told = changes.between(before.apart(waiting), held.apart(waiting))
    return held, told
