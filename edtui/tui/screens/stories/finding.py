"""The plain way to narrow the list: words of the title, the summary and the narrator."""

from collections.abc import Sequence

from edtui.desk import folding
from edtui.desk.story_rows import StoryRow
from edtui.tui.screens.stories.plug import Found
from edtui.tui.screens.stories.tools import StoryTools


class Plain:
    """Looks at what the list shows."""

    def find(self, tools: StoryTools, typed: str, rows: Sequence[StoryRow]) -> Found:
        """Give the stories that have all the words."""
        words = folding.words(typed)
        if not words:
            return Found(rows, {})
        names: dict[tuple[int, str], str] = {}

        def has(row: StoryRow) -> bool:
            if folding.has_all(row.sought, words):
                return True
            of = (row.narrator_id, row.alias)
            if of not in names:
                names[of] = folding.searchable(tools.narrator_of(*of))
            return folding.has_all(f"{row.sought} {names[of]}", words)

        return Found([row for row in rows if has(row)], {})

    def words(self, tools: StoryTools) -> str:  # noqa: ARG002  the protocol's
        """Nothing else narrows it."""
        return ""

    def widen(self) -> bool:
        """There is nothing to take away."""
        return False
