"""A TinyDB over a vault that is made and opened as TinyDB's own tests make a `TinyDB`."""

from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

from tinydb.storages import touch

from edtui.vault.database import VaultDB
from edtui.vault.errors import ReadOnlyLog
from edtui.vault.kdf import FAST
from edtui.vault.opening import create_log, open_log
from edtui.vault.storage import VaultStorage
from edtui.vault.store import Store


class SuiteStore(Store):
    """Says "read-only" by the error that TinyDB has for it."""

    @contextmanager
    def transaction(self):
        try:
            with super().transaction():
                yield
        except ReadOnlyLog as error:
            raise OSError("opened for reading") from error


class SuiteStorage(VaultStorage):
    """Takes the arguments of `JSONStorage`."""

    def __init__(self, path, create_dirs=False, encoding=None, access_mode="r+", **kwargs):
        path = Path(str(path))
        writable = access_mode.rstrip("b") != "r"
        if writable:
            touch(str(path), create_dirs)  # raises what TinyDB raises
            if not path.stat().st_size:
                path.unlink()
        if writable and not path.exists():
            self.log = create_log(
                path, user="t", passphrase="t", label="", compartments=["main"], kdf=FAST
            ).log
        elif not path.exists():
            raise FileNotFoundError(path)
        else:
            self.log = open_log(path, "t", "t", read_only=not writable)
        super().__init__(SuiteStore(self.log, numbers_start_again=True))

    def close(self):
        super().close()
        # A vault keeps its lock file for ever; a test wants to remove the folder.
        self.log.path.with_name(self.log.path.name + ".lock").unlink(missing_ok=True)

    @property
    def _handle(self):
        """A test asks whether the file is closed."""
        return SimpleNamespace(closed=self.store.closed)


class TinyDB(VaultDB):
    """A vault by default; named so because a test looks at the name."""

    default_storage_class = SuiteStorage
