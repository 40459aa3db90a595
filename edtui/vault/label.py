"""The vault's label, read without what opens a vault: the unlock screen waits for it."""

import struct
from pathlib import Path
from typing import Final

from edtui.vault.files import DiskFile
from edtui.vault.frames import FORMAT, MAGIC

_START: Final = struct.Struct("<8sHB16sQIH")
"""As the header begins (FORMAT.md): magic, format, suite, file, generation, length, of label."""

_LABEL_CAP: Final = 200


def quick_label(path: Path) -> str | None:
    """Give the label that stands in clear in the header (nobody has verified it then).

    Returns:
        None where the first copy of the header does not begin as this version writes it:
        `edtui.vault.opening.read_label` looks further, and says what is wrong.

    Raises:
        NoSuchVault, NotAPlainFile, CannotOpen: as they say.
    """
    file = DiskFile.open(path, writable=False)
    try:
        start = file.read(0, _START.size + _LABEL_CAP)
    finally:
        file.close()
    if len(start) < _START.size:
        return None
    magic, version, *_, length = _START.unpack_from(start)
    if (magic, version) != (MAGIC, FORMAT) or length > _LABEL_CAP:
        return None
    return start[_START.size : _START.size + length].decode(errors="ignore")
