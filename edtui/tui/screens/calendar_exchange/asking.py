"""Asks which calendar file comes in."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from edtui.errors import N_, Sentence
from edtui.locale import _
from edtui.tui.dialogs.form import Section
from edtui.tui.dialogs.people.file_form import FileForm
from edtui.tui.screens.people.path_field import PathField

CALENDARS = (".ics", ".ical", ".ifb")


def ask_calendar() -> FileForm:
    """Ask which calendar to take over; its result is a `Path`."""
    field = PathField(
        "path",
        N_("File"),
        endings=CALENDARS,
        help=N_("a calendar (.ics), such as ~/Downloads/agenda.ics"),
    )
    return FileForm(
        _("Take a calendar over"),
        [Section("", [field])],
        save=lambda values: Path(values["path"]),
        check=_is_there,
        small=True,
    )


def _is_there(values: Mapping[str, Any]) -> dict[str, Sentence]:
    path = str(values.get("path") or "")
    try:
        missing = bool(path) and not Path(path).is_file()
    except (OSError, ValueError):  # too long for a name, or signs that no name has
        missing = True
    return {"path": Sentence(N_("There is no file with that name."))} if missing else {}
