"""What goes wrong in Textual programs (each was seen going wrong), and does not here."""

import gc
import subprocess
import sys
from types import SimpleNamespace

import pytest
from support.doors import PASSPHRASE, MemoryDoor
from support.shell import make_app, opened, settle, text_of, type_text
from textual.app import App
from textual.color import Color
from textual.events import Key
from textual.keys import Keys
from textual.message_pump import MessagePump
from textual.theme import BUILTIN_THEMES
from textual.timer import Timer
from textual.widgets import Input

from edtui import locale
from edtui.errors import Sentence
from edtui.records.person import Person
from edtui.tui import crash, textual_inside, themes
from edtui.tui.commands.keys import UNIVERSAL
from edtui.tui.dialogs.confirm import Confirm
from edtui.tui.plain import plain
from edtui.tui.run import scrub
from edtui.tui.screens.modes import MODES
from edtui.tui.surroundings import Surroundings, look
from edtui.tui.widgets.section_list import Entry, Section, SectionList


@pytest.fixture(autouse=True)
def english():
    locale.speak("en")


HOSTILE = (
    "Ann [/b]",
    "note [see file]",
    "[@click=app.quit]here[/]",
    "[/",
    "\\[bold]x",
    "$accent [red]",
    "a\x1b[31mred\x07",
    "naam " * 40,
    "אברהם 🙂 é",
    "{name} %s",
)


@pytest.mark.parametrize("name", HOSTILE)
async def test_hostile_text_is_shown_as_it_is_everywhere_in_the_shell(name):
    """Markup in a name crashes most widgets of Textual, or becomes a link that quits."""
    door = MemoryDoor(label=name)
    door.vault.user = name
    app = make_app(door=door)
    shown = str(plain(name))[:8]
    async with app.run_test(size=(120, 40), notifications=True, tooltips=True) as pilot:
        await pilot.pause()
        assert shown in text_of(app.screen)
        await type_text(pilot, "anna")
        await pilot.press("enter")
        await type_text(pilot, PASSPHRASE)
        await pilot.press("enter")
        await settle(pilot)
        with app.desk.act(Sentence("{name} added", {"name": name})) as act:
            act.put(Person(called=name[:60], origin="client", status="active"))
        await settle(pilot)
        app.screen.heading = name
        app.screen.say_wrong(name)
        app.notify(name, title=name)
        listed = Entry(name, name, name, name, past=True, value=1)
        app.screen.query_one(SectionList).show([Section(name, [listed])])
        await pilot.pause()
        assert shown in text_of(app.screen)
        await pilot.press("u", "ctrl+r", "ctrl+t")
        await pilot.pause()
        assert shown in text_of(app.screen)
        await pilot.press("escape", "ctrl+f")
        await pilot.pause()
        app.screen.query_one(Input).value = name
        app.screen.refill()
        await pilot.pause()
        await pilot.press("escape", "ctrl+p")
        await pilot.pause()
        app.screen.query_one(Input).value = name
        app.screen.refill()
        await pilot.pause()
        await pilot.press("escape")
        app.push_screen(
            Confirm(Sentence("Remove {name}?", {"name": name}), Sentence("{verb}", {"verb": name}))
        )
        await pilot.pause()
        assert shown in text_of(app.screen)
        await pilot.press("escape")
        assert app.is_running


def every_key() -> list[str]:
    leaving = {"ctrl+q"}
    named = {key.value for key in Keys if "<" not in key.value and "ignore" not in key.value}
    return sorted((UNIVERSAL | named) - leaving)


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_every_key_on_every_shell_screen_breaks_nothing(size):
    """An empty desk is where programs crash: khal did, on ``n``."""
    async with opened(size=size) as pilot:
        app = pilot.app
        for mode in MODES:
            if mode.name not in ("today", "calendar"):
                continue  # other screens have tests of their own, or are as the calendar's
            for key in every_key():
                if app.desk is None:
                    await again(pilot)
                while app.screen.is_modal:
                    await app.screen.dismiss(None)
                await app.switch_mode(mode.name)
                app.post_message(Key(key, key if len(key) == 1 else None))
                await pilot.pause()
                assert app.is_running, (mode.name, key)


async def again(pilot) -> None:
    for field, value in (("name", "anna"), ("passphrase", PASSPHRASE)):
        pilot.app.screen.query_one(f"#{field}", Input).value = value
    pilot.app.screen.action_enter()
    await settle(pilot)


@pytest.mark.parametrize("exists", [True, False])
async def test_every_key_before_the_desk_breaks_nothing(exists):
    app = make_app(exists=exists)
    async with app.run_test(notifications=True) as pilot:
        await pilot.pause()
        for key in every_key():
            if key in ("f10", "escape"):  # these leave, as they say
                continue
            while app.screen.is_modal:
                await app.screen.dismiss(None)
            app.post_message(Key(key, key if len(key) == 1 else None))
            await pilot.pause()
            assert app.is_running, key


async def test_fifty_dialogs_leave_nothing_behind():
    """Textual's Footer keeps 400 objects for each dialog that opens over it."""
    async with opened() as pilot:

        async def cycle(times: int) -> None:
            for _ in range(times):
                await pilot.press("f1")
                await pilot.press("escape")

        def count() -> int:
            gc.collect()
            return sum(isinstance(one, MessagePump | Timer) for one in gc.get_objects())

        await cycle(5)
        before = count()
        await cycle(50)
        await pilot.pause()
        assert count() - before < 5  # caches of styles grow to their limit; nodes must not


async def test_the_shell_uses_no_header_footer_or_palette_of_textual():
    async with opened() as pilot:
        kinds = {type(node).__name__ for node in pilot.app.screen.walk_children()}
        assert not kinds & {"Header", "Footer", "HeaderIcon", "CommandPalette"}
        assert pilot.app.use_command_palette is False


async def test_the_clipboard_never_reaches_the_terminal():
    """OSC 52 hands a copy to every program of the terminal, and past it."""
    async with opened() as pilot:
        app = pilot.app
        written = []
        app._driver.write = written.append
        app.copy_to_clipboard("geheim")
        assert app.clipboard == "geheim"
        assert not any("52;" in text for text in written)


def test_what_is_used_of_textuals_inside_is_there():
    for name in ("_handle_exception", "_fatal_error", "_close_messages_no_wait"):
        assert callable(getattr(App, name))
    app = App()
    assert isinstance(app._screen_stacks, dict)
    assert isinstance(app._modes, dict)
    assert isinstance(app._exit_renderables, list)
    assert app._exception is None
    assert app._clipboard == ""
    assert textual_inside.key_named("?") == "question_mark"


def test_textuals_settings_are_taken_out_of_the_environment():
    """TEXTUAL_ALLOW_SIGNALS alone would let ctrl+z drop to a shell with the vault open."""
    environ = {"TEXTUAL_ALLOW_SIGNALS": "1", "TEXTUAL_LOG": "x", "TEXTUAL": "debug", "HOME": "/"}
    scrub(environ)
    assert environ == {"HOME": "/"}


def test_scrubbing_comes_before_textual_is_read():
    code = (
        "import sys, edtui.tui.run\n"
        "assert not [m for m in sys.modules if m.split('.')[0] in ('textual', 'rich')]\n"
        "assert 'pydantic' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_what_stands_below_the_screens_reads_no_textual():
    code = (
        "import sys, edtui.desk.team, edtui.desk.today, edtui.cli.front\n"
        "assert not [m for m in sys.modules if m.split('.')[0] in ('textual', 'rich')]"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


# crashing


SECRET = "Ann Geheim"


def fail_with_secret():
    secret = SECRET
    raise ValueError(f"cannot read {secret}")


def test_a_report_has_places_and_types_and_no_values(clock):
    try:
        try:
            fail_with_secret()
        except ValueError as error:
            raise KeyError(SECRET) from error
    except KeyError as error:
        text = crash.report(error, clock.now())
    assert SECRET not in text
    assert "Geheim" not in text
    assert "builtins.KeyError" in text
    assert "builtins.ValueError" in text
    assert "fail_with_secret" in text
    assert str(crash._PACKAGES) not in text


async def test_a_crash_ends_with_status_1_and_a_report(tmp_path, monkeypatch):
    app = make_app()
    shown = []
    monkeypatch.setattr(textual_inside, "close_with_page", lambda _app, text: shown.append(text))
    async with app.run_test() as pilot:
        await pilot.pause()
        try:
            fail_with_secret()
        except ValueError as error:
            app._handle_exception(error)
            assert app.return_code == 1
        app._exception = None
        app._return_code = None
    assert SECRET not in shown[0]
    (file,) = (tmp_path / "state" / "faults").iterdir()
    assert SECRET not in file.read_text()
    assert file.stat().st_mode & 0o077 == 0
    assert str(file) in shown[0]


# colours


def ratio(one: str, other: str) -> float:
    def light(text: str) -> float:
        parts = [part / 255 for part in Color.parse(text).rgb]
        r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [t for t in themes.THEMES.values() if not t.ansi])
def test_every_text_can_be_read_on_every_ground(theme):
    least = 7 if "contrast" in theme.name else 4.5
    inks = [theme.foreground, theme.accent, theme.warning, theme.error]
    inks += [theme.variables["text-muted"], theme.variables["text-disabled"]]
    for ground in (theme.background, theme.surface, theme.panel):
        for ink in inks:
            assert ratio(ink, ground) >= least, (theme.name, ink, ground)
    assert ratio(theme.background, theme.accent) >= least


@pytest.mark.parametrize("theme", [t for t in themes.THEMES.values() if t.ansi])
def test_terminal_themes_use_no_bright_colour(theme):
    used = [theme.accent, theme.warning, theme.error, theme.foreground]
    assert not any("bright" in colour for colour in used)


@pytest.mark.parametrize(
    ("environ", "wanted", "chosen"),
    [
        ({"TERM": "xterm-256color"}, "", "dark"),
        ({"TERM": "xterm-256color"}, "light", "light"),
        ({"TERM": "xterm-256color"}, "nonsense", "dark"),
        ({"TERM": "linux"}, "", "terminal-dark"),
        ({"TERM": "linux"}, "light", "terminal-dark"),
        ({"TERM": "xterm", "NO_COLOR": "1"}, "", "terminal-dark"),
        ({"TERM": "xterm", "NO_COLOR": "1"}, "terminal-light", "terminal-light"),
    ],
)
def test_the_theme_suits_the_terminal(environ, wanted, chosen):
    assert themes.choose(wanted, look(environ, "utf-8")) == chosen


def test_a_console_gets_ascii_marks():
    marks = look({"TERM": "linux"}, "utf-8").marks
    assert all(str(value).isascii() for value in vars(marks).values())
    assert look({"TERM": "xterm"}, "latin-1").ascii
    assert not look({"TERM": "xterm"}, "UTF-8").ascii


async def test_only_our_own_themes_are_chosen():
    async with opened(surroundings=Surroundings(ascii=True, few_colours=True)) as pilot:
        seen = set()
        for _ in range(4):
            seen.add(pilot.app.theme)
            await pilot.press("f8")
        assert seen == {"terminal-dark", "terminal-light"}
        assert not seen & set(BUILTIN_THEMES)
        assert "…" not in text_of(pilot.app.screen)


# sizes


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (40, 10), (200, 60)])
async def test_the_five_lines_fit_every_size(size):
    async with opened(size=size) as pilot:
        lines = text_of(pilot.app.screen).splitlines()
        assert "09:04" in lines[0]
        assert lines[1].strip().startswith("1 ")
        assert "9" in lines[1]
        assert "?" in lines[-1]
        assert all(len(line) <= size[0] for line in lines)


async def test_a_window_that_changes_size_while_running():
    async with opened() as pilot:
        for size in ((120, 40), (60, 20), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert "09:04" in text_of(pilot.app.screen).splitlines()[0]


def test_a_bare_app_shows_names():
    from edtui.tui.curtain import shown_name

    assert shown_name(SimpleNamespace(), "Riet") == "Riet"
