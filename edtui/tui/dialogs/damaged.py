"""A vault file that does not open because it is broken: what can be done, before signing in."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from edtui.errors import N_, Sentence
from edtui.locale import _, say
from edtui.tui.dialogs.putting_back import ask_backup
from edtui.tui.dialogs.secrets import Asked, Secrets
from edtui.tui.dialogs.ways import Way, Ways

if TYPE_CHECKING:
    from edtui.tui.shell import Shell

PUT_BACK, SALVAGE = "put_back", "salvage"
WAYS = (
    Way(
        PUT_BACK,
        N_("put a backup back"),
        N_("The newest backup takes its place. The broken file is kept beside it."),
    ),
    Way(
        SALVAGE,
        N_("save what can be saved"),
        N_("A new file from everything that is whole, with a list of what is lost. The broken "
           "file is kept beside it."),
    ),
)  # fmt: skip


def offer_ways(
    shell: "Shell", why: Sentence, name: str, passphrase: str, then: Callable[[str], None]
) -> None:
    """Say what is wrong with the file and offer the ways out; ``then`` gets what was done."""

    def chosen(way: str | None) -> None:
        if way == PUT_BACK:
            ask_backup(shell, name, "", told)
        elif way == SALVAGE:
            _ask_salvage(shell, name, passphrase, told)

    def told(said: str | None) -> None:
        if said is not None:
            then(said)

    shell.push_screen(Ways(_("The file cannot be opened"), why, WAYS), chosen)


def _ask_salvage(
    shell: "Shell", name: str, passphrase: str, then: Callable[[str | None], None]
) -> None:
    def run(typed: Mapping[str, str]) -> str:
        return say(shell.door.salvage(typed["name"], typed["passphrase"]))

    asked = [
        Asked("name", N_("Name"), secret=False, value=name),
        Asked("passphrase", N_("Passphrase"), value=passphrase),
    ]
    told = Sentence(N_("Sign in as somebody who may read as much as possible: that saves most."))
    shell.push_screen(
        Secrets(_("Save what can be saved"), asked, run, told=told),
        lambda said: then(said if isinstance(said, str) else None),
    )
