"""The key table of the README, made from the commands."""

from edtui.locale import _
from edtui.tui.commands import registry
from edtui.tui.commands.keys import shown_key


def key_table() -> str:
    """Give every place's keys as Markdown tables, in the language in use."""
    commands = registry.all_commands()
    parts: list[str] = []
    for place in registry.places():
        here = [command for command in commands if command.where == place.name]
        if not here:
            continue
        key, does = _("key"), _("does")
        parts += [f"### {_(place.title)}", "", f"| {key} | {does} |", "|---|---|"]
        for command in registry.commands_for(place.name):
            keys = " ".join(f"`{_cell(shown_key(key))}`" for key in command.keys)
            parts.append(f"| {keys} | {_cell(_(command.help))} |")
        parts.append("")
    return "\n".join(parts).rstrip() + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
