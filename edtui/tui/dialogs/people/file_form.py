"""Asks for the path of a file; enter goes on."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from edtui.errors import N_
from edtui.locale import _
from edtui.tui.dialogs.form import Form, Section
from edtui.tui.screens.people.path_field import PathField
from edtui.tui.widgets.fields import Field

LISTS = (".xlsx", ".xlsm", ".csv", ".txt", ".tsv")


class FileForm(Form):
    """One path; its result is what ``save`` gives, or the path."""

    def on_field_done(self, event: Field.Done) -> None:
        """Go on at enter."""
        event.stop()
        self.action_save()


def ask_list() -> FileForm:
    """Ask which list to take in; its result is a `Path`."""
    help_ = N_("a spreadsheet (.xlsx) or a csv file, such as ~/Documents/team.xlsx")
    field = PathField("path", N_("File"), endings=LISTS, help=help_)
    return FileForm(
        _("Take people in from a list"),
        [Section("", [field])],
        save=lambda values: Path(values["path"]),
        small=True,
    )


def ask_new(start: Path, write: Callable[[Path], Any]) -> FileForm:
    """Ask where to write, with a proposal; its result is what ``write`` gives."""
    field = PathField("path", N_("File"), help=N_("a new file; nothing is ever overwritten"))
    return FileForm(
        _("Write the rows that were not taken"),
        [Section("", [field])],
        stored={"path": str(start)},
        save=lambda values: write(Path(values["path"])),
        small=True,
    )
