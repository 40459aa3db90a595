"""What the desk refuses, in words."""

from typing import Any

from edtui.errors import N_, BadInput, EdtuiError


class ReadOnly(EdtuiError):
    """The vault cannot be written now (params: ``why``, a sentence)."""

    sentence = N_("The vault can only be read now: {why}")
    exit_status = 4


class NewerProgram(EdtuiError):
    """A newer version of the program wrote this record; here it can only be read."""

    sentence = N_("A newer version of edtui wrote this; this version can only read it.")
    hint = N_("Use the newer version to change it.")
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


class ChangedSince(ChangedElsewhere):
    """An act cannot be taken back or done again: what it left is no longer what stands there."""

    sentence = N_("This was changed after you did it, so it cannot be taken back any more.")
    hint = N_("Open the record and change it by hand.")


class NotNow(BadInput):
    """The record's status does not allow this (params: ``status``)."""

    sentence = N_("That cannot be done now: the status is {status}.")


class ReasonNeeded(BadInput):
    """Something that is refused, skipped or ended needs a reason."""

    sentence = N_("Please give a reason.")


class WeakPassphrase(BadInput):
    """The passphrase is easy to guess (params: ``why``, a sentence)."""

    sentence = N_("This passphrase is too easy to guess. {why}")
    hint = N_("Four or five words that have nothing to do with each other work well.")


class OutOfRange(BadInput):
    """A number is not between its limits (params: ``lowest``, ``highest``)."""

    sentence = N_("Choose a number from {lowest} to {highest}.")


class EmptyName(BadInput):
    """A name is needed and nothing was typed."""

    sentence = N_("Please type a name.")
