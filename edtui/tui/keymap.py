"""A person's own keys (``keymap.toml``: command id = "key"), and what is wrong with them."""

from collections.abc import Mapping

from edtui.errors import N_, Sentence
from edtui.tui.commands.keys import is_plain_sign, key_name, passes_everywhere
from edtui.tui.commands.registry import EVERYWHERE, all_commands, place_of


def read_keymap(wanted: Mapping[str, str]) -> tuple[dict[str, str], list[Sentence]]:
    """Give the keys that can be used and, in words, those that cannot (these are left out).

    Args:
        wanted: command id to key, several with commas between them.
    """
    if not wanted:
        return {}, []  # then the modules of all commands need not be read yet
    known = {command.id: command for command in all_commands()}
    good: dict[str, str] = {}
    troubles: list[Sentence] = []
    for command_id, keys in wanted.items():
        names = [key_name(key.strip()) for key in keys.split(",") if key.strip()]
        said = {"command": command_id, "key": keys}
        if command_id not in known:
            troubles.append(Sentence(N_("keymap.toml: there is no command {command}."), said))
        elif not names or not all(map(passes_everywhere, names)):
            troubles.append(
                Sentence(N_("keymap.toml: not every terminal passes {key} ({command})."), said)
            )
        elif place_of(known[command_id].where).typing and any(map(is_plain_sign, names)):
            troubles.append(
                Sentence(N_("keymap.toml: {key} is text there and cannot be {command}."), said)
            )
        else:
            good[command_id] = ",".join(names)
    return _without_clashes(good, troubles)


def _without_clashes(
    good: dict[str, str], troubles: list[Sentence]
) -> tuple[dict[str, str], list[Sentence]]:
    """Leave out the keys that another command of the same place, or of everywhere, has."""
    while True:
        clash = _first_clash(good)
        if clash is None:
            return good, troubles
        mine, other, key = clash
        troubles.append(
            Sentence(
                N_("keymap.toml: {command} and {other} both want {key}; {command} keeps its own."),
                {"command": mine, "other": other, "key": key},
            )
        )
        del good[mine]


def _first_clash(good: Mapping[str, str]) -> tuple[str, str, str] | None:
    taken: dict[tuple[str, str], str] = {}
    for command in sorted(all_commands(), key=lambda command: command.id in good):
        for key in map(key_name, good.get(command.id, command.key).split(",")):
            for where in {command.where, EVERYWHERE}:
                other = taken.get((where, key))
                meant = other is not None and command.instead_of == other
                if other is not None and other != command.id and not meant:
                    mine = command.id if command.id in good else other
                    if mine in good:
                        return mine, other if mine == command.id else command.id, key
            taken.setdefault((command.where, key), command.id)
    return None
