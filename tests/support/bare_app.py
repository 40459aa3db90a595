"""An app with one widget or one dialog, in the program's own style sheets."""

from pathlib import Path

from textual.app import App, ComposeResult
from textual.widget import Widget

import edtui.tui
from edtui.tui.commands.keys import key_name
from edtui.tui.dialogs.confirm import Confirm
from edtui.tui.surroundings import Surroundings
from edtui.tui.themes import THEMES

STYLES = sorted((Path(edtui.tui.__file__).parent / "styles").glob("*.tcss"))


class Asks:
    """What nodes with commands want of their app."""

    def say_refused(self, why):
        self.notify(why, severity="warning", markup=False)

    def ask_first(self, question, verb, do):
        async def answered(sure):
            if sure:
                await do()

        self.push_screen(Confirm(question, verb), answered)


class BareApp(Asks, App[None]):
    """Shows ``widget`` and keeps every message of the kinds in ``listening``."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, *widgets: Widget, ascii_only: bool = False, theme: str = "") -> None:
        super().__init__(css_path=[str(path) for path in STYLES])
        self.widgets = widgets
        self.surroundings = Surroundings(ascii=ascii_only)
        self.started_with = theme
        self.heard: list[object] = []

    def compose(self) -> ComposeResult:
        yield from self.widgets

    def on_mount(self) -> None:
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = self.started_with or "dark"

    def on_record_table_row_highlighted(self, event) -> None:
        self.heard.append(event)

    def on_record_table_row_chosen(self, event) -> None:
        self.heard.append(event)

    def on_record_table_load_failed(self, event) -> None:
        self.heard.append(event)


def lines(app: App[None]) -> list[str]:
    """Give what stands on the screen, a line a string, trailing spaces off."""
    strips = app.screen._compositor.render_strips()
    return ["".join(s.text for s in strip).rstrip() for strip in strips]


async def type_fast(pilot, *keys: str) -> None:
    """Press keys without waiting for the screen after each one."""
    from textual import events

    for key in keys:
        char = " " if key == "space" else key if len(key) == 1 else None
        pilot.app.post_message(events.Key(key_name(key), char))
    await pilot.pause()
