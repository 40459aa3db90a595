"""Whatever is done to a vault, it holds what TinyDB in memory holds, also after a restart."""

from copy import deepcopy

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from memory_log import MemoryLog
from tinydb import TinyDB, where
from tinydb.storages import MemoryStorage
from tinydb.table import Document

from edtui.vault.database import VaultDB
from edtui.vault.errors import WriteFailed
from edtui.vault.store import Store

tables = st.sampled_from(["_default", "people"])
words = st.sampled_from(["x", "y", 'q"', "é", 2, 3.0, None, True])
documents = st.dictionaries(st.sampled_from(["a", "b"]), words | st.lists(words, max_size=2))
queries = st.one_of(
    st.tuples(st.sampled_from(["a", "b"]), words).map(lambda pair: where(pair[0]) == pair[1]),
    st.sampled_from([where("a").exists(), ~where("b").exists(), where("a") != "x"]),
)
doc_ids = st.lists(st.integers(1, 12), max_size=4, unique=True)


class Crash(Exception):
    """The program stops in the middle."""


class VaultMachine(RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.log = MemoryLog()
        self.vault = VaultDB(Store(self.log))
        self.other = VaultDB(Store(MemoryLog(self.log.file)))
        self.model = TinyDB(storage=MemoryStorage)
        self.given: dict[str, set[int]] = {}
        self.before = None

    def new(self, table, numbers):
        """Numbers of new documents are larger than all that were ever given."""
        ever = self.given.setdefault(table, set())
        assert all(number > max(ever, default=0) for number in numbers)
        assert sorted(set(numbers)) == numbers
        ever.update(numbers)

    @rule(table=tables, document=documents)
    def insert(self, table, document):
        number = self.vault.table(table).insert(document)
        self.new(table, [number])
        self.model.table(table).insert(Document(deepcopy(document), doc_id=number))

    @rule(table=tables, some=st.lists(documents, max_size=4))
    def insert_multiple(self, table, some):
        numbers = self.vault.table(table).insert_multiple(some)
        self.new(table, numbers)
        self.model.table(table).insert_multiple(
            Document(deepcopy(one), doc_id=number)
            for one, number in zip(some, numbers, strict=True)
        )

    @rule(table=tables, document=documents, number=st.integers(1, 12))
    def insert_with_number(self, table, document, number):
        outcomes = []
        for db in (self.vault, self.model):
            try:
                one = Document(deepcopy(document), doc_id=number)
                outcomes.append(db.table(table).insert(one))
            except ValueError as error:
                outcomes.append(str(error))
        assert outcomes[0] == outcomes[1]
        self.given.setdefault(table, set()).add(number)

    @rule(table=tables, fields=documents, query=queries | st.none())
    def update(self, table, fields, query):
        assert self.vault.table(table).update(fields, query) == self.model.table(table).update(
            deepcopy(fields), query
        )

    @rule(table=tables, fields=documents, numbers=doc_ids)
    def update_by_number(self, table, fields, numbers):
        assert self.vault.table(table).update(fields, doc_ids=numbers) == self.model.table(
            table
        ).update(deepcopy(fields), doc_ids=numbers)

    @rule(table=tables, document=documents, query=queries)
    def upsert(self, table, document, query):
        if self.model.table(table).contains(query):
            wanted = self.model.table(table).upsert(deepcopy(document), query)
            assert self.vault.table(table).upsert(document, query) == wanted
        else:
            (number,) = self.vault.table(table).upsert(document, query)
            self.new(table, [number])
            self.model.table(table).insert(Document(deepcopy(document), doc_id=number))

    @rule(table=tables, query=queries)
    def remove(self, table, query):
        assert self.vault.table(table).remove(query) == self.model.table(table).remove(query)

    @rule(table=tables, numbers=doc_ids)
    def remove_by_number(self, table, numbers):
        assert self.vault.table(table).remove(doc_ids=numbers) == self.model.table(table).remove(
            doc_ids=numbers
        )

    @rule(table=tables)
    def truncate(self, table):
        self.vault.table(table).truncate()
        self.model.table(table).truncate()

    @rule(table=tables)
    def drop_table(self, table):
        self.vault.drop_table(table)
        self.model.drop_table(table)

    @rule()
    def drop_tables(self):
        self.vault.drop_tables()
        self.model.drop_tables()

    @rule(table=tables, document=documents)
    def write_the_whole(self, table, document):
        data = self.model.storage.read() or {}
        data = {name: data[name] for name in reversed(data)}
        data[table] = {
            "7": document,
            **{key: one for key, one in data.get(table, {}).items() if key != "7"},
        }
        self.given.setdefault(table, set()).add(7)
        self.vault.storage.write(data)
        self.model.storage.write(deepcopy(data))

    @rule(table=tables, document=documents, numbers=doc_ids, crash=st.booleans())
    def fail(self, table, document, numbers, crash):
        """A transaction of everything fails: by the disk, or by the program."""
        self.log.fail_next = not crash
        try:
            with self.vault.storage.store.transaction():
                self.vault.table(table).insert(document)
                self.vault.table(table).remove(doc_ids=numbers)
                self.vault.table(table).upsert(Document(document, doc_id=(numbers or [1])[0]))
                self.vault.table("new").insert({"v": 9})
                self.vault.table(table).update({"a": "changed"})
                self.vault.drop_table(table)
                self.vault.table(table).insert(document)
                if crash:
                    raise Crash
        except (Crash, WriteFailed):
            pass
        assert not self.log.fail_next

    @rule()
    def reopen(self):
        self.log = MemoryLog(self.log.file)
        self.vault = VaultDB(Store(self.log))

    @rule()
    def go_to_the_other_process(self):
        self.vault, self.other = self.other, self.vault
        self.log = self.vault.storage.store.log
        self.vault.storage.store.refresh()

    @rule()
    def compact(self):
        self.vault.storage.store.compact()

    @rule(table=tables, query=queries)
    def search(self, table, query):
        found = self.vault.table(table).search(query)
        self.model.table(table).clear_cache()  # stock keeps stale results after storage.write
        wanted = self.model.table(table).search(query)
        assert found == wanted
        assert [one.doc_id for one in found] == [one.doc_id for one in wanted]
        for one in found:
            one["b"] = one.get("a")
            if isinstance(one["b"], list):
                one["b"].append("only in the caller's copy")

    @invariant()
    def same(self):
        wanted = self.model.storage.read() or {}
        assert (self.vault.storage.read() or {}) == wanted
        assert self.vault.tables() == set(wanted)
        for name in wanted:
            order = [one.doc_id for one in self.vault.table(name)]
            assert order == [int(number) for number in wanted[name]]
            assert len(self.vault.table(name)) == len(order)


TestVaultIsTinyDb = VaultMachine.TestCase
TestVaultIsTinyDb.settings = settings(max_examples=120, stateful_step_count=30, deadline=None)
