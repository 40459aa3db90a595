"""A field for the path of a file: what is typed is completed from the folder it names."""

import os
from collections.abc import Collection
from pathlib import Path

from textual.widgets import Input

from edtui.tui.widgets.fields import Option, PickField

MOST = 40
"""Names that are offered at once."""


class PathField(PickField):
    """The path of a file, typed. Nothing of the disk shows before something is typed.

    Args:
        key: name of the field.
        label: message id.
        endings: of files that are offered, with their dot; none: folders only.
        help: message id.
    """

    def __init__(
        self, key: str, label: str, *, endings: Collection[str] = (), help: str = ""
    ) -> None:
        super().__init__(
            key, label, help=help, required=True, narrowing=self.complete, word_for=str
        )
        self.endings = endings

    def read(self) -> str:
        """Give what was typed, with the person's own folder written out."""
        return str(Path(self.input.value.strip()).expanduser())

    def complete(self, typed: str) -> list[Option]:
        """Give the folders and files that go on as typed."""
        if not typed.strip():
            return []
        before, _line, begun = typed.rpartition("/")
        folder = Path(f"{before}/").expanduser() if "/" in typed else Path.cwd()
        found = []
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    name = entry.name
                    if not name.casefold().startswith(begun.casefold()):
                        continue
                    if name.startswith(".") and not begun.startswith("."):
                        continue
                    start = f"{before}/" if "/" in typed else ""
                    if entry.is_dir():
                        found.append(Option(f"{start}{name}/", f"{name}/"))
                    elif Path(name).suffix.lower() in self.endings:
                        found.append(Option(f"{start}{name}", name))
        except (OSError, ValueError):  # no such folder, or not for this person: nothing to offer
            return []
        return sorted(found, key=lambda one: one.label.casefold())[:MOST]

    def take(self, at: int) -> None:
        """Take a name; a folder opens what is in it."""
        if at >= len(self._found):
            return
        path = self._found[at].code
        self._write(path, path)
        if path.endswith("/"):
            self.open_list(path)
        else:
            self.list.close()
        self.edited()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Complete what was typed; a whole path needs no list."""
        super().on_input_changed(event)
        event.prevent_default()  # the same again is not wanted: Textual calls that one by itself
        self.code = self.input.value
        if [one.code for one in self._found] == [self.input.value]:
            self.list.close()
