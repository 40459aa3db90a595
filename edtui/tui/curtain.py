"""The curtain: names become initials on every screen, for a projector."""

from typing import Any


def initials(name: str) -> str:
    """Give a name as initials: "Riet van Dam" becomes "R.v.D."; an empty one stays empty."""
    return "".join(f"{word[0]}." for word in name.split() if word)


def shown_name(app: Any, name: str) -> str:
    """Give a person's name as it may be seen now. Every widget that shows a name asks here.

    Args:
        app: the running app; one without a curtain (in a test) shows names.
        name: the person's name, any length.
    """
    return initials(name) if getattr(app, "curtain", False) else name
