"""A store whose keys change while it is open, and that can put away what it cannot read."""

from collections.abc import Callable, Iterator

from edtui.vault import arrivals
from edtui.vault.errors import MissingKey
from edtui.vault.renewal import Renewal
from edtui.vault.store import Store
from edtui.vault.tables import Tables
from edtui.vault.unlock import Opened


class KeyedStore(Store):
    """What a `Store` does, and what needs more than the keys at hand."""

    def send(self, table: str, encoded: bytes, compartment: str = "") -> None:
        """Drop one document into a compartment that may not be readable. Inside a transaction.

        Args:
            table: which table it belongs to, for those who read.
            encoded: the document in its canonical form.
            compartment: where to; "" for the one that the table belongs to.

        Raises:
            edtui.vault.errors.MissingKey: there is no such compartment to drop into.
        """
        if not compartment and self._compartment_of is not None:
            compartment = self._compartment_of(table)
        if compartment not in self.log.letterboxes:
            raise MissingKey
        self._pending.drop(compartment, arrivals.arrive(table, encoded))

    def newest(self, table: str) -> Iterator[bytes]:
        """Give the encoded documents of a table, the newest first; errors as `home`, and Tampered.

        Letters are opened one by one: who stops early opens few.
        """
        with self.lock:
            return self._held.newest(self._home(table), table)

    def renew(self, plan: Callable[[Opened], Renewal]) -> None:
        """Write everything anew with other keys, and let go of what is no longer there.

        Raises:
            edtui.vault.errors.ReadOnlyLog: the vault cannot be written now.
        """
        with self.lock:
            self._check_writable()
            with self.log.locked() as news:
                self._take(news)
                self._check_writable()
                found = self.log.renew(plan, self._bodies)
            self._held.keep(self.log.compartments)
            for body in found:
                self._held.take(body)
            self.let_go()

    def tables_of(self, compartment: str) -> Tables:
        """Give the tables of a compartment that is held; to look at, not to change."""
        self._check_open()
        return self._open(compartment)

    def let_go(self) -> None:
        """Keep nothing in memory that is no longer there."""
        with self.lock:
            for tables in self._held.values():
                tables.tidy()

    def _bodies(self, compartment: str) -> Iterator[bytes] | None:
        return self._open(compartment).snapshot() if compartment in self._held else None
