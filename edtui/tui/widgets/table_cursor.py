"""The cursor of a list: it stays on its record when the rows around it change."""

from edtui.tui.widgets.rows import RowSource

_NEIGHBOURS = (1, 2, -1, 3, -2, 4, 5)
"""Where to go when the record under the cursor is gone: below first, as after a removal."""


class TableCursor:
    """Where the cursor is: a position (from 0) and the number of the record there."""

    def __init__(self) -> None:
        self.index = 0
        self.number: int | None = None
        self._near: list[int] = []

    def put(self, source: RowSource, index: int) -> bool:
        """Go to a position, as near as there is one; tell whether there is any."""
        count = len(source)
        if not count:
            self.index, self.number, self._near = 0, None, []
            return False
        self.index = max(0, min(index, count - 1))
        self.number = source.row(self.index).number
        beside = (self.index + step for step in _NEIGHBOURS)
        self._near = [source.row(at).number for at in beside if 0 <= at < count]
        return True

    def follow(self, source: RowSource) -> bool:
        """Go where the record is in other rows, or where the nearest of its neighbours is.

        Returns:
            Whether one of them was found; else the cursor stands on the first row.
        """
        wanted = [] if self.number is None else [self.number, *self._near]
        for number in wanted:
            index = source.position_of(number)
            if index is not None:
                self.put(source, index)
                return True
        self.put(source, 0)
        return False
