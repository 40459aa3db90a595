"""The path of a file that there may be."""

from collections.abc import Collection

from edtui.tui.screens.people.path_field import PathField


class MaybePath(PathField):
    """A path that may stay empty; then it reads as an empty text.

    Args:
        key: name of the field.
        label: message id.
        help: message id.
        endings: of files that are offered, with their dot; none: folders only.
    """

    def __init__(self, key: str, label: str, *, help: str, endings: Collection[str] = ()) -> None:
        super().__init__(key, label, endings=endings, help=help)
        self.required = False

    def read(self) -> str:
        """Give the path; empty where none was typed."""
        return "" if self.is_empty else super().read()
