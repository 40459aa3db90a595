"""Asks where hours or a claim are written."""

from pathlib import Path

from edtui.errors import N_
from edtui.tui.dialogs.form import Section
from edtui.tui.dialogs.people.file_form import FileForm
from edtui.tui.screens.people.path_field import PathField


def ask_file(title: str, start: Path) -> FileForm:
    """Ask for a new file, with a proposal; its result is a `Path`.

    Args:
        title: what goes out (translated).
        start: the proposal.
    """
    field = PathField(
        "path", N_("File"), help=N_("a new .xlsx or .csv; nothing is ever overwritten")
    )
    return FileForm(
        title,
        [Section("", [field])],
        stored={"path": str(start)},
        save=lambda values: Path(values["path"]),
        small=True,
    )
