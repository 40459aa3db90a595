"""What a new generation with other keys is made of, and the bodies that go into it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from edtui.vault.acceptance import Acceptance
from edtui.vault.commits import Commits
from edtui.vault.generation import Generation
from edtui.vault.header import Header
from edtui.vault.keys import Compartment, Keyring
from edtui.vault.sessions import Sessions
from edtui.vault.unlock import Opened
from edtui.vault.walk import Walk


class Renewal(NamedTuple):
    """A plan: what the next generation's header says, and what is sealed anew."""

    header: Header
    held: Opened
    """The keys of this sign-in from then on."""
    writer: Keyring
    """The keys for what is sealed anew; may be more than this sign-in holds."""
    before: dict[int, Compartment]
    """Keys of before, for what is sealed anew and the caller does not have."""
    rewritten: frozenset[int] = frozenset()
    left: frozenset[int] = frozenset()
    """Compartments that are taken away."""


def renewed_bodies(
    old: Generation, renewal: Renewal, bodies: Callable[[str], Iterable[bytes] | None]
) -> Iterator[tuple[Compartment, bytes]]:
    """Give what is sealed anew: from the caller where it has it, else from the file."""
    for number in sorted(renewal.rewritten):
        one = renewal.writer.compartments[number]
        given = bodies(one.name) if number in old.keyring.compartments else None
        if given is None:
            yield one, b""
            before = renewal.before.get(number)
            given = _bodies_in(old, before) if before is not None else ()
        for body in given:
            yield one, body


def signed_anew(old: Generation, renewal: Renewal) -> bytes | None:
    """Give the content of the file's ANCHOR-ACK under another owner key, if it becomes another."""
    accepted = Acceptance.read(old.place.accepted)
    now = renewal.held.keyring
    if accepted is None or now.owner_public == old.keyring.owner_public:
        return None  # it is carried as it is
    return accepted.packed(now.owner_private, old.file_id)


def _bodies_in(old: Generation, one: Compartment) -> Iterator[bytes]:
    """Give all bodies of one compartment, as they stand in the file. Its history comes along."""
    keyring = replace(old.keyring, compartments={one.number: one})
    commits = Commits(
        Walk(old.file, old.chain, old.start()),
        Sessions(keyring, old.file_id),
        old.opened.roster,
        old.number,
    )
    for reading in (commits.snapshot(), commits.journal()):
        for commit in reading:
            for body in commit.bodies:
                yield body.body
