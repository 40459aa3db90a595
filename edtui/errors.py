"""What can go wrong, as sentences: what is wrong, what to do, and the exit status that says so.

A sentence is a message id in English with named parameters, so that every layer can say
something to a person without knowing the language that the person reads. The screens and the
command line translate it (``edtui.locale.say``).
"""

from collections.abc import Mapping
from typing import ClassVar, NamedTuple


def N_(msgid: str) -> str:  # noqa: N802  the name that gettext tools look for
    """Mark a message id for the catalogue; the text itself is translated where it is shown."""
    return msgid


class Sentence(NamedTuple):
    """A message id and what fills its ``{named}`` places. Parameters may be private text."""

    msgid: str
    params: Mapping[str, object] = {}

    def __str__(self) -> str:
        """Give the English text, for logs of tests and for programmers; never for a log file."""
        return self.msgid.format(**self.params)


class EdtuiError(Exception):
    """Base of all errors that a person may meet.

    A subclass says ``sentence`` (what is wrong) and ``hint`` (what to do) as message ids; the
    keyword arguments fill their named places. ``exit_status`` is what the command line returns:
    0 done, 1 failed, 2 usage, 3 wrong passphrase, 4 damaged, tampered or older file, 5 someone
    else was first or holds the lock, 6 not allowed.
    """

    sentence: ClassVar[str] = N_("Something went wrong.")
    hint: ClassVar[str] = ""
    exit_status: ClassVar[int] = 1

    def __init__(self, **params: object) -> None:
        super().__init__()
        self.params = params

    @property
    def said(self) -> Sentence:
        """What is wrong."""
        return Sentence(self.sentence, self.params)

    @property
    def advice(self) -> Sentence | None:
        """What to do about it, if there is anything to do."""
        return Sentence(self.hint, self.params) if self.hint else None

    def __str__(self) -> str:
        # Parameters can be private text and a traceback can reach a terminal: name them only.
        return self.sentence


class NotAllowed(EdtuiError):
    """The role, the consent or the confidentiality says no."""

    sentence = N_("You may not do that.")
    exit_status = 6


class NotFound(EdtuiError):
    """Nothing has this number (params: ``what``, ``number``)."""

    sentence = N_("There is no {what} with number {number}.")


class BadInput(EdtuiError):
    """What was typed cannot be understood (params as the sentence of the subclass)."""

    exit_status = 2
