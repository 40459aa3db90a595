"""What a vault file says about itself, and the proof that all of it holds."""

from dataclasses import dataclass
from pathlib import Path

from edtui.vault.damage import find_tail
from edtui.vault.errors import Damaged, HeaderDamaged
from edtui.vault.frames import FORMAT
from edtui.vault.generation import Generation
from edtui.vault.header import read_copies
from edtui.vault.kdf import KdfSettings
from edtui.vault.recovery import seal_words
from edtui.vault.roster import Member
from edtui.vault.slots import PASSPHRASE


@dataclass(frozen=True)
class Info:
    """The file as a whole; nothing that was saved in it."""

    path: Path
    label: str
    format: int
    file_id: str
    generation: int
    sequence: int
    """Frames in this generation."""
    size: int
    """Bytes in use."""
    journal: int
    """Bytes since the snapshot."""
    compartments: tuple[str, ...]
    """Those whose key is held."""
    members: dict[str, str]
    """Name to role of everyone who can sign in."""
    kdf: KdfSettings
    """What a guess at this person's passphrase costs."""
    seal: tuple[str, ...]
    """Six words that change with every save: two files with the same words are the same."""


@dataclass(frozen=True)
class Report:
    """What `verified` found to hold. What does not hold is raised instead."""

    frames: int
    commits: int
    """Of the journal."""
    bodies: int
    """Opened and checked, signature too."""
    unseen: int
    """Frames of compartments without a key here: order and wholeness checked, content not."""
    writers: dict[str, int]
    """Name to how many bodies that person signed."""
    overstepped: dict[str, int]
    """Name to how many bodies that person wrote where the roster lets them read only."""
    unsigned: dict[str, int]
    """Name to how many bodies name that person as their writer and are not signed: another program
    is still writing, or one broke off. Whoever holds the compartment's key could have made them."""
    both_headers: bool
    """Both copies of the header are there and equal."""
    torn_bytes: int
    """Bytes of an unfinished save at the end."""


def info_of(path: Path, generation: Generation) -> Info:
    """Tell what can be told without reading."""
    opened, place = generation.opened, generation.place
    me = generation.keyring.user_id
    own = [one for one in opened.header.slots if one.user_id == me and one.kind == PASSPHRASE]
    return Info(
        path=path,
        label=opened.header.label,
        format=FORMAT,
        file_id=generation.file_id.hex(),
        generation=generation.number,
        sequence=place.sequence,
        size=place.end,
        journal=place.end - generation.snapshot_end,
        compartments=tuple(one.name for one in generation.keyring.compartments.values()),
        members={one.name: one.role for one in opened.roster.members.values() if not one.removed},
        kdf=own[0].settings if own else KdfSettings(0, 0, 0),
        seal=tuple(seal_words(place.chain)),
    )


def verified(generation: Generation) -> Report:
    """Read the file from its first byte and check everything. Under the lock.

    Raises:
        Damaged: something does not hold.
    """
    copies = read_copies(generation.file)
    if all(copy.raw != generation.opened.copy.raw for copy in copies.copies):
        raise HeaderDamaged(where=0)
    place = generation.start()
    commits = generation.commits(place, checking=True)
    for _ in commits.snapshot():
        pass
    if not place.sealed:
        raise Damaged(where=place.end)
    count = 0
    last = place.copy()
    for commit in commits.journal():
        count += 1
        last = commit.place
    if last != generation.place:
        # What was read when the file was opened is not what stands there now.
        raise Damaged(where=min(last.end, generation.place.end))
    tail = find_tail(generation.file, generation.chain, last)
    members = generation.opened.roster.members
    return Report(
        frames=last.sequence,
        commits=count - commits.sign_offs,
        bodies=sum(commits.signed.values()),
        unseen=commits.unseen,
        writers=_named(commits.signed, members),
        overstepped=_named(commits.overstepped, members),
        unsigned=_named(commits.unsigned, members),
        both_headers=copies.whole,
        torn_bytes=tail.end - tail.start if tail is not None else 0,
    )


def _named(counts: dict[bytes, int], members: dict[bytes, Member]) -> dict[str, int]:
    return {members[user_id].name: count for user_id, count in counts.items()}
