"""Commands: one object behind each key, and nothing wrong with any of them."""

import pytest
from support.bare_app import Asks
from support.shell import opened, settle, text_of
from textual.app import App, ComposeResult
from textual.widgets import Input

from edtui import locale
from edtui.errors import Sentence
from edtui.tui.commands import registry
from edtui.tui.commands.base import Command
from edtui.tui.commands.keys import UNIVERSAL, key_name, shown_key
from edtui.tui.commands.runner import Commanded, available
from edtui.tui.commands.table import key_table
from edtui.tui.keymap import read_keymap
from edtui.tui.screens.modes import MODES
from edtui.tui.widgets.keybar import KeyBar


@pytest.fixture(autouse=True)
def english():
    locale.speak("en")


@pytest.fixture
def small_registry(monkeypatch):
    monkeypatch.setattr(registry, "_commands", dict(registry._commands))
    monkeypatch.setattr(registry, "_places", dict(registry._places))


def test_nothing_is_wrong_with_any_command():
    assert registry.faults() == []


def test_the_fault_finder_finds_each_fault(small_registry):
    typing = registry.place("typing-test", "Typing", typing=True)
    registry.register(
        Command("x.one", "f5", "one", "One.", typing),
        Command("x.two", "f5", "two", "Two.", typing),
        Command("x.letter", "a", "letter", "A letter.", typing),
        Command("x.odd", "ctrl+shift+alt+f12", "odd", "Odd.", typing),
        Command("x.mute", "f6", "mute", " ", typing),
        Command("x.hiding", "ctrl+l", "hiding", "Hides.", typing),
    )
    found = "\n".join(registry.faults())
    for piece in ("both want f5", "a is text", "not every terminal", "no help", "x.hiding hides"):
        assert piece in found


def test_every_command_has_an_action_on_the_node_of_its_place():
    """A key that does nothing is worse than none."""
    registry.all_commands()
    seen = {}
    stack = [Commanded]
    while stack:
        for kind in stack.pop().__subclasses__():
            stack.append(kind)
            if kind.__dict__.get("WHERE"):
                seen.setdefault(kind.WHERE, []).append(kind)
    for command in registry.all_commands():
        name = command.runs.split("(")[0]
        for kind in seen.get(command.where, []):
            target = name.removeprefix("app.")
            if name.startswith("app."):
                continue
            assert hasattr(kind, f"action_{target}"), (command.id, kind)


def test_a_command_id_is_given_once(small_registry):
    registry.register(Command("y.one", "f5", "one", "One.", "somewhere"))
    with pytest.raises(ValueError, match=r"y\.one"):
        registry.register(Command("y.one", "f6", "one", "One.", "somewhere"))


@pytest.mark.parametrize("key", ["?", "/", "a", "G", "ctrl+f", "f9", "enter", "escape", "pageup"])
def test_universal_keys(key):
    assert key_name(key) in UNIVERSAL


@pytest.mark.parametrize("key", ["super+c", "alt+x", "f11", "ctrl+i", "ctrl+m", "shift+f1", "é"])
def test_keys_that_some_terminal_keeps(key):
    assert key_name(key) not in UNIVERSAL


def test_keys_are_written_as_people_read_them():
    assert shown_key("question_mark") == "?"
    assert shown_key("escape") == "esc"
    assert shown_key("ctrl+f") == "ctrl+f"
    assert shown_key("ctrl+f", short=True) == "^f"


def test_the_readme_table_names_every_command():
    table = key_table()
    for command in registry.all_commands():
        assert command.help in table
    assert "| `ctrl+f` |" in table


# the keymap file


def test_a_good_keymap_is_taken():
    keys, troubles = read_keymap({"everywhere.undo": "ctrl+u", "everywhere.curtain": "f7"})
    assert keys == {"everywhere.undo": "ctrl+u", "everywhere.curtain": "f7"}
    assert troubles == []


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ({"nothing.here": "f5"}, "no command"),
        ({"everywhere.undo": "alt+ctrl+f12"}, "not every terminal"),
        ({"everywhere.undo": ""}, "not every terminal"),
        ({"everywhere.undo": "ctrl+f"}, "both want"),
        ({"unlock.sheet": "a"}, "is text"),
        ({"everywhere.undo": "f7", "everywhere.curtain": "f7"}, "both want"),
    ],
)
def test_a_wrong_key_is_told_in_words_and_left_out(wanted, said):
    keys, troubles = read_keymap(wanted)
    assert len(keys) == len(wanted) - 1
    assert said in str(troubles[0])


def test_two_commands_can_trade_keys():
    keys, troubles = read_keymap({"everywhere.undo": "ctrl+r", "everywhere.redo": "u"})
    assert troubles == []
    assert len(keys) == 2


async def test_an_own_key_works_and_stands_in_bar_and_help():
    from edtui.config import Settings

    async with opened(settings=Settings(keymap={"everywhere.curtain": "f7"})) as pilot:
        await pilot.press("f7")
        assert pilot.app.curtain
        await pilot.press("f9")
        assert pilot.app.curtain
        await pilot.press("f1")
        await pilot.pause()
        assert "f7" in str(pilot.app.screen.query_one("#text").render())


async def test_a_wrong_keymap_is_told():
    from edtui.config import Settings

    async with opened(settings=Settings(keymap={"nothing.here": "f5"})) as pilot:
        assert any("nothing.here" in notice.text for notice in pilot.app.notices.all())


# the key bar

KEYBAR_PLACE = registry.place("keybar-test", "Test")
registry.register(
    Command("kb.open", "enter", "open the page of it", "Open.", KEYBAR_PLACE,
            medium="open page", short="open", shown=1),
    Command("kb.new", "n", "add a new one", "New.", KEYBAR_PLACE, medium="add", shown=2),
    Command("kb.off", "x", "take away", "Away.", KEYBAR_PLACE, short="away", shown=3,
            dangerous=True),
    Command("kb.roles", "r", "for auditors", "Audit.", KEYBAR_PLACE, short="audit", shown=4,
            roles=frozenset({"auditor"})),
    Command("kb.help", "question_mark", "help", "Help.", KEYBAR_PLACE, shown=5, right=True,
            instead_of="everywhere.help"),
)  # fmt: skip


class Bar(Asks, Commanded, App[None], inherit_bindings=False):
    """A small app with a key bar."""

    WHERE = "keybar-test"
    ENABLE_COMMAND_PALETTE = False
    reason: Sentence | None = None
    done: tuple[str, ...] = ()

    def compose(self) -> ComposeResult:
        yield KeyBar()
        yield Input()

    def why_not(self, command):
        return self.reason if command.id == "kb.off" else None

    def names_object(self, command):
        return Sentence("Take {name} away?", {"name": "Ann [/b]"})

    def action_open(self):
        self.done += ("open",)

    action_new = action_help = action_roles = action_open

    def action_off(self):
        self.done += ("off",)


def written(app) -> str:
    return str(app.query_one(KeyBar).render())


@pytest.mark.parametrize(
    ("width", "says", "not_says"),
    [
        (100, "enter open the page of it", None),
        (52, "enter open page", "open the page"),
        (42, "enter open  ", "open page"),
        (28, "enter open", "away"),
    ],
)
async def test_the_bar_has_three_forms(width, says, not_says):
    app = Bar()
    async with app.run_test(size=(width, 10)) as pilot:
        app.set_focus(None)
        await pilot.pause()
        assert says in written(app)
        assert not_says is None or not_says not in written(app)
        assert len(written(app)) <= width - 2
        assert "?" in written(app)


async def test_a_key_that_cannot_be_used_says_why():
    app = Bar()
    async with app.run_test(size=(100, 10), notifications=True) as pilot:
        app.set_focus(None)
        app.reason = Sentence("There is nothing to take away.")
        await pilot.press("x", "r")
        await pilot.pause()
        said = [notice.message for notice in app._notifications]
        assert said[0] == "There is nothing to take away."
        assert len(said) == 1  # what the role may not do is not there: r did nothing
        assert "audit" not in written(app)
        assert app.done == ()


async def test_a_dangerous_command_asks_and_enter_does_no_harm():
    app = Bar()
    async with app.run_test(size=(100, 24)) as pilot:
        app.set_focus(None)
        await pilot.press("x")
        await pilot.pause()
        assert "Ann [/b]" in text_of(app.screen)
        await pilot.press("enter")
        await pilot.pause()
        assert app.done == ()
        app.set_focus(None)
        await pilot.press("x")
        await pilot.pause()
        await pilot.press("right", "enter")
        await pilot.pause()
        assert app.done == ("off",)


async def test_letters_go_to_the_field_and_leave_the_bar():
    app = Bar()
    async with app.run_test(size=(100, 10)) as pilot:
        app.query_one(Input).focus()
        await pilot.press("n")
        assert app.query_one(Input).value == "n"
        assert app.done == ()
        assert "add a new one" not in written(app)


async def test_a_click_on_the_bar_does_what_the_key_does():
    app = Bar()
    async with app.run_test(size=(100, 10)) as pilot:
        app.set_focus(None)
        await pilot.pause()
        await pilot.click(KeyBar, offset=(written(app).index("n add") + 2, 0))
        await pilot.pause()
        assert app.done == ("open",)


async def test_help_names_every_key_that_works_on_each_screen():
    async with opened(size=(120, 60)) as pilot:
        for mode in MODES:
            await pilot.press(str(mode.digit))
            await settle(pilot)
            here = available(pilot.app.screen)
            await pilot.press("f1")
            await pilot.pause()
            said = str(pilot.app.screen.query_one("#text").render())
            for _node, command in here:
                assert shown_key(command.keys[0]) in said
            await pilot.press("escape")
