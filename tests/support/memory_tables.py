"""TinyDB in memory that hands out copies as the vault does, but only of what is looked at."""

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from typing import Any

import orjson
from tinydb import TinyDB
from tinydb.storages import MemoryStorage
from tinydb.table import Table


class Documents(Mapping):
    """A table as it is kept, number to JSON; each look at a document makes a copy."""

    def __init__(self, kept: Mapping[str, bytes]) -> None:
        self.kept = kept

    def __getitem__(self, number: str) -> Any:
        return orjson.loads(self.kept[number])

    def __iter__(self) -> Iterator[str]:
        return iter(self.kept)

    def __len__(self) -> int:
        return len(self.kept)


class Changed(MutableMapping):
    """A table while it is changed; remembers what was looked at, for it may be changed in place."""

    def __init__(self, kept: Mapping[str, bytes]) -> None:
        self.kept = {int(number): data for number, data in kept.items()}
        self.seen: dict[int, Any] = {}

    def __getitem__(self, number: int) -> Any:
        if number not in self.seen:
            self.seen[number] = orjson.loads(self.kept[number])
        return self.seen[number]

    def __setitem__(self, number: int, document: Any) -> None:
        self.kept[number] = b""
        self.seen[number] = document

    def __delitem__(self, number: int) -> None:
        del self.kept[number]
        self.seen.pop(number, None)

    def __contains__(self, number: object) -> bool:
        return number in self.kept

    def __iter__(self) -> Iterator[int]:
        return iter(self.kept)

    def __len__(self) -> int:
        return len(self.kept)

    def written(self) -> dict[str, bytes]:
        """Give it as it is kept."""
        seen = {number: orjson.dumps(document) for number, document in self.seen.items()}
        return {str(number): data for number, data in {**self.kept, **seen}.items()}


class MemoryTable(Table):
    """A table that reads and writes itself and not all the others."""

    def _read_table(self) -> Mapping:
        return Documents((self._storage.memory or {}).get(self.name, {}))

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        tables = self._storage.memory or {}
        table = Changed(tables.get(self.name, {}))
        updater(table)
        self._storage.memory = {**tables, self.name: table.written()}
        self.clear_cache()


class MemoryDb(TinyDB):
    """The whole of it; ``storage.memory`` is never changed in place, so keeping it is cheap."""

    table_class = MemoryTable

    def __init__(self) -> None:
        super().__init__(storage=MemoryStorage)

    def drop_table(self, name: str) -> None:
        self.storage.memory = dict(self.storage.memory or {})
        super().drop_table(name)

    def everything(self) -> str:
        """Give all that is kept, to look for what must not be."""
        tables = (self.storage.memory or {}).values()
        return "\n".join(data.decode() for table in tables for data in table.values())
