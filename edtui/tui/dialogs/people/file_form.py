"""Asks for the path of a file; enter goes on."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from edtui.errors import N_, Sentence
from edtui.locale import _
from edtui.tui.commands.importing import FILE
from edtui.tui.dialogs.form import Form, Section
from edtui.tui.screens.people.path_field import PathField
from edtui.tui.widgets.fields import Field

LISTS = (".xlsx", ".xlsm", ".csv", ".txt", ".tsv")


class FileForm(Form):
    """One path; its result is what ``save`` gives, or the path."""

    WHERE = FILE

    def action_close(self) -> None:
        """Leave: a name of a file is soon typed again."""
        self.dismiss(None)

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
        check=_is_there,
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


def _is_there(values: Mapping[str, Any]) -> dict[str, Sentence]:
    """Say that nothing is there to be read."""
    path = str(values.get("path") or "")
    try:
        missing = bool(path) and not Path(path).is_file()
    except (OSError, ValueError):  # too long for a name, or signs that no name has
        missing = True
    return {"path": Sentence(N_("There is no file with that name."))} if missing else {}
