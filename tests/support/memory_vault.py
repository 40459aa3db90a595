"""A vault without a file, for tests of what stands on a vault."""

from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace

from edtui.desk.grants import GRANTS
from edtui.desk.tables import DROPS
from edtui.errors import Sentence
from support.memory_tables import MemoryDb


class MemoryVault:
    """What `edtui.desk.session.OpenVault` asks for."""

    def __init__(self, user: str = "anna", role: str = "coordinator") -> None:
        self.user = user
        self.user_id = f"id-of-{user}"
        self.role = role
        self.db = MemoryDb()
        self.read_only: Sentence | None = None
        self.generation = 1
        self.dropped: list[tuple[str, dict]] = []

    @contextmanager
    def transaction(self) -> Iterator[None]:
        before, dropped = self.db.storage.memory, len(self.dropped)
        try:
            yield
        except BaseException:
            self.db.storage.memory = before
            del self.dropped[dropped:]
            for table in self.db._tables.values():
                table.clear_cache()
            raise

    @property
    def members(self):
        """Only who is signed in, as an owner."""
        one = SimpleNamespace(
            name=self.user,
            role=self.role,
            user_id=self.user_id,
            owner=True,
            rights=dict(GRANTS.get(self.role, {})),
            has_private=False,
        )
        return SimpleNamespace(all=lambda: [one])

    @property
    def letterboxes(self) -> frozenset[str]:
        return frozenset(DROPS)

    def may_write(self, compartment: str) -> bool:
        return True

    def drop(self, table: str, document) -> None:
        """Keeps it where nothing reads it; see ``dropped``."""
        self.dropped.append((table, dict(document)))

    def newest(self, table: str) -> Iterator[dict]:
        return reversed([dict(document) for document in self.db.table(table)])

    def forget(self) -> bool:
        self.generation += 1
        return True

    def info(self):
        return SimpleNamespace(generation=self.generation)

    def refresh(self) -> list:
        return []

    def close(self) -> None:
        pass

    def change_passphrase(self, old: str | None, new: str) -> None:
        pass
