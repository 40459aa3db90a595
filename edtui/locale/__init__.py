"""The language that the person at the screen reads: messages, dates, numbers.

Message ids are English sentences, so English needs no catalogue; ``nl/LC_MESSAGES/edtui.po`` is
the Dutch one. It is looked up in its compiled form, so that a command line verb starts quickly;
Babel comes in only where a date or a number is written.
"""

import os

from edtui.locale.catalogue import Catalogue

TYPE_CHECKING = False  # typing, and with it edtui.errors, would cost a command line verb 2 ms
if TYPE_CHECKING:
    from edtui.errors import EdtuiError, Sentence

LANGUAGES = ("nl", "en")

_HERE = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120  pathlib costs 2 ms


class _Spoken:
    language = "en"
    catalogue = Catalogue()


def speak(language: str) -> None:
    """Choose the language from now on: ``nl``, ``en``, or empty for the locale's."""
    _Spoken.language = language if language in LANGUAGES else guess()
    _Spoken.catalogue = _read(_Spoken.language)


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
    import locale as _locale  # seldom needed

    return "nl" if (_locale.getlocale()[0] or "nl")[:2] == "nl" else "en"


def _read(language: str) -> Catalogue:
    name = os.path.join(_HERE, language, "LC_MESSAGES", "edtui.mo")  # noqa: PTH118  as above
    try:
        with open(name, "rb") as file:  # noqa: PTH123  as above
            return Catalogue(file.read())
    except (OSError, ValueError):
        return Catalogue()


def _(msgid: str) -> str:
    """Give ``msgid`` in the language in use."""
    return _Spoken.catalogue.gettext(msgid) if msgid else ""


def ngettext(one: str, many: str, count: int) -> str:
    """Give the form for ``count`` in the language in use."""
    return _Spoken.catalogue.ngettext(one, many, count)


def say(sentence: "Sentence") -> str:
    """Give a sentence in the language in use, its places filled in that language too."""
    from edtui.locale.filling import filled  # only what says something needs it

    return _(sentence.msgid).format(**filled(sentence.params))


def explain(error: "EdtuiError") -> str:
    """Give what is wrong and what to do, as one text."""
    advice = error.advice
    return say(error.said) + (f" {say(advice)}" if advice else "")
