"""When nothing can be written any more: say so once, and offer a copy in another folder."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from edtui.errors import N_, Sentence
from edtui.locale import _
from edtui.tui.dialogs.ask import Ask
from edtui.tui.dialogs.form import Section
from edtui.tui.dialogs.people.file_form import FileForm
from edtui.tui.screens.people.path_field import PathField

if TYPE_CHECKING:
    from edtui.tui.desk_open import DeskOpen

COPY, READ = "copy", "read"


def tell_read_only(app: "DeskOpen", why: Sentence) -> None:
    """Say why nothing can be saved from now on, and offer the copy."""
    question = Sentence(
        N_(
            "Nothing can be saved any more: {why} What was saved before is safe. A rescue copy "
            "holds all of it and can stand on another disk or stick."
        ),
        {"why": why},
    )
    answers = [(READ, N_("go on reading")), (COPY, N_("make a rescue copy"))]

    def answered(answer: str | None) -> None:
        if answer == COPY:
            ask_rescue(app)

    app.push_screen(Ask(question, answers), answered)


def ask_rescue(app: "DeskOpen") -> None:
    """Ask for a folder, and copy everything that is saved there, verified."""
    desk = app.desk
    if desk is None:
        return

    def write(values: dict[str, Any]) -> Path:
        from edtui.desk.vault_of import vault_of
        from edtui.vault.backup import make_backup

        made = make_backup(vault_of(desk).log, Path(values["folder"]), desk.clock.today())
        return made.path

    def done(path: Path | None) -> None:
        if path is not None:
            app.notify(_("The copy stands in {file}.").format(file=path), timeout=15)

    help_ = N_("a folder on another disk or stick, such as /media/stick")
    app.push_screen(
        FileForm(
            _("Rescue copy"),
            [Section("", [PathField("folder", N_("Folder"), help=help_)])],
            save=write,
            small=True,
        ),
        done,
    )
