"""Calm themes: one accent colour, one colour for "look here", and grounds that differ a little."""

from typing import Any

from textual.app import App
from textual.theme import BUILTIN_THEMES, Theme

from edtui.errors import N_
from edtui.tui import textual_inside
from edtui.tui.surroundings import Surroundings


def _theme(
    name: str,
    *,
    dark: bool,
    background: str,
    surface: str,
    panel: str,
    text: str,
    muted: str,
    disabled: str,
    accent: str,
    look: str,
    error: str,
) -> Theme:
    """Make a true-colour theme from ten colours (hexadecimal).

    Args:
        name: what the settings file calls it.
        dark: light text on a dark ground.
        background: of the screen.
        surface: of a field to type in.
        panel: of the line under the cursor, and of toasts.
        text: what is read.
        muted: what is there if one looks for it.
        disabled: a key that cannot be used now.
        accent: where one is.
        look: "look here", always with a word or a mark beside it.
        error: what is wrong with what was typed.
    """
    return Theme(
        name=name,
        dark=dark,
        primary=accent,
        secondary=accent,
        accent=accent,
        warning=look,
        error=error,
        success=accent,
        foreground=text,
        background=background,
        surface=surface,
        panel=panel,
        boost=surface,
        variables={
            "text": text,
            "text-muted": muted,
            "text-disabled": disabled,
            "foreground-muted": muted,
            "foreground-disabled": disabled,
            "text-accent": accent,
            "text-primary": accent,
            "text-warning": look,
            "text-error": error,
            "border": accent,
            "border-blurred": panel,
            "block-cursor-background": panel,
            "block-cursor-foreground": text,
            "block-cursor-text-style": "bold",
            "block-cursor-blurred-background": surface,
            "block-cursor-blurred-foreground": text,
            "block-hover-background": surface,
            "input-cursor-background": text,
            "input-cursor-foreground": background,
            "input-selection-background": panel,
            "input-selection-foreground": text,
            "screen-selection-background": panel,
            "screen-selection-foreground": text,
            "scrollbar": panel,
            "scrollbar-hover": muted,
            "scrollbar-active": accent,
            "scrollbar-background": background,
            "scrollbar-background-hover": background,
            "scrollbar-background-active": background,
            "scrollbar-corner-color": background,
        },
    )


DARK = _theme(
    "dark",
    dark=True,
    background="#1a1e23",
    surface="#232930",
    panel="#2d353e",
    text="#dde2e8",
    muted="#9eaab6",
    disabled="#949fab",
    accent="#82b8cf",
    look="#e8ba76",
    error="#f09a94",
)
LIGHT = _theme(
    "light",
    dark=False,
    background="#faf9f6",
    surface="#f1efea",
    panel="#e5e2db",
    text="#22272d",
    muted="#545c65",
    disabled="#5d656e",
    accent="#1b5c77",
    look="#7f4600",
    error="#9c1c1c",
)
CONTRAST_DARK = _theme(
    "contrast-dark",
    dark=True,
    background="#000000",
    surface="#141414",
    panel="#2a2a2a",
    text="#ffffff",
    muted="#d8d8d8",
    disabled="#bfbfbf",
    accent="#8fd8ff",
    look="#ffd866",
    error="#ffb3ab",
)
CONTRAST_LIGHT = _theme(
    "contrast-light",
    dark=False,
    background="#ffffff",
    surface="#f4f4f4",
    panel="#e6e6e6",
    text="#000000",
    muted="#303030",
    disabled="#424242",
    accent="#003a5c",
    look="#5c2a00",
    error="#740000",
)


def _ansi(name: str, *, dark: bool, accent: str, look: str) -> Theme:
    """Make a theme of the terminal's own eight colours; bright ones mean nothing anywhere."""
    return Theme(
        name=name,
        ansi=True,
        dark=dark,
        primary=accent,
        secondary=accent,
        accent=accent,
        warning=look,
        error="ansi_red",
        success=accent,
        foreground="ansi_default",
        background="ansi_default",
        surface="ansi_default",
        panel="ansi_default",
        boost="ansi_default",
        variables={
            # Textual's own style sheets ask for variables that only its own themes have.
            **BUILTIN_THEMES["ansi-dark" if dark else "ansi-light"].variables,
            "text-muted": "ansi_default",
            "text-disabled": "ansi_default",
            "foreground-muted": "ansi_default",
            "foreground-disabled": "ansi_default",
            "border": accent,
            "border-blurred": "ansi_default",
            "block-cursor-background": "ansi_default",
            "block-cursor-foreground": "ansi_default",
            "block-cursor-text-style": "reverse",
            "input-cursor-text-style": "reverse",
            "scrollbar": accent,
            "scrollbar-background": "ansi_default",
            "scrollbar-background-hover": "ansi_default",
            "scrollbar-background-active": "ansi_default",
        },
    )


TERMINAL_DARK = _ansi("terminal-dark", dark=True, accent="ansi_cyan", look="ansi_yellow")
TERMINAL_LIGHT = _ansi("terminal-light", dark=False, accent="ansi_blue", look="ansi_red")

THEMES = {
    theme.name: theme
    for theme in (DARK, LIGHT, CONTRAST_DARK, CONTRAST_LIGHT, TERMINAL_DARK, TERMINAL_LIGHT)
}

TITLES = {
    "dark": N_("Dark"),
    "light": N_("Light"),
    "contrast-dark": N_("High contrast, dark"),
    "contrast-light": N_("High contrast, light"),
    "terminal-dark": N_("The terminal's colours, dark"),
    "terminal-light": N_("The terminal's colours, light"),
}
"""What each is called for a person (message ids)."""


def choose(wanted: str, surroundings: Surroundings) -> str:
    """Give the theme to start with: the one that is wanted, else one that suits the terminal."""
    if surroundings.few_colours:
        return wanted if wanted.startswith("terminal-") else TERMINAL_DARK.name
    return wanted if wanted in THEMES else DARK.name


def install(app: App[Any], name: str) -> None:
    """Make the themes known to ``app``, and no others in sight; put on ``name``."""
    for theme in THEMES.values():
        app.register_theme(theme)
    if THEMES[name].ansi:
        app.theme = name
        textual_inside.drop_colours(app)
        return
    # Telling `app` before it runs would make it read all style sheets four times over.
    app.set_reactive(App.theme, name)
    app.set_class(THEMES[name].dark, "-dark-mode", update=False)
    app.set_class(not THEMES[name].dark, "-light-mode", update=False)
    app.stylesheet.set_variables(app.get_css_variables())
