"""A package that two people open together: sealed under both their passphrases, neither enough.

Layout: a line that says what it is, sixteen bytes of salt for each of the two, a nonce of twelve,
then AES-256-GCM over JSON padded to 4 KB. Each passphrase goes through scrypt with its own salt;
HKDF makes one key of both, in their order. The outside names nobody.
"""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from edtui.errors import N_, EdtuiError
from edtui.exchange.errors import BadFile, NoSuchFile
from edtui.exchange.new_file import write_new

HEAD: Final = b"edtui stories for two, 1\n"
_SALT, _NONCE, _BLOCK = 16, 12, 4096
_MOST: Final = 64 * 1024 * 1024
_COST: Final = 2**16
"""Of scrypt: 64 MB and a fifth of a second for each passphrase."""


class NotAPackage(BadFile):
    """The file is something else (params: ``name``)."""

    sentence = N_("{name} is not a package of stories.")


class NotTheTwo(EdtuiError):
    """The two passphrases do not open it, or it was changed."""

    sentence = N_("These two passphrases do not open the package together.")
    hint = N_("The order counts: first who held the first one. Or the file was changed.")
    exit_status = 3


def write_package(path: Path, content: Mapping[str, Any], first: str, second: str) -> None:
    """Write a new package.

    Raises:
        AlreadyThere, CannotWrite: see `edtui.exchange.new_file.write_new`.
    """
    write_new(path, sealed(content, first, second))


def sealed(content: Mapping[str, Any], first: str, second: str) -> bytes:
    """Give the bytes of a package."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # takes a moment

    plain = json.dumps(content, ensure_ascii=False).encode()
    plain += b" " * (-len(plain) % _BLOCK)
    salts, nonce = os.urandom(2 * _SALT), os.urandom(_NONCE)
    outside = HEAD + salts + nonce
    key = _key(first, second, salts)
    return outside + AESGCM(key).encrypt(nonce, plain, outside)


def read_package(path: Path, first: str, second: str) -> dict[str, Any]:
    """Open a package.

    Raises:
        NoSuchFile: it is not there or may not be read.
        NotAPackage: it is something else.
        NotTheTwo: the passphrases do not open it, or it was changed.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(_MOST)
    except (OSError, ValueError) as error:
        raise NoSuchFile(name=path.name) from error
    if not data.startswith(HEAD) or len(data) < len(HEAD) + 2 * _SALT + _NONCE + 16:
        raise NotAPackage(name=path.name)
    return opened(data, first, second)


def opened(data: bytes, first: str, second: str) -> dict[str, Any]:
    """Give what stands in a package; see `read_package`."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    at = len(HEAD) + 2 * _SALT
    salts, nonce, rest = data[len(HEAD) : at], data[at : at + _NONCE], data[at + _NONCE :]
    try:
        plain = AESGCM(_key(first, second, salts)).decrypt(nonce, rest, data[: at + _NONCE])
    except InvalidTag as error:
        raise NotTheTwo from error
    content: dict[str, Any] = json.loads(plain)
    return content


def _key(first: str, second: str, salts: bytes) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    both = b"".join(
        Scrypt(salt=salt, length=32, n=_COST, r=8, p=1).derive(passphrase.encode())
        for salt, passphrase in ((salts[:_SALT], first), (salts[_SALT:], second))
    )
    return HKDF(SHA256(), 32, salt=salts, info=HEAD).derive(both)
