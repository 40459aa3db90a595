"""Writing a file where a person asked for one: new, readable by that person alone, whole or not."""

import os
from pathlib import Path

from edtui.exchange.errors import AlreadyThere, CannotWrite


def write_new(path: Path, content: bytes) -> None:
    """Write a file that is not there yet.

    Raises:
        AlreadyThere: there is a file already; it stays as it is.
        CannotWrite: the folder or the disk refuses; nothing is left behind.
    """
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as error:
        raise AlreadyThere(name=path.name) from error
    except (OSError, ValueError) as error:
        raise CannotWrite(name=path.name) from error
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
    except OSError as error:  # half a file is no file
        path.unlink(missing_ok=True)
        raise CannotWrite(name=path.name) from error
