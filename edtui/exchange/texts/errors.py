"""What a file with a text can be wrong with, in words."""

from edtui.errors import N_
from edtui.exchange.errors import BadFile


class NotAText(BadFile):
    """The file is of another kind (params: ``name``)."""

    sentence = N_("{name} is not a text that can be read here.")
    hint = N_("Save it as .docx, .odt, .txt or .md and try again.")


class BrokenText(BadFile):
    """The name says document and the bytes do not (params: ``name``)."""

    sentence = N_("{name} is not a whole document: it may be cut off, or locked with a password.")
    hint = N_("Open it in your word processor and save it again as .docx, .odt or .txt.")


class OddText(BadFile):
    """It holds what a document never needs and an attack does (params: ``name``)."""

    sentence = N_("{name} holds things that do not belong in a document, so it is not opened.")
    hint = N_("Copy its words into a new document, or into the text here.")


class TextTooBig(BadFile):
    """More than a story is (params: ``name``)."""

    sentence = N_("{name} is too big for one story.")
    hint = N_("Keep only the text of one story in it, without pictures, and try again.")


class NoWords(BadFile):
    """There is no text in it (params: ``name``)."""

    sentence = N_("There are no words in {name}.")
    hint = N_("A picture or a scan of a text cannot be read: type it over.")
