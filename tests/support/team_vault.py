"""A vault with one person of each role, as the table of DESIGN, section 4, has them."""

import secrets
from pathlib import Path

from edtui.vault import Vault, create_vault, open_vault
from edtui.vault.kdf import FAST

OPEN = ("directory", "office", "calendar", "casework", "stories", "shelf")
LETTERBOXES = ("inbox", "audit")
OWNER = "Anna"
CONFIDANT, PEER, KIOSK, AUDITOR = "Bram", "Chris", "Zuil", "Dora"
EVERYBODY = (OWNER, CONFIDANT, PEER, KIOSK, AUDITOR)

GRANTS = {
    CONFIDANT: {
        "directory": "rw",
        "calendar": "rw",
        "casework": "rw",
        "shelf": "r",
        "inbox": "drop",
        "audit": "drop",
    },
    PEER: {"directory": "r", "calendar": "r", "shelf": "r", "inbox": "drop", "audit": "drop"},
    KIOSK: {"directory": "r", "shelf": "r", "inbox": "drop", "audit": "drop"},
    AUDITOR: {"directory": "r", "audit": "r"},
}
PRIVATE = {CONFIDANT: "private/bram", PEER: "private/chris"}


def compartment_of(table: str) -> str:
    """A table is called after its compartment: ``casework.notes``."""
    return table.partition(".")[0]


def phrase(name: str) -> str:
    return f"de wachtzin van {name}"


def sit_down(path: Path, name: str, passphrase: str | None = None, **more) -> Vault:
    """Open as somebody."""
    return open_vault(path, name, passphrase or phrase(name), compartment_of=compartment_of, **more)


def bare_team(path: Path, **more) -> Vault:
    """Make a vault with its owner alone and all compartments; it is open."""
    made = create_vault(
        path,
        user=OWNER,
        passphrase=phrase(OWNER),
        label="Team Noord",
        compartments=OPEN,
        compartment_of=compartment_of,
        kdf=FAST,
        **more,
    )
    vault = made.vault
    vault.members.add_compartment("inbox", {OWNER: "rw"}, letterbox=True)
    vault.members.add_compartment("audit", {OWNER: "drop"}, letterbox=True)
    return vault


def team(path: Path) -> tuple[Vault, dict[str, list[str]]]:
    """Make a vault with everybody; give it open as its owner, and everybody's recovery words."""
    vault = bare_team(path)
    words = {
        name: vault.members.add(
            name, name.lower(), phrase(name), grants, private=PRIVATE.get(name, "")
        )
        for name, grants in GRANTS.items()
    }
    return vault, words


def canary() -> str:
    """Give a text that stands nowhere else; `CANARY` finds all of them."""
    return "kanarie" + secrets.token_hex(8)


CANARY = r"kanarie[0-9a-f]{16}"


def with_canaries(path: Path) -> dict[str, str]:
    """Make a vault in which each compartment holds a text of its own; give compartment to text."""
    vault, _ = team(path)
    found = {name: canary() for name in (*OPEN, *LETTERBOXES, *PRIVATE.values())}
    for name in OPEN:
        vault.db.table(f"{name}.notes").insert({"text": found[name]})
    for name in LETTERBOXES:
        vault.drop(f"{name}.notes", {"text": found[name]})
    vault.close()
    for name, private in PRIVATE.items():
        with sit_down(path, name) as own:
            own.db.table(f"{private}.notes").insert({"text": found[private]})
    return found
