"""Backups: where they stand, how old, until when; making, trying and putting back one."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from edtui.desk import backups
from edtui.errors import N_, Sentence
from edtui.locale import _, dates, ngettext, numbers
from edtui.tui.commands.admin import BACKUPS, DESK
from edtui.tui.dialogs.form import Form, Section
from edtui.tui.screens.admin import restoring
from edtui.tui.screens.admin.area import Area, Fact
from edtui.tui.screens.admin.sizes import size_in_words, size_of
from edtui.tui.widgets.fields import LinesField, NumberField, YesNoField
from edtui.tui.widgets.rows import Row, Toned
from edtui.tui.widgets.table_columns import Column

if TYPE_CHECKING:
    from edtui.vault.backups import Folder, Kept, Made
    from edtui.vault.looking import Trial

Item = tuple["Folder", "Kept | None", int]
"""A folder, one of its backups (None for a folder without any), and its size in bytes."""


class BackupsArea(Area):
    """The list of backups, folder by folder."""

    WHERE = BACKUPS
    NAME = "backups"
    TITLE = N_("Backups")
    ROLES = DESK
    EMPTY = Sentence(
        N_("There is no folder for backups yet. {key} chooses one; best on a stick or other disk."),
        {"key": "f"},
    )
    COLUMNS = (
        Column("day", N_("Made"), min=11, max=20, priority=9),
        Column("age", N_("Age"), min=9, max=16, priority=7),
        Column("size", N_("Size"), min=6, max=10, priority=5, right=True),
        Column("until", N_("Kept until"), min=10, max=16, priority=3),
        Column("folder", N_("Folder"), min=10, max=40, priority=6),
    )
    WRITES = frozenset({"plan", "put_back"})
    NEEDS_ROW = frozenset({"put_back", "try_it"})
    _last = ""
    _trial = ""

    def read(self) -> list[Item]:
        """Give every backup, with the folders that have none."""
        self._last, self._trial = self._about()
        found: list[Item] = []
        for folder in backups.folders(self.desk):
            found += [(folder, kept, size_of(folder.path / kept.name)) for kept in folder.backups]
            if not folder.backups:
                found.append((folder, None, 0))
        return found

    def row(self, at: int, item: Item) -> Row:
        """Give a backup's line."""
        folder, kept, size = item
        where = Toned(folder.path, "" if folder.present else "quiet")
        if kept is None:
            none = _("no backup yet") if folder.present else _("not here now")
            return Row(at + 1, [Toned(none, "attention"), "", "", "", where], mark="!")
        today = self.desk.clock.today()
        day = kept.dated.day
        cells = [
            dates.full_day(day),
            dates.relative(day, today),
            size_in_words(size) if size else "",
            dates.short_day(kept.until),
            where,
        ]
        return Row(at + 1, cells, dim=not folder.present)

    def known_by(self, item: Item) -> object:
        """Give which file it is."""
        folder, kept, _size = item
        return folder.path, kept.name if kept is not None else ""

    def facts(self, item: Item) -> Iterable[Fact]:
        """Tell what opens it, and what it holds."""
        folder, kept, _size = item
        if not folder.present:
            yield _("Folder"), _("not here now; what stands here was there last")
        if kept is not None:
            yield _("File"), kept.name
            opens = {
                True: _("the passphrase of today"),
                False: _("the passphrase of that day"),
                None: _("not known: it cannot be read now"),
            }
            yield _("Opens with"), opens[kept.same_passphrase]
            if folder.current and kept is folder.backups[0]:
                yield _("Holds"), _("everything that is saved")
        yield _("Tried"), self._trial

    def lead(self) -> str:
        """Say when the last one was made, and the plan."""
        plan = backups.plan(self.desk)
        if not plan.folders:
            return ""
        every = ngettext("every hour", "every {count} hours", plan.every_hours)
        said = every.format(count=plan.every_hours)
        if plan.after_lock:
            said = _("{often} and at each lock").format(often=said)
        made = _("Made {often}.").format(often=said)
        return f"{self._last} {made}"

    def _about(self) -> tuple[str, str]:
        now = self.desk.clock.now()
        last = backups.last_good(self.desk)
        if last is None:
            said = _("There is no backup yet.")
        else:
            said = _("The last good one: {when}.").format(when=dates.ago(last, now))
        tried = backups.upkeep(self.desk).last_trial
        told = _("not yet; {key} tries the one under the cursor").format(key="t")
        return said, dates.ago(tried, now) if tried else told

    def action_now(self) -> None:
        """Make one in every folder."""
        if not backups.plan(self.desk).folders:
            self.action_plan()
            return
        self.do(
            _("The backup is made and read back"), lambda: backups.back_up(self.desk), self.made
        )

    def made(self, result: "list[Made]") -> None:
        """Say what came of each folder."""
        from edtui.locale import explain

        for one in result:
            if one.trouble is not None:
                said = f"{one.folder}: {explain(one.trouble)}"
                self.app.notify(said, severity="error", timeout=15)
            elif one.backup is None:
                said = _("{folder} is not here now.").format(folder=one.folder)
                self.app.notify(said, severity="warning")
            else:
                self.app.notify(_("Backup made in {folder}.").format(folder=one.folder))
        self.shell.door.look_after(self.desk)

    def action_plan(self) -> None:
        """Choose folders and times."""
        plan = backups.plan(self.desk)
        more = N_("whole paths, one a line, such as /media/stick/edtui; a stick may come and go")
        fields = [
            LinesField("folders", N_("Folders"), help=more),
            NumberField("every_hours", N_("Hours between"), least=1, most=168, whole=True,
                        required=True),
            YesNoField("after_lock", N_("At each lock too")),
        ]  # fmt: skip

        def save(values: dict[str, Any]) -> bool:
            backups.change_plan(
                self.desk,
                folders=[Path(one).expanduser() for one in values["folders"]],
                every_hours=values["every_hours"],
                after_lock=bool(values["after_lock"]),
            )
            return True

        stored = dict(plan)
        form = Form(_("Backups"), [Section("", fields)], stored=stored, save=save, small=True)
        self.app.push_screen(form, self._planned)

    def _planned(self, saved: bool | None) -> None:
        if saved:
            self.reload()

    def action_try_it(self) -> None:
        """Open a backup and read all of it."""
        folder, kept, _size = self.current
        if kept is None or not folder.present:
            self.app.notify(_("There is nothing here to read now."), severity="warning")
            return
        path = folder.path / kept.name
        told = _("The backup is read from its first byte to its last")
        self.do(told, lambda: backups.try_backup(self.desk, path), self._tried)

    def _tried(self, trial: "Trial") -> None:
        count = numbers.count(sum(trial.documents.values()))
        self.app.notify(_("It is whole: {count} records were read.").format(count=count))

    def action_put_back(self) -> None:
        """Show what putting a backup back would change, then ask."""
        folder, kept, _size = self.current
        if kept is None or not folder.present:
            self.app.notify(_("There is nothing here to put back now."), severity="warning")
            return
        restoring.compare_and_ask(self, folder.path / kept.name, kept.dated.day)
