"""Why something was not saved, in words; where another terminal is writing, who sits there."""

from typing import Any

from edtui.errors import N_, EdtuiError, Sentence
from edtui.locale import explain, say
from edtui.tui.curtain import shown_name

_WRITING = N_("{name} is writing at another terminal. Try again in a moment.")


def explained(app: Any, error: EdtuiError) -> str:
    """Give what an error says, and for a lock that is held the name of who holds it."""
    from edtui.vault.errors import Locked

    if isinstance(error, Locked):
        name = _at_process(app, str(error.params.get("holder", "")))
        if name:
            return say(Sentence(_WRITING, {"name": shown_name(app, name)}))
    return explain(error)


def _at_process(app: Any, holder: str) -> str:
    """Give the name of who sits at a process (``process@machine``); empty where nobody knows."""
    from edtui.desk.terminals import terminals
    from edtui.desk.users import user_names

    desk = getattr(app, "desk", None)
    path = getattr(getattr(desk, "vault", None), "path", None)
    process = holder.partition("@")[0]
    if desk is None or path is None or not process.isdigit():
        return ""
    for one in terminals(path):
        if one.process == int(process):
            return user_names(desk).get(one.user_id, "")
    return ""
