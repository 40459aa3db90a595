"""A TinyDB over a store over a log in memory."""

import pytest
from memory_log import MemoryLog

from edtui.vault.database import VaultDB
from edtui.vault.store import Store


@pytest.fixture
def log() -> MemoryLog:
    return MemoryLog()


@pytest.fixture
def db(log) -> VaultDB:
    return VaultDB(Store(log))


@pytest.fixture
def reopened(log):
    """Open what the log holds once more, as after a restart."""
    return lambda **kwargs: VaultDB(Store(MemoryLog(log.file, log.compartments), **kwargs))
