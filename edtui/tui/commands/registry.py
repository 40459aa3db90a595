"""All commands of the program, by place. A key that is not here does not exist."""

import importlib
import pkgutil
from collections.abc import Mapping

from textual.binding import Binding

from edtui.tui import commands as package
from edtui.tui.commands.base import Command, Place
from edtui.tui.commands.keys import is_plain_sign, key_name, passes_everywhere

EVERYWHERE = "everywhere"

_places: dict[str, Place] = {}
_commands: dict[str, Command] = {}


def place(name: str, title: str, *, typing: bool = False, modal: bool = False) -> str:
    """Make a place known; give its name, so that a module can keep it as a constant.

    Raises:
        ValueError: another place has this name.
    """
    made = Place(name, title, typing, modal)
    if _places.setdefault(name, made) != made:
        raise ValueError(f"two places are called {name}")
    return name


def register(*commands: Command) -> None:
    """Make commands known.

    Raises:
        ValueError: another command has this id.
    """
    for command in commands:
        if _commands.get(command.id, command) != command:
            raise ValueError(f"two commands are called {command.id}")
        _commands[command.id] = command


def command(command_id: str) -> Command:
    """Give the command with this id (``KeyError`` where there is none)."""
    return _commands[command_id]


def place_of(name: str) -> Place:
    """Give the place with this name; one that is not known has its name as title."""
    return _places.get(name) or Place(name, name)


def places() -> list[Place]:
    """Give every place, in the order in which they were made known."""
    return list(_places.values())


def commands_for(where: str) -> list[Command]:
    """Give the commands of a place: those of the key bar by rank, then the others."""
    # A copy: a thread that reads an area for the first time makes its commands known meanwhile.
    here = [command for command in list(_commands.values()) if command.where == where]
    return sorted(here, key=lambda command: command.shown or 1_000)


def bindings_for(where: str) -> list[Binding]:
    """Give Textual's bindings of a place; a node with them needs `Commanded`."""
    return [
        Binding(
            command.key,
            f"command('{command.id}')",
            command.label,
            show=False,
            priority=command.priority,
            id=command.id,
        )
        for command in commands_for(where)
    ]


def key_of(command: Command, own_keys: Mapping[str, str]) -> str:
    """Give the key that does a command: a person's own, else the command's first."""
    return own_keys.get(command.id, command.key).split(",")[0].strip()


def all_commands() -> list[Command]:
    """Give every command of the program, every module of this package read first."""
    for module in pkgutil.iter_modules(package.__path__):
        importlib.import_module(f"{package.__name__}.{module.name}")
    return list(_commands.values())


def faults() -> list[str]:
    """Give what is wrong with the commands, for the test that wants nothing to be."""
    found: list[str] = []
    everywhere = {key_name(k): c for c in all_commands() if c.where == EVERYWHERE for k in c.keys}
    taken: dict[tuple[str, str], str] = {}
    for one in all_commands():
        here = place_of(one.where)
        if one.where not in _places:
            found.append(f"{one.id}: nobody made the place {one.where} known")
        if not one.help.strip() or not one.label.strip():
            found.append(f"{one.id}: no label or no help")
        for key in map(key_name, one.keys):
            if not passes_everywhere(key):
                found.append(f"{one.id}: not every terminal passes {key}")
            if here.typing and is_plain_sign(key):
                found.append(f"{one.id}: {key} is text in {here.name}")
            other = taken.setdefault((one.where, key), one.id)
            if other != one.id:
                found.append(f"{one.id} and {other} both want {key} in {here.name}")
            hidden = everywhere.get(key)
            reached = hidden is not None and (hidden.priority or not here.modal)
            if hidden and reached and one.where != EVERYWHERE and one.instead_of != hidden.id:
                found.append(f"{one.id} hides {hidden.id} ({key}) without saying so")
    return found
