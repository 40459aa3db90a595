"""A log without a file and without keys: what `edtui.vault.log.SealedLog` offers, for tests."""

from contextlib import contextmanager

from edtui.vault.commits import Body
from edtui.vault.errors import WriteFailed
from edtui.vault.log import News


class MemoryFile:
    """What several logs look at: generations of commits."""

    def __init__(self) -> None:
        self.generation = 1
        self.bodies: list[Body] = []


class MemoryLog:
    """One process's view of a `MemoryFile`."""

    def __init__(self, file: MemoryFile | None = None, compartments=("main",)) -> None:
        self.file = file or MemoryFile()
        self.compartments = tuple(compartments)
        self.read_only = None
        self.notices = []
        self.appends = 0
        self.fail_next = False
        self._seen = 0
        self._generation = self.file.generation
        self._snapshot = 0
        self._held = False

    @property
    def size(self) -> int:
        return sum(len(body.body) for body in self.file.bodies)

    @property
    def snapshot_bytes(self) -> int:
        return sum(len(body.body) for body in self.file.bodies if body.kind == "snapshot")

    def may_write(self, compartment: str) -> bool:
        return True

    def replay(self):
        yield from self.follow().bodies

    @contextmanager
    def locked(self, timeout: float = 10.0):
        assert not self._held, "a store nests by itself"
        self._held = True
        try:
            yield self.follow()
        finally:
            self._held = False

    def follow(self) -> News:
        replaced = self._generation != self.file.generation
        if replaced:
            self._generation, self._seen = self.file.generation, 0
        bodies = self.file.bodies[self._seen :]
        self._seen = len(self.file.bodies)
        return News(replaced, bodies)

    def append(self, bodies, drops=None) -> None:
        assert self._held
        assert not drops, "a log without keys has no letterboxes"
        if self.fail_next:
            self.fail_next = False
            raise WriteFailed
        self.appends += 1
        self.file.bodies += [Body(name, "commit", body) for name, body in bodies.items()]
        self._seen = len(self.file.bodies)

    def compact(self, snapshot) -> None:
        assert self._held
        bodies = [Body(name, "snapshot", body) for name, body in snapshot]
        assert {body.compartment for body in bodies} == set(self.compartments)
        self.file.generation += 1
        self.file.bodies = [body for body in bodies if body.body]
        self._generation, self._seen = self.file.generation, len(self.file.bodies)

    def close(self) -> None:
        pass
