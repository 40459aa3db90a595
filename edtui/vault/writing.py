"""One commit into the file: one write, one sync, and back to where it was if that fails."""

from collections.abc import Sequence
from contextlib import suppress

from edtui.vault.files import failed
from edtui.vault.generation import Generation
from edtui.vault.keys import Compartment, Mailbox
from edtui.vault.sealing import Sealer
from edtui.vault.sessions import Session

_STEP = 1024 * 1024  # bytes of preallocated space: a save into it is a quarter quicker


def write_commit(
    generation: Generation,
    bodies: list[tuple[Compartment, bytes]],
    letters: Sequence[tuple[Mailbox, bytes]] = (),
    *,
    sign: bool = False,
) -> None:
    """Append one commit durably. Under the lock, with everything in the file read.

    ``sign`` signs what this session wrote in the compartments of ``bodies``, which are empty.

    Raises:
        WriteFailed, DiskFull: the file was cut back to its last good end. Nothing may be written
            through this opening any more: after a failed sync the system may say yes to the next
            one although the bytes are lost, and the session's keys were used for what was cut.
    """
    announce = generation.sealer is None
    sealer = generation.sealer or new_sealer(generation)
    plan = generation.place.copy()
    data = sealer.commit(plan, bodies, letters, announce=announce, sign=sign)
    file = generation.file
    try:
        file.reserve(plan.end, _STEP)
        file.write(generation.place.end, data)
        file.sync()
    except BaseException as error:
        with suppress(OSError):
            file.truncate(generation.place.end)
            file.sync()
        if isinstance(error, OSError):
            raise failed(error) from error
        raise
    generation.place = plan
    if announce:
        generation.sealer = sealer
        generation.sessions.keep(sealer.session)


def sign_off(generation: Generation) -> None:
    """Sign what this session wrote and nothing signs yet, by empty bodies. As `write_commit`."""
    wanted = generation.sealer.unsigned if generation.sealer is not None else []
    if wanted:
        held = generation.keyring.compartments
        write_commit(generation, [(held[number], b"") for number in wanted], sign=True)


def new_sealer(generation: Generation) -> Sealer:
    """Begin a session with a fresh salt, numbered after all that the file has seen."""
    number = generation.place.session + 1
    session = Session.fresh(number, generation.keyring, generation.file_id)
    return Sealer(generation.keyring, generation.chain, session)


def give_back(generation: Generation) -> None:
    """Cut preallocated zeros off the end, if nothing but those stands there. Under the lock."""
    end = generation.place.end
    if generation.file.stands_at_path() and generation.file.size() > end:
        rest = generation.file.read(end, generation.file.size() - end)
        if not any(rest):
            generation.file.truncate(end)
