"""What the desk refuses, in words."""

from typing import Any

from edtui.errors import N_, EdtuiError


class ReadOnly(EdtuiError):
    """The vault cannot be written now (params: ``why``, a sentence)."""

    sentence = N_("The vault can only be read now. {why}")
    exit_status = 4


class ChangedElsewhere(EdtuiError):
    """Somebody saved the record since it was read: both versions, field by field."""

    sentence = N_("Somebody else changed this in the meantime.")
    hint = N_("Look at both versions and choose.")
    exit_status = 5

    def __init__(self, *, theirs: dict[str, Any], yours: dict[str, Any]) -> None:
        super().__init__()
        self.theirs = theirs
        self.yours = yours
