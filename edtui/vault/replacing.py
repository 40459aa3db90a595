"""An open vault file that another generation takes the place of, and what the owner says of it."""

from edtui.errors import Sentence
from edtui.vault import compaction
from edtui.vault.acceptance import FOUND, RESTORED, State
from edtui.vault.accepting import accepting
from edtui.vault.errors import Damaged, NotTheOwner
from edtui.vault.header import Header
from edtui.vault.holding import BROKEN, FAILED, OLDER
from edtui.vault.keys import Keyring
from edtui.vault.running import Running
from edtui.vault.unlock import Opened
from edtui.vault.watch import anchor_of


class Replacing(Running):
    """What puts another generation in place of the file."""

    def accept(self) -> None:
        """Go on with a file that is not the newest one that was seen (``alarm``), for everybody.

        Only the owner may: it is signed, stands in the file from then on, and what is missing is
        given up. Does nothing where there is no alarm.

        Raises:
            NotTheOwner: somebody else asks.
            ReadOnlyLog: the file was opened for reading, or cannot be written.
            WriteFailed, DiskFull: the file stands as it was.
        """
        with self.locked() as news:
            self._pending = news
            watch, old = self._watch, self._generation
            if self.alarm is None or watch is None or watch.seen is None:
                return
            if not old.keyring.owner_private:
                raise NotTheOwner
            if self.read_only is not None and self.read_only.msgid == OLDER:
                self.read_only = None
            try:
                self._may_write()
                self._settle()
                self._sign_off()
                header, content = accepting(old, watch.seen, FOUND)
                self._replace(header, frozenset(), (), accepted=content)
            except BaseException:
                self.read_only = self.read_only or Sentence(OLDER)
                raise
            self.alarm = None
            watch.accepted()
            self._remembered(sync=True)

    def note_restored(self, taken: State) -> None:
        """Write into the file that a backup was put back (in a new generation). Only the owner may.

        Raises:
            NotTheOwner: somebody else asks.
            ReadOnlyLog, WriteFailed, DiskFull: the file stands as it was.
        """
        with self.locked() as news:
            self._pending = news
            self._may_write()
            old = self._generation
            if not old.keyring.owner_private:
                raise NotTheOwner
            self._sign_off()
            header, content = accepting(old, anchor_of(old, 0), RESTORED, taken)
            self._replace(header, frozenset(), (), accepted=content)

    def _replace(
        self,
        header: Header,
        rewritten: frozenset[int],
        bodies: compaction.Snapshot,
        *,
        held: Opened | None = None,
        writer: Keyring | None = None,
        left: frozenset[int] = frozenset(),
        accepted: bytes | None = None,
    ) -> None:
        old = self._generation
        try:
            self._generation = compaction.next_generation(
                old,
                header,
                rewritten,
                bodies,
                held=held,
                writer=writer,
                left=left,
                accepted=accepted,
            )
        except compaction.NotOnDisk as error:
            self._generation = error.generation
            old.file.close()
            self.read_only = Sentence(FAILED)
            raise
        except Damaged:
            self.read_only = Sentence(BROKEN)
            raise
        old.file.close()
        self._remembered()
