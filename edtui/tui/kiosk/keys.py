"""The keys that a kiosk answers to. Everything else that a terminal can send does nothing."""

from typing import Final

OUT: Final = ("f4", "ctrl+l")
"""Sign out, at once, wherever one is."""

MOVING: Final = frozenset(
    {"up", "down", "left", "right", "home", "end", "pageup", "pagedown", "enter", "escape"}
)
EDITING: Final = frozenset({"backspace", "delete"})
NUMBERS: Final = frozenset("0123456789")

ALLOWED: Final = MOVING | EDITING | frozenset(OUT)
"""Keys with a name; besides these only signs that can be typed."""


def taken(key: str, sign: str | None) -> tuple[str, str] | None:
    """Give the key and the sign that it types if the kiosk takes it, else None."""
    if key in ALLOWED:
        return key, ""
    if key in ("tab", "shift+tab"):
        return ("down" if key == "tab" else "up"), ""
    typed = sign or ""
    if len(typed) == 1 and typed.isprintable() and not key.startswith(("ctrl+", "alt+")):
        return key, typed
    return None
