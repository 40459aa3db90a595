"""A vault without a file, for tests of what stands on a vault."""

from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy

from tinydb import TinyDB
from tinydb.storages import MemoryStorage

from edtui.errors import Sentence


class CopyingStorage(MemoryStorage):
    """Hands out copies, as the vault does."""

    def read(self):
        return deepcopy(self.memory)


class MemoryVault:
    """What `edtui.desk.session.OpenVault` asks for."""

    def __init__(self, user: str = "anna", role: str = "coordinator") -> None:
        self.user = user
        self.user_id = f"id-of-{user}"
        self.role = role
        self.db = TinyDB(storage=CopyingStorage)
        self.read_only: Sentence | None = None

    @contextmanager
    def transaction(self) -> Iterator[None]:
        before = deepcopy(self.db.storage.memory)
        try:
            yield
        except BaseException:
            self.db.storage.memory = before
            for table in self.db._tables.values():
                table.clear_cache()
            raise

    def refresh(self) -> list:
        return []

    def close(self) -> None:
        pass

    def change_passphrase(self, old: str | None, new: str) -> None:
        pass
