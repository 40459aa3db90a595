"""Catching up with other processes: what they appended, and generations that they put in place."""

from edtui.errors import N_, Sentence
from edtui.vault.commits import Found
from edtui.vault.errors import KeysChanged, OlderFile, WriteFailed
from edtui.vault.generation import Generation, open_generation

TORN = N_("The last save was not finished and was left out. What was saved before is all there.")
STUCK = N_("the end of the file could not be repaired. Check the disk, then sign in again.")


def read_replacement(old: Generation) -> tuple[Generation, list[Found]]:
    """Open and read what was put in the place of ``old``, with the keys that are held.

    Raises:
        KeysChanged: it does not open with them, or is another vault.
        OlderFile: it is not newer than ``old``.
        Damaged, NotAVault, NewerFormat, NoSuchVault, NotAPlainFile: as they say.
    """
    file = old.file
    new = open_generation(file.path, old.opened, writable=file.writable, calls=file.calls)
    if new is None:
        raise KeysChanged
    try:
        if new.file_id != old.file_id:
            raise KeysChanged
        # Somebody who was removed can still make generations of what there was before.
        if new.number <= old.number or new.opened.roster.edition < old.opened.roster.edition:
            raise OlderFile(where=0)
        return new, new.read_all()
    except BaseException:
        new.file.close()
        raise


def settle(generation: Generation, *, writable: bool) -> tuple[list[Sentence], Sentence | None]:
    """Drop a torn tail; give what to tell, and why nothing can be written if that failed.

    Under the lock.

    Raises:
        Damaged: what stands there is no torn tail.
    """
    if not generation.file.stands_at_path():
        return [], None  # replaced since: the next look reads the new one
    try:
        found = generation.settle_tail(writable=writable)
    except (OSError, WriteFailed):
        return [Sentence(TORN)], Sentence(STUCK)
    return ([Sentence(TORN)] if found else []), None
