"""Which keys every terminal passes, and how a key is written for a person."""

import string

from edtui.errors import N_
from edtui.locale import _
from edtui.tui.textual_inside import key_named

PRINTABLE = string.ascii_letters + string.digits + "/?!.,;:+-*=<>[]()'\"#%&@_"

NOT_CTRL = frozenset("bhijmz")
"""With ctrl these are tmux's prefix, backspace, tab, enter, enter, suspend."""

NAMED = (
    "enter",
    "escape",
    "tab",
    "shift+tab",
    "space",
    "backspace",
    "delete",
    "up",
    "down",
    "left",
    "right",
    "home",
    "end",
    "pageup",
    "pagedown",
)

_SHOWN = {
    "escape": N_("esc"),
    "enter": N_("enter"),
    "space": N_("space"),
    "tab": N_("tab"),
    "shift+tab": N_("shift+tab"),
    "backspace": N_("backspace"),
    "delete": N_("del"),
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "home": N_("home"),
    "end": N_("end"),
    "pageup": "pgup",
    "pagedown": "pgdn",
}


def _universal() -> frozenset[str]:
    signs = {key_name(sign) for sign in PRINTABLE}
    ctrl = {f"ctrl+{letter}" for letter in string.ascii_lowercase if letter not in NOT_CTRL}
    return frozenset(signs | ctrl | set(NAMED) | {f"f{number}" for number in range(1, 11)})


def key_name(key: str) -> str:
    """Give Textual's name of a key: ``?`` becomes ``question_mark``."""
    return key_named(key) if len(key) == 1 else key


def passes_everywhere(key: str) -> bool:
    """Tell whether every terminal passes this key (Textual's FAQ, less what consoles take)."""
    return key_name(key) in UNIVERSAL


def is_plain_sign(key: str) -> bool:
    """Tell whether the key is a sign that a text field would take."""
    name = key_name(key)
    return name == "space" or name in _SIGNS


def shown_key(key: str, *, short: bool = False) -> str:
    """Give a key as a person reads it: ``ctrl+f``, or ``^f`` when short; ``/``; ``esc``."""
    name = key_name(key)
    if name in _SHOWN:
        return _(_SHOWN[name])
    if name in _SIGNS:
        return _SIGNS[name]
    if short and name.startswith("ctrl+"):
        return "^" + name.removeprefix("ctrl+")
    return name


_SIGNS = {key_name(sign): sign for sign in PRINTABLE}
UNIVERSAL = _universal()
