"""The part of the vault that only the person at the desk opens: ``private/<person>``.

Its tables are called as any others; `tables.PRIVATE` stands for the compartment, whose name differs
for each person.
"""

from typing import TYPE_CHECKING

from edtui.desk import grants, tables
from edtui.desk.session import Desk
from edtui.desk.vault_of import vault_of
from edtui.errors import N_, NotAllowed

if TYPE_CHECKING:
    from edtui.vault import Vault


class NoPrivatePart(NotAllowed):
    """Nothing of the vault is this person's alone."""

    sentence = N_("Nothing of this vault is yours alone yet.")
    hint = N_("Ask the coordinator to give you your role again; that makes a place for it.")


class Homes:
    """Gives the compartment of a table for one sign-in; ``vault`` is told once it is open."""

    def __init__(self) -> None:
        self.vault: Vault | None = None

    def __call__(self, table: str) -> str:
        """Give the name of the compartment in which a table stands."""
        named = tables.compartment_of(table)
        return own_compartment(self.vault) if named == tables.PRIVATE else named


def own_compartment(vault: "Vault | None") -> str:
    """Give the name of what is the signed-in person's alone; where there is none, of nothing."""
    held = vault.log.compartments if vault is not None else ()
    return next((name for name in held if name.startswith(f"{tables.PRIVATE}/")), tables.PRIVATE)


def ready(desk: Desk) -> bool:
    """Say whether the person at the desk can write in an own part now."""
    return desk.reads(f"undo_{tables.PRIVATE}")


def begin(desk: Desk) -> None:
    """Begin the own part where a place is kept for it: a role that was given later. Takes a second.

    Raises:
        NoPrivatePart: no place is kept.
        ReadOnly: nothing can be written now.
    """
    if ready(desk):
        return
    desk.check_writable()
    if desk.vault.role not in grants.PRIVATE:
        raise NoPrivatePart
    try:
        vault_of(desk).members.begin_private(f"{tables.PRIVATE}/{desk.clock.new_id()}")
    except NotAllowed:
        raise NoPrivatePart from None
