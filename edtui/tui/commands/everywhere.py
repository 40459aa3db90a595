"""The keys that work on every screen."""

from edtui.errors import N_
from edtui.tui.commands.base import Command
from edtui.tui.commands.registry import EVERYWHERE, place, register
from edtui.tui.screens.modes import MODES

place(EVERYWHERE, N_("Everywhere"))

BEFORE_UNLOCKING = frozenset(
    f"everywhere.{verb}" for verb in ("help", "quit", "stopping", "next", "previous")
)
"""Commands that exist while nobody has signed in."""

NOT_IN_DIALOGS = frozenset(f"everywhere.{verb}" for verb in ("find", "palette", "toasts"))
"""Priority keys that would put a dialog over a dialog."""

RESCUE = "everywhere.rescue"
"""Exists while nothing can be written."""

GO = "everywhere.go_"
"""How the commands begin that go to a screen."""

register(
    Command(
        RESCUE, "f6", N_("rescue copy"),
        N_("Copy everything that is saved to another folder, while nothing can be saved here."),
        EVERYWHERE, short=N_("rescue"), shown=1,
    ),
    Command(
        "everywhere.find", "ctrl+f", N_("find all"), N_("Find anything by any of its words."),
        EVERYWHERE, short=N_("find"), shown=40, priority=True,
    ),
    Command(
        "everywhere.undo", "u", N_("undo"), N_("Take back what you did last, through the day."),
        EVERYWHERE, shown=50,
    ),
    Command(
        "everywhere.redo", "ctrl+r", N_("redo"), N_("Do again what you took back."), EVERYWHERE,
    ),
    Command(
        "everywhere.help", "question_mark,f1", N_("help"), N_("Show the keys that work here."),
        EVERYWHERE, shown=60,
    ),
    Command(
        "everywhere.lock", "ctrl+l", N_("lock"),
        N_("Lock at once; what you were typing is kept, sealed."),
        EVERYWHERE, shown=70, priority=True,
    ),
    Command(
        "everywhere.palette", "ctrl+p", N_("all commands"),
        N_("Choose any command by typing a part of it."),
        EVERYWHERE, priority=True, palette=False,
    ),
    Command(
        "everywhere.curtain", "f9", N_("curtain"),
        N_("Show initials in place of names everywhere, or names again."),
        EVERYWHERE, priority=True,
    ),
    Command(
        "everywhere.toasts", "ctrl+t", N_("messages"), N_("Read the messages of today again."),
        EVERYWHERE, priority=True,
    ),
    Command(
        "everywhere.theme", "f8", N_("colours"), N_("Go to the next set of colours."), EVERYWHERE,
        priority=True,
    ),
    Command(
        "everywhere.quit", "ctrl+q", N_("stop"), N_("Leave the program."), EVERYWHERE,
        action="stop", priority=True,
    ),
    Command(
        "everywhere.stopping", "ctrl+c", N_("copy"),
        N_("Copy what is selected, inside the program only."), EVERYWHERE, palette=False,
    ),
    Command(
        "everywhere.next", "tab", N_("next"), N_("Go to the next field or list."), EVERYWHERE,
        action="focus_next", palette=False,
    ),
    Command(
        "everywhere.previous", "shift+tab", N_("previous"), N_("Go to the field or list before."),
        EVERYWHERE, action="focus_previous", palette=False,
    ),
    *(
        Command(
            f"{GO}{mode.name}", str(mode.digit), mode.title,
            N_("Go to this screen."), EVERYWHERE, action=f"go('{mode.name}')",
        )
        for mode in MODES
    ),
)  # fmt: skip
