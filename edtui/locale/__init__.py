"""The language that the person at the screen reads: messages, dates, numbers.

Message ids are English sentences, so English needs no catalogue; ``nl/LC_MESSAGES/edtui.po`` is
the Dutch one. Catalogues are read once, by the standard library, so that a command line verb
starts quickly; Babel comes in only where a date or a number is written.
"""

import gettext as _gettext
import locale as _locale
import os
from pathlib import Path

from edtui.errors import EdtuiError, Sentence

LANGUAGES = ("nl", "en")

_HERE = Path(__file__).resolve().parent
_NO_CATALOGUE = _gettext.NullTranslations()


class _Spoken:
    language = "en"
    catalogue: _gettext.NullTranslations = _NO_CATALOGUE


def speak(language: str) -> None:
    """Choose the language from now on: ``nl``, ``en``, or empty for the locale's."""
    _Spoken.language = language if language in LANGUAGES else guess()
    _Spoken.catalogue = _gettext.translation(
        "edtui", localedir=_HERE, languages=[_Spoken.language], fallback=True
    )


def spoken() -> str:
    """Give the language in use."""
    return _Spoken.language


def guess() -> str:
    """Give Dutch where the locale is Dutch or says nothing (``C``, ``POSIX``), else English.

    The users are Dutch, and a workstation with a bare locale is more often theirs.
    """
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return "nl" if value.split(".")[0] in ("C", "POSIX") or value[:2] == "nl" else "en"
    return "nl" if (_locale.getlocale()[0] or "nl")[:2] == "nl" else "en"


def _(msgid: str) -> str:
    """Give ``msgid`` in the language in use."""
    return _Spoken.catalogue.gettext(msgid) if msgid else ""


def ngettext(one: str, many: str, count: int) -> str:
    """Give the form for ``count`` in the language in use."""
    return _Spoken.catalogue.ngettext(one, many, count)


def say(sentence: Sentence) -> str:
    """Give a sentence in the language in use, its places filled (sentences in them too)."""
    filled = {
        name: say(value) if isinstance(value, Sentence) else value
        for name, value in sentence.params.items()
    }
    return _(sentence.msgid).format(**filled)


def explain(error: EdtuiError) -> str:
    """Give what is wrong and what to do, as one text."""
    advice = error.advice
    return say(error.said) + (f" {say(advice)}" if advice else "")
