"""The few places where Textual offers no public road; a test holds each of them to 8.2."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rich.text import Text
from textual._context import visible_screen_stack
from textual.app import App
from textual.filter import Monochrome, NoColor
from textual.keys import _character_to_key
from textual.notifications import Notification, SeverityLevel
from textual.screen import Screen

_BY_WEIGHT = ("information", "warning", "error")


def make_room(app: App[Any], text: str, most: int) -> None:
    """Take toasts away so that with a new one, ``text``, no more than ``most`` stand.

    One that says the same goes first, then the lightest, of these the oldest.
    """
    standing = list(app._notifications)
    same = [one for one in standing if one.message == text]
    others = [one for one in standing if one.message != text]
    others.sort(key=lambda one: (_BY_WEIGHT.index(one.severity), one.raised_at))
    for one in same + others[: max(0, len(others) + 1 - most)]:
        del app._notifications[one]


def toast_in_place(
    app: App[Any], before: Notification | None, text: str, severity: SeverityLevel
) -> Notification:
    """Show a toast as `App.notify` does, in the place of one that may still stand; give it."""
    shown = Notification(text, "", severity, app.NOTIFICATION_TIMEOUT, markup=False)
    if before is not None:
        del app._notifications[before]
    app._notifications.add(shown)
    app._refresh_notifications()
    return shown


def key_named(sign: str) -> str:
    """Give Textual's name of a printable sign: ``?`` is ``question_mark``."""
    return _character_to_key(sign)


def all_screens(app: App[Any]) -> list[Screen[Any]]:
    """Give the screens of every mode, dialogs included, the topmost of each mode first."""
    return [screen for stack in app._screen_stacks.values() for screen in reversed(stack)]


def is_going(screen: Screen[Any]) -> bool:
    """Say whether a screen was taken away, perhaps before it was made."""
    return screen._closing or screen._pruning


def base_screen(app: App[Any], mode: str) -> Screen[Any] | None:
    """Give the screen at the bottom of a mode, or None when the mode was not shown yet."""
    stack = app._screen_stacks.get(mode)
    return stack[0] if stack else None


def known_modes(app: App[Any]) -> list[str]:
    """Give the names of all modes of ``app``."""
    return list(app._modes)


def styled_from_the_start(app: App[Any], screen: Screen[Any]) -> Screen[Any]:
    """Give ``screen`` as one for which the style sheets that are read already need no new reading.

    Textual reads them all once more for the first screen of a mode: 25 ms before anything is seen.
    """
    screen._css_update_count = app._css_update_count
    return screen


def remember_failure(app: App[Any], error: Exception) -> None:
    """Do what `App._handle_exception` does before it shows anything: tests learn of the error."""
    app._return_code = 1
    if app._exception is None:
        app._exception = error
        app._exception_event.set()


def close_with_page(app: App[Any], text: str) -> None:
    """Leave the screen and print ``text`` on the terminal that comes back."""
    from rich.segment import Segments

    page = Text(text, no_wrap=True, overflow="ignore")
    rendered = app.console.render(page, app.console.options)
    app._exit_renderables[:] = [Segments(rendered)]
    app._close_messages_no_wait()


def close_quietly(app: App[Any]) -> None:
    """Leave the screen without a word on the terminal that comes back."""
    app._exit_renderables.clear()
    app._close_messages_no_wait()


def drop_colours(app: App[Any]) -> None:
    """Take all colours away where NO_COLOR asks that and the theme is the terminal's.

    Textual chooses how before any theme is put on, and chooses greys for truecolor then: they make
    the terminal's own colours black on black.
    """
    app._filters[:] = [NoColor() if isinstance(one, Monochrome) else one for one in app._filters]


def keep_inside(app: App[Any], text: str) -> None:
    """Put text on the program's own clipboard; the terminal's is never written."""
    app._clipboard = text


def forget_measured_text() -> None:
    """Drop the texts that rich and Textual keep beside their width."""
    from rich import cells

    cells.cached_cell_len.cache_clear()


def remember_styles(app: App[Any]) -> None:
    """Keep every parsed style sheet.

    Textual keeps 64 of them, and this program has more: each new kind of widget would have all of
    them parsed again, for tens of milliseconds.
    """
    app.stylesheet._parse_cache.grow(1024)


def read_styles(app: App[Any], sheets: Sequence[Path]) -> None:
    """Read style sheets besides those that a running program has, as if it had begun with them.

    The order of sheets counts where rules are of one weight, so those read before are put in
    their place among these.
    """
    style = app.stylesheet
    before = dict(style.source)
    style.source.clear()
    style.read_all(sheets)
    style.source.update({place: css for place, css in before.items() if place not in style.source})
    style.parse()  # those that were read before are kept: they are not read again
    for screen in all_screens(app):
        style.update(screen)


def forget_painted() -> None:
    """Let go of the screens below the one that this task painted last.

    Textual keeps them in a context variable, and a task takes over those of the task that made it:
    the unlock screen would keep the screen alive that was locked.
    """
    visible_screen_stack.set([])


def to_terminal(app: App[Any], name: str) -> None:
    """Call a method of the driver where it is `edtui.tui.kept_terminal.KeptTerminal`."""
    method = getattr(app._driver, name, None)
    if method is not None:
        method()
