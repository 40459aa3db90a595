"""The key table of the README, made from the commands."""

from edtui.locale import _
from edtui.tui.commands import registry
from edtui.tui.commands.base import Place
from edtui.tui.commands.keys import shown_key


def key_table(places: tuple[str, ...] = ()) -> str:
    """Give the keys of some places as Markdown tables, in the language in use.

    Args:
        places: names of places, in their order; empty for all that have keys.
    """
    registry.all_commands()
    known = {place.name: place for place in registry.places()}
    chosen = [known[name] for name in places] if places else list(known.values())
    return "\n".join(_table(place) for place in chosen if registry.commands_for(place.name))


def _table(place: Place) -> str:
    head = " | ".join((_("key"), _("does")))
    lines = [f"### {_(place.title)}", "", f"| {head} |", "|---|---|"]
    keys_of: dict[str, list[str]] = {}
    for command in registry.commands_for(place.name):
        keys_of.setdefault(_(command.help), []).extend(command.keys)
    for does, keys in keys_of.items():
        shown = " ".join(f"`{_cell(shown_key(key))}`" for key in keys)
        lines.append(f"| {shown} | {_cell(does)} |")
    return "\n".join([*lines, ""])


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
