"""TinyDB over a `Store`."""

from typing import Any

from tinydb import TinyDB
from tinydb.table import Table

from edtui.vault.storage import VaultStorage
from edtui.vault.table import VaultTable


class VaultDB(TinyDB):
    """A `TinyDB` whose tables are those of a vault: ``VaultDB(store)``.

    With another storage (``VaultDB(storage=...)``, a middleware) it is a stock TinyDB.
    """

    # mypy takes TinyDB's class attributes for aliases that cannot be narrowed.
    table_class = VaultTable  # type: ignore[assignment]  # as TinyDB has it
    default_storage_class = VaultStorage  # type: ignore[assignment]  # as TinyDB has it

    def table(self, name: str, **kwargs: Any) -> Table:
        """Give a table, the same object each time; ``kwargs`` go to the table class."""
        wanted: type[Table] = self.table_class
        if issubclass(wanted, VaultTable) and not isinstance(self.storage, VaultStorage):
            wanted = Table
        if name not in self._tables:
            self._tables[name] = wanted(self.storage, name, **kwargs)
        return self._tables[name]

    def __getattr__(self, name: str) -> Any:
        """Give what the default table has of that name, as TinyDB does, in fewer steps."""
        table = self._tables.get(self.default_table_name)
        return getattr(self.table(self.default_table_name) if table is None else table, name)

    def tables(self) -> set[str]:
        """Give the names of the tables that are there and can be read."""
        storage = self.storage
        return set(storage.store.names()) if isinstance(storage, VaultStorage) else super().tables()

    def drop_table(self, name: str) -> None:
        """Take a table away."""
        storage = self.storage
        if not isinstance(storage, VaultStorage):
            super().drop_table(name)
            return
        with storage.store.transaction():
            storage.store.drop(name)
        self._tables.pop(name, None)

    def drop_tables(self) -> None:
        """Take all tables away."""
        storage = self.storage
        if not isinstance(storage, VaultStorage):
            super().drop_tables()
            return
        with storage.store.transaction():
            for name in storage.store.names():
                storage.store.drop(name)
        self._tables.clear()
