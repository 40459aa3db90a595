"""What a transaction will append: operations in their order, neighbouring puts made one."""

from edtui.vault import ops

_Put = tuple[str, str, int, bytes]
_Other = tuple[str, bytes]
_Dropped = tuple[str, bytes, None]


class Pending:
    """Operations that are done in memory and not yet in the file."""

    def __init__(self) -> None:
        self.entries: list[_Put | _Other | _Dropped] = []

    def put(self, compartment: str, table: str, number: int, encoded: bytes) -> None:
        """Note a put of one document."""
        self.entries.append((compartment, table, number, encoded))

    def add(self, compartment: str, operation: bytes) -> None:
        """Note another operation, already encoded."""
        self.entries.append((compartment, operation))

    def drop(self, compartment: str, operation: bytes) -> None:
        """Note something for those who may read a compartment, which is sealed to its key."""
        self.entries.append((compartment, operation, None))

    def cut(self, length: int) -> None:
        """Forget all but the first ``length``."""
        del self.entries[length:]

    def commit(self) -> tuple[dict[str, bytes], dict[str, bytes]]:
        """Give one body a compartment, and one body to drop a compartment."""
        if len(self.entries) == 1:  # as below; most saves are this
            only = self.entries[0]
            if len(only) == 4:
                compartment, table, number, encoded = only
                return {compartment: ops.put_one(table, number, encoded)}, {}
        return self._bodies(), self._drops()

    def _drops(self) -> dict[str, bytes]:
        parts: dict[str, list[bytes]] = {}
        for entry in self.entries:
            if len(entry) == 3:
                parts.setdefault(entry[0], []).append(entry[1])
        return {compartment: b"".join(some) for compartment, some in parts.items()}

    def _bodies(self) -> dict[str, bytes]:
        parts: dict[str, list[bytes]] = {}
        ids: list[int] = []
        documents: list[bytes] = []
        key: tuple[str, str] | None = None
        used = 0

        def close() -> None:
            nonlocal ids, documents, used
            if key is not None and ids:
                parts.setdefault(key[0], []).append(ops.put(key[1], ids, documents))
            ids, documents, used = [], [], 0

        for entry in self.entries:
            if len(entry) == 3:
                continue
            if len(entry) == 2:
                close()
                key = None
                parts.setdefault(entry[0], []).append(entry[1])
                continue
            compartment, table, number, encoded = entry
            if key != (compartment, table) or used > ops.BLOCK:
                close()
                key = (compartment, table)
            ids.append(number)
            documents.append(encoded)
            used += len(encoded)
        close()
        return {compartment: b"".join(some) for compartment, some in parts.items()}
