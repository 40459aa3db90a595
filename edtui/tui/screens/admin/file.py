"""The file itself: how large, how often written anew, when it was last checked."""

from typing import TYPE_CHECKING

from edtui.desk import backups, health
from edtui.desk.vault_of import vault_of
from edtui.errors import N_, Sentence
from edtui.locale import _, dates, numbers, say
from edtui.records.log_entry import Event
from edtui.tui.commands.admin import FILE
from edtui.tui.screens.admin.area import Area, Fact
from edtui.tui.screens.admin.sizes import size_in_words
from edtui.tui.surroundings import marks
from edtui.tui.widgets.rows import Row
from edtui.tui.widgets.table_columns import Column

if TYPE_CHECKING:
    from edtui.vault.report import Report


class FileArea(Area):
    """A list of facts."""

    WHERE = FILE
    NAME = "file"
    TITLE = N_("The file")
    ROLES = frozenset({"coordinator", "confidant", "auditor"})
    EMPTY = Sentence(N_("The file cannot be looked at now."))
    COLUMNS = (
        Column("what", N_("What"), min=14, max=26, priority=9, sorts=False),
        Column("told", N_("How it is"), min=30, max=90, priority=8, sorts=False),
    )
    WRITES = frozenset({"compact"})

    def read(self) -> list[Fact]:
        """Give the facts."""
        info = vault_of(self.desk).info()
        upkeep, now = backups.upkeep(self.desk), self.desk.clock.now()
        checked = upkeep.last_verify
        dot = f" {marks(self.app).between} "
        since = _("{size}, {count} frames in all").format(
            size=size_in_words(info.journal), count=numbers.count(info.sequence)
        )
        facts: list[Fact] = [
            (_("Stands in"), str(info.path)),
            (_("Seal"), dot.join(info.seal)),
            (_("Size"), size_in_words(info.size)),
            (_("Written anew"), _("{count} times").format(count=numbers.count(info.generation))),
            (_("Since then"), since),
            (_("Last verified"), dates.ago(checked, now) if checked else _("not yet")),
            (_("Records"), numbers.count(sum(info.documents.values()))),
            (_("A guess costs"), _("{size} of memory").format(
                size=size_in_words(info.kdf.memory * 1024))),
        ]  # fmt: skip
        if info.read_only is not None:
            facts.insert(0, (_("Only read"), say(info.read_only)))
        notices = [(_("Noticed"), say(one)) for one in vault_of(self.desk).notices]
        return [*facts, *notices]

    def row(self, at: int, item: Fact) -> Row:
        """Give a fact's line."""
        return Row(at + 1, list(item))

    def facts(self, item: Fact) -> list[Fact]:
        """Give it in full: a path can be long."""
        return [item] if len(item[1]) > 40 else []

    def action_verify(self) -> None:
        """Check every byte and every record."""
        told = _("Every byte, signature and record is checked")
        self.do(told, lambda: health.verify_all(self.desk), self._verified)

    def _verified(self, report: "Report") -> None:
        if report.unsigned:
            told = _("All {count} frames hold, each in its place.")
        else:
            told = _("All {count} frames hold, each in its place and signed by who wrote it.")
        said = told.format(count=numbers.count(report.frames))
        if report.unseen:
            more = _("{count} of them are of parts for which you have no key.")
            said += " " + more.format(count=numbers.count(report.unseen))
        self.app.notify(said, timeout=15)
        if report.unsigned:
            names = ", ".join(report.unsigned)
            said = _("Not signed, named {name}").format(name=names) + ". " + say(health.UNSIGNED)
            self.app.notify(said, severity="warning", timeout=30)
        if report.overstepped:
            names = ", ".join(report.overstepped)
            said = _("Written where they may only read: {names}.").format(names=names)
            self.app.notify(said, severity="error", timeout=30)

    def action_compact(self) -> None:
        """Write the file anew."""

        def compact() -> None:
            vault_of(self.desk).compact()
            self.desk.log.write(Event.COMPACT)

        told = _("The file is written anew")
        self.do(told, compact, lambda _result: self.app.notify(_("The file was written anew.")))
