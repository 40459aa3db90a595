"""Keys as words: the recovery sheet, and the six words of a seal.

A recovery key is 128 random bits. With 16 bits of checksum it makes 16 words, so a slip while
copying them is told at once and by word. The first four letters of a word are enough.
"""

import hashlib
import hmac
import os
import re
import unicodedata
from collections.abc import Sequence
from typing import Final

from edtui.vault.errors import MistypedRecoveryWords, UnknownRecoveryWord
from edtui.vault.words import BITS, WORDS

RECOVERY_WORDS: Final = 16
SEAL_WORDS: Final = 6
_KEY_BYTES = 16
_CHECK_BYTES = 2
_SHORTEST = 4

_NUMBER_OF = {word[:_SHORTEST]: number for number, word in enumerate(WORDS)}


def new_recovery_key() -> bytes:
    """Give 16 random bytes."""
    return os.urandom(_KEY_BYTES)


def words_of_key(key: bytes) -> list[str]:
    """Give the 16 words of a recovery key."""
    return _words(int.from_bytes(key + _checksum(key), "big"), RECOVERY_WORDS)


def key_of_words(words: "Sequence[str] | str") -> bytes:
    """Give the recovery key of 16 words, in any case, shortened to four letters or more.

    Raises:
        UnknownRecoveryWord: one is not on the list (says which place).
        MistypedRecoveryWords: there are not 16, or they do not belong together.
    """
    text = words if isinstance(words, str) else " ".join(words)
    plain = unicodedata.normalize("NFKD", text).casefold()
    found = [word for word in re.split(r"[^a-z]+", plain) if word]
    number = 0
    for place, word in enumerate(found, start=1):
        digit = _NUMBER_OF.get(word[:_SHORTEST])
        if digit is None or not WORDS[digit].startswith(word):
            raise UnknownRecoveryWord(place=place, count=RECOVERY_WORDS)
        number = number << BITS | digit
    if len(found) != RECOVERY_WORDS:
        raise MistypedRecoveryWords(count=RECOVERY_WORDS)
    data = number.to_bytes(_KEY_BYTES + _CHECK_BYTES, "big")
    key, check = data[:_KEY_BYTES], data[_KEY_BYTES:]
    if not hmac.compare_digest(check, _checksum(key)):
        raise MistypedRecoveryWords(count=RECOVERY_WORDS)
    return key


def seal_words(digest: bytes) -> list[str]:
    """Give six words for the first 54 bits of a digest of at least 8 bytes, to compare by eye."""
    bits = SEAL_WORDS * BITS
    return _words(int.from_bytes(digest[:8], "big") >> (64 - bits), SEAL_WORDS)


def _words(number: int, count: int) -> list[str]:
    places = range((count - 1) * BITS, -1, -BITS)
    return [WORDS[number >> place & ((1 << BITS) - 1)] for place in places]


def _checksum(key: bytes) -> bytes:
    return hashlib.sha256(b"edtui recovery v1\0" + key).digest()[:_CHECK_BYTES]
