"""What the owner writes when a file is gone on with: a header for it, and the signed frame."""

from dataclasses import replace

from edtui.vault.acceptance import Acceptance, State
from edtui.vault.anchor import Anchor
from edtui.vault.generation import Generation
from edtui.vault.header import Header


def accepting(
    old: Generation, seen: Anchor, reason: int, taken: State | None = None
) -> tuple[Header, bytes]:
    """Give the header of the next generation and the content of its ANCHOR-ACK frame.

    The generation is one higher than any that was seen, so that every other workstation takes it
    for newer.

    Args:
        old: what is gone on with; its keyring is the owner's.
        seen: the newest that was seen, and is given up.
        reason: one of those of `edtui.vault.acceptance`.
        taken: where what is gone on with comes from; ``old`` itself by default.
    """
    header, keyring = old.opened.header, old.keyring
    generation = max(header.generation, seen.generation) + 1
    before = Acceptance.read(old.place.accepted)
    acceptance = Acceptance(
        max(before.number if before is not None else 0, seen.accepted) + 1,
        reason,
        generation,
        State(seen.generation, seen.sequence, seen.chain),
        taken or State(old.number, old.place.sequence, old.place.chain),
        keyring.user_id,
    )
    content = acceptance.packed(keyring.owner_private, old.file_id)
    return replace(header.next(), generation=generation), content
