"""How what is said in a meeting may be seen now: the curtain hides names, also within texts."""

from functools import partial
from typing import Any

from edtui.desk.minutes import Seen
from edtui.tui.curtain import shown_name, shown_text


def seen_by(app: Any) -> Seen:
    """Give names and texts as the curtain of ``app`` lets them be seen."""
    return Seen(partial(shown_name, app), partial(shown_text, app))
