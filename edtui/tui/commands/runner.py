"""The one road from a key, a palette entry or a click on the key bar to what is done."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, cast

from textual.dom import DOMNode

from edtui.errors import N_, Sentence
from edtui.locale import say
from edtui.tui.commands import registry
from edtui.tui.commands.base import Command
from edtui.tui.commands.keys import is_plain_sign, key_name, shown_key

if TYPE_CHECKING:
    from textual.screen import Screen

    _Node = DOMNode
else:
    _Node = object

Doing = Callable[[], Awaitable[None]]
GONE = Sentence(N_("This is no longer there."))


class Asking(Protocol):
    """What an app with commands can say and ask."""

    def say_refused(self, why: str) -> None:
        """Say why a key does nothing now."""
        ...

    def ask_first(self, question: Sentence, verb: Sentence, do: Doing) -> None:
        """Ask before something dangerous; ``do`` it when the answer is yes."""
        ...


class Commanded(_Node):
    """A node (widget, screen, app) of a place: its bindings come from the registry.

    Put it first among the bases and say ``WHERE``; the commands of that place must be registered
    before the class is made. The node has an ``action_<name>`` method for each.
    """

    WHERE: ClassVar[str] = ""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        if "WHERE" in vars(cls):
            cls.BINDINGS = [*vars(cls).get("BINDINGS", []), *registry.bindings_for(cls.WHERE)]
        super().__init_subclass__(**kwargs)

    def why_not(self, command: Command) -> Sentence | None:  # noqa: ARG002  for subclasses
        """Give the reason why a command cannot be done now; None when it can. Greys the key."""
        return None

    def hides(self, command: Command) -> bool:
        """Tell whether a command does not exist now: not in the bar, its key falls through.

        What the role of who signed in may not do is not there.
        """
        if not command.roles:
            return False
        desk = getattr(self.app, "desk", None)
        return desk is None or desk.vault.role not in command.roles

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let the key of a command that does not exist now go on to who else wants it."""
        if action == "command" and self.hides(registry.command(str(parameters[0]))):
            return False
        return super().check_action(action, parameters)

    def names_object(self, command: Command) -> Sentence | None:  # noqa: ARG002  for subclasses
        """Give what a dangerous command would touch, as a whole sentence that asks."""
        return None

    def stands_on(self, command: Command) -> object:  # noqa: ARG002  for subclasses
        """Give by what the object under the cursor is known: a question is about that one alone."""
        return None

    async def action_command(self, command_id: str) -> None:
        """Do a command of this place (what its key is bound to)."""
        await run(self, registry.command(command_id))


def refusal(node: Commanded, command: Command) -> Sentence | None:
    """Give why ``command`` cannot be done at ``node`` now, by role or by the node's own reason."""
    desk = getattr(node.app, "desk", None)
    if command.roles and (desk is None or desk.vault.role not in command.roles):
        return Sentence(N_("Your role does not do this."))
    return node.why_not(command)


async def run(node: Commanded, command: Command) -> None:
    """Do ``command`` at ``node``: say why not, or ask first where it is dangerous, or do it."""
    reason = refusal(node, command)
    if reason is not None:
        cast(Asking, node.app).say_refused(say(reason))
        return
    if not command.dangerous:
        await node.app.run_action(command.runs, default_namespace=node)
        return

    about, named = node.stands_on(command), node.names_object(command)

    async def do() -> None:
        await _do_asked(node, command, about, named)

    question = named or Sentence(command.help)
    cast(Asking, node.app).ask_first(question, Sentence(command.label), do)


async def _do_asked(
    node: Commanded, command: Command, about: object, named: Sentence | None
) -> None:
    """Do what the answer was yes to, unless something else is under the cursor by now.

    Another terminal may have removed it while the question stood there.
    """
    there = node.is_attached and node.stands_on(command) == about
    now = node.names_object(command) if there else None
    if not there or (now is None and named is not None):
        cast(Asking, node.app).say_refused(say(GONE))
    elif now != named:  # it is called otherwise, or they are more: that was not asked
        await run(node, command)
    elif (reason := refusal(node, command)) is not None:
        cast(Asking, node.app).say_refused(say(reason))
    else:
        await node.app.run_action(command.runs, default_namespace=node)


def nodes(screen: "Screen[Any]") -> list[Commanded]:
    """Give the nodes whose keys work now, innermost first: focus, its parents, screen, app."""
    start: DOMNode = screen.focused if screen.focused is not None else screen
    found: list[Commanded] = []
    for node in start.ancestors_with_self:
        if isinstance(node, Commanded) and node.WHERE:
            found.append(node)
    return found


def keys_of(screen: "Screen[Any]", command: Command) -> list[str]:
    """Give the keys of a command as the person's keymap has them."""
    own: dict[str, str] = getattr(screen.app, "own_keys", {})
    return [key.strip() for key in own.get(command.id, command.key).split(",")]


def reaches(screen: "Screen[Any]", key: str) -> bool:
    """Tell whether a key gets past the field that has the focus: a field keeps plain signs."""
    focused = screen.focused
    if focused is None or not is_plain_sign(key):
        return True
    return not focused.check_consume_key(key_name(key), shown_key(key))


def working_key(screen: "Screen[Any]", command: Command) -> str:
    """Give the key to show for a command: the first that works while this has the focus."""
    keys = keys_of(screen, command)
    return next((key for key in keys if reaches(screen, key)), keys[0])


def available(screen: "Screen[Any]") -> list[tuple[Commanded, Command]]:
    """Give each command whose key works now with its node, innermost first, one a key."""
    found: list[tuple[Commanded, Command]] = []
    taken: set[str] = set()
    for node in nodes(screen):
        outside = screen.is_modal and node.WHERE == registry.EVERYWHERE
        for command in registry.commands_for(node.WHERE):
            if command.key in taken or (outside and not command.priority) or node.hides(command):
                continue
            if not any(reaches(screen, key) for key in keys_of(screen, command)):
                continue
            taken.add(command.key)
            found.append((node, command))
    return found
