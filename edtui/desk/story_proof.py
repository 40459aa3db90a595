"""Proof of a consent: the fingerprint of a scanned form, which itself stays outside the vault."""

import hashlib
from pathlib import Path

from edtui.errors import N_, BadInput


class NotAFile(BadInput):
    """There is nothing to read there (params: ``name``)."""

    sentence = N_("{name} cannot be read.")
    hint = N_("Look whether the scan is there.")


def fingerprint(path: Path) -> str:
    """Give the SHA-256 of a file, as hexadecimal digits.

    Raises:
        NotAFile: it cannot be read.
    """
    try:
        with path.open("rb") as scan:
            return hashlib.file_digest(scan, "sha256").hexdigest()
    except (OSError, ValueError) as error:
        raise NotAFile(name=path.name) from error
