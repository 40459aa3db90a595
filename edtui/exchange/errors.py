"""What a file that comes in can be wrong with, in words."""

from edtui.errors import N_, EdtuiError


class BadFile(EdtuiError):
    """Base: the file cannot be read as what it should be."""

    sentence = N_("This file cannot be read.")


class NoSuchFile(BadFile):
    """There is no such file, or it may not be read (params: ``name``)."""

    sentence = N_("The file {name} is not there or may not be read.")
    hint = N_("Check the name and the folder.")


class UnknownKind(BadFile):
    """The file is of another kind (params: ``name``)."""

    sentence = N_("{name} is not a file that can be read here.")
    hint = N_("Save it as .xlsx, .csv or .vcf and try again.")


class NotASpreadsheet(BadFile):
    """The name says spreadsheet and the bytes do not (params: ``name``)."""

    sentence = N_(
        "{name} is not a whole spreadsheet: it may be cut off, or locked with a password."
    )
    hint = N_("Open it in your spreadsheet program and save it again as .xlsx or .csv.")


class TooBig(BadFile):
    """More than a team's list can be (params: ``name``)."""

    sentence = N_("{name} is too big for a list of people.")
    hint = N_("Keep only the sheet with the people and try again.")


class NothingIn(BadFile):
    """No row with something in it under a row of headers (params: ``name``)."""

    sentence = N_("No list was found in {name}.")
    hint = N_("A list has one row of headers, such as Name and E-mail, and a row for each person.")


class AlreadyThere(EdtuiError):
    """A file stands where one would be written (params: ``name``)."""

    sentence = N_("{name} is already there and is left as it is.")
    hint = N_("Choose another name.")


class CannotWrite(EdtuiError):
    """The file system refused (params: ``name``)."""

    sentence = N_("{name} cannot be written.")
    hint = N_("Check that the folder is there, that you may write in it and that there is room.")
