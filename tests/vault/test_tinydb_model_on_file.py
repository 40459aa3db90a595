"""The same as `test_tinydb_model`, on a real file with two openings of it; fewer examples."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis.stateful import rule
from test_tinydb_model import Crash, VaultMachine, doc_ids, documents, tables

from edtui.vault.database import VaultDB
from edtui.vault.kdf import FAST
from edtui.vault.opening import create_log, open_log
from edtui.vault.store import Store


class FileMachine(VaultMachine):
    def __init__(self):
        super().__init__()
        self.path = Path(tempfile.mkdtemp()) / "team.edtui"
        self.log = create_log(
            self.path, user="t", passphrase="t", label="", compartments=["main"], kdf=FAST
        ).log
        self.vault = VaultDB(Store(self.log))
        self.other = VaultDB(Store(open_log(self.path, "t", "t")))

    @rule()
    def reopen(self):
        self.vault.close()
        self.log = open_log(self.path, "t", "t")
        self.vault = VaultDB(Store(self.log))

    @rule(table=tables, document=documents, numbers=doc_ids)
    def fail(self, table, document, numbers):
        """Only the program fails here; `tests/faults` has the disks that do."""
        try:
            with self.vault.storage.store.transaction():
                self.vault.table(table).insert(document)
                self.vault.table(table).remove(doc_ids=numbers)
                self.vault.drop_table(table)
                self.vault.table(table).insert(document)
                raise Crash
        except Crash:
            pass

    def teardown(self):
        self.log.verify()
        self.vault.close()
        self.other.close()
        shutil.rmtree(self.path.parent)


TestVaultFileIsTinyDb = FileMachine.TestCase
TestVaultFileIsTinyDb.settings = settings(max_examples=8, stateful_step_count=30, deadline=None)
