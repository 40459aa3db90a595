"""Which role holds which keys (DESIGN, section 4): the one table from which grants are made.

What a role may not read is sealed with a key that the role does not hold; a check here only says
it in kinder words than a missing key does.
"""

from typing import Final

from edtui.desk.session import Desk
from edtui.errors import N_, NotAllowed, Sentence
from edtui.records.log_entry import Event

READ_WRITE, READ, DROP = "rw", "r", "drop"
"""Rights, as the vault has them: read and write; read; only drop in (`tables.DROPS`)."""

COORDINATOR, CONFIDANT, PEER_WORKER, KIOSK, AUDITOR = (
    "coordinator",
    "confidant",
    "peer_worker",
    "kiosk",
    "auditor",
)

GRANTS: Final[dict[str, dict[str, str]]] = {
    COORDINATOR: {
        "directory": READ_WRITE,
        "office": READ_WRITE,
        "calendar": READ_WRITE,
        "casework": READ_WRITE,
        "stories": READ_WRITE,
        "shelf": READ_WRITE,
        "inbox": READ_WRITE,
        "audit": DROP,
    },
    CONFIDANT: {
        "directory": READ_WRITE,
        "calendar": READ_WRITE,
        "casework": READ_WRITE,
        "shelf": READ,
        # Lines to count (`edtui.desk.counter_lines`); what they are of nobody else reads.
        "inbox": DROP,
        "audit": DROP,
    },
    PEER_WORKER: {
        "directory": READ,
        "calendar": READ,
        "shelf": READ,
        "inbox": DROP,
        "audit": DROP,
    },
    KIOSK: {"directory": READ, "shelf": READ, "inbox": DROP, "audit": DROP},
    AUDITOR: {"directory": READ, "audit": READ},
}
"""Role to compartment to rights; what is not named is not held."""

PRIVATE: Final = frozenset({CONFIDANT, PEER_WORKER})
"""Roles with a compartment of their own, which nobody else can open."""

_LABELS: Final = {
    COORDINATOR: N_("coordinator"),
    CONFIDANT: N_("confidant"),
    PEER_WORKER: N_("peer worker"),
    KIOSK: N_("kiosk"),
    AUDITOR: N_("auditor"),
}


class NotForRole(NotAllowed):
    """The role has no key for this (params: ``role``, a sentence)."""

    sentence = N_("That is not open to you as {role}.")
    hint = N_("Ask the coordinator of your team.")


class NotForCoordinator(NotForRole):
    """The coordinator, who grants the others their keys, has none for this (params: ``theirs``)."""

    hint = N_("That is open to a {theirs} alone.")


class UnknownRole(NotAllowed):
    """There is no such role to grant (params: ``roles``)."""

    sentence = N_("Choose one of these roles: {roles}.")
    exit_status = 2


def role_label(role: str) -> Sentence:
    """Give what a role is called."""
    return Sentence(_LABELS.get(role, role))


def granted(role: str) -> dict[str, str]:
    """Give the rights of a role, by compartment.

    Raises:
        UnknownRole: there is no such role.
    """
    if role not in GRANTS:
        raise UnknownRole(roles=", ".join(GRANTS))
    return dict(GRANTS[role])


def may_read(desk: Desk, compartment: str) -> bool:
    """Say whether the role at the desk reads there."""
    return GRANTS.get(desk.vault.role, {}).get(compartment, "") in (READ_WRITE, READ)


def may_write(desk: Desk, compartment: str) -> bool:
    """Say whether the role at the desk changes what stands there."""
    return GRANTS.get(desk.vault.role, {}).get(compartment, "") == READ_WRITE


def check(desk: Desk, *roles: str, event: Event) -> None:
    """Stop who has none of some roles; that somebody tried is logged.

    Raises:
        NotForRole: the role at the desk is another one.
    """
    if desk.vault.role not in roles:
        desk.log.denied(event)
        role = role_label(desk.vault.role)
        if desk.vault.role == COORDINATOR:
            raise NotForCoordinator(role=role, theirs=role_label(roles[0]))
        raise NotForRole(role=role)
