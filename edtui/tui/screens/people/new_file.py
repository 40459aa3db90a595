"""A text goes out to a new file: asked where to, written in a thread, told what came of it."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from textual.screen import Screen

from edtui.errors import N_, EdtuiError, Sentence
from edtui.locale import explain
from edtui.tui.dialogs.form import Form, Section
from edtui.tui.screens.people.path_field import PathField


def ask_new_file(
    screen: Screen[Any], title: str, name: str, write: Callable[[Path], None], said: str
) -> None:
    """Ask where to, then write it.

    Args:
        screen: on which the key was pressed.
        title: what goes out (translated).
        name: proposed for the file (translated).
        write: writes it; called in a thread.
        said: after that (translated), with ``{file}``.
    """

    def asked(path: Path | None) -> None:
        if path is not None:
            leave(screen, lambda: write(path), said.format(file=path.name))

    screen.app.push_screen(new_file_form(title, name), asked)


def leave(screen: Screen[Any], act: Callable[[], None], said: str) -> None:
    """Let something out in a thread, then say so; or say why it could not."""
    app = screen.app

    def run() -> None:
        try:
            act()
        except EdtuiError as error:
            app.call_from_thread(app.notify, explain(error), severity="warning", markup=False)
        else:
            app.call_from_thread(app.notify, said, markup=False)

    screen.run_worker(run, thread=True, group="paper", exit_on_error=False)


def new_file_form(title: str, name: str) -> Form:
    """Make the small form of where a text is written; its result is the path.

    Args:
        title: what goes out (translated).
        name: proposed for the file (translated). No name of a person in it: a name of a file
            stands in more places than the file.
    """
    fields = [PathField("path", N_("File"), help=N_("a new file; nothing is ever overwritten"))]

    def save(values: Mapping[str, Any]) -> Path:
        return Path(values["path"])

    return Form(
        title,
        [Section(N_("Readable for whoever has the file"), fields)],
        stored={"path": str(Path.home() / name)},
        save=save,
        check=path_says,
        small=True,
    )


def path_says(values: Mapping[str, Any]) -> dict[str, Sentence]:
    """Give what is wrong with the name of a new file, before anything goes out."""
    path = str(values.get("path") or "")
    try:
        if path and Path(path).exists():
            return {"path": Sentence(N_("There is a file with that name already."))}
        # Said here, not after the log has that something went out.
        if path and not Path(path).parent.is_dir():
            return {"path": Sentence(N_("There is no folder with that name."))}
    except (OSError, ValueError):  # too long for a name, or signs that no name has
        return {"path": Sentence(N_("A file cannot have that name."))}
    return {}
