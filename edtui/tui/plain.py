"""Private text is never markup: what a person or a file gave becomes `Content` here."""

from textual.content import Content


def plain(text: object) -> Content:
    """Give ``text`` as content in which no character means anything but itself.

    Control characters (an escape sequence from an imported file) become a visible sign; a line
    feed and a tab stay.
    """
    return Content("".join(_visible(sign) for sign in str(text)))


def _visible(sign: str) -> str:
    if sign in "\n\t" or (sign >= " " and not "\x7f" <= sign <= "\x9f"):
        return sign
    return "\N{REPLACEMENT CHARACTER}"
