"""Writing a long text on the whole screen: nothing else in sight, nothing lost.

What is typed is kept, sealed, every two seconds by whoever opened it; nothing of it touches a
temporary file.
"""

from edtui.tui.screens.writing.screen import Writing, write

__all__ = ["Writing", "write"]
