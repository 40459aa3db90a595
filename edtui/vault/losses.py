"""What can go wrong with the age of a vault file, and with copies of it: sentence and way out."""

from edtui.errors import N_
from edtui.vault.errors import Damaged, OlderFile, VaultError


class RolledBack(OlderFile):
    """The file holds together, and is not all that was seen from this workstation.

    Params: ``day`` when the newest save was seen, ``missing`` about how many saves are gone: a
    frame that only signs counts as one; ``parts`` compartment number to frames that are gone (only
    those that can be counted).
    """

    sentence = N_(
        "The vault file is not the newest one: what was saved until {day} is not all in it."
    )
    hint = N_(
        "Nothing can be changed now. Look for the newer file or put back the newest backup. "
        "Only the owner can accept the file as it is."
    )


class OlderCopy(RolledBack):
    """An older generation was put in the place of a newer one."""

    sentence = N_(
        "An older copy of the vault file stands in its place: what was saved until {day} is not "
        "all in it."
    )


class EndMissing(RolledBack):
    """Saves that were confirmed are cut off, or damaged at the very end."""

    sentence = N_(
        "The end of the vault file is missing or damaged: what was saved last, on {day}, is not "
        "in it (about {missing} saves are missing)."
    )


class OtherHistory(RolledBack):
    """Somebody went on from an older copy: both have saves that the other one lacks."""

    sentence = N_(
        "Somebody went on with an older copy of the vault file: not all that was saved until "
        "{day} is in it."
    )


class OlderMembers(RolledBack):
    """The list of people is older than one that was seen."""

    sentence = N_(
        "The list of who may open the vault is older than the one seen here on {day}: somebody "
        "who was taken off may stand on it again."
    )
    hint = N_("Nothing can be changed now. Ask the owner to look at the list, or to accept it.")


class NotRemembered(RolledBack):
    """What this workstation remembers opens with no key of the file: one of them was changed."""

    sentence = N_(
        "What this workstation remembers of the vault file does not open with its keys: one of the "
        "two was changed. Whether this is the newest file cannot be told."
    )
    hint = N_(
        "Nothing can be changed now. Compare the six words of the seal with those that somebody "
        "noted, or put back the newest backup. Only the owner can accept the file as it is."
    )


class NotABackup(VaultError):
    """A file that is no backup of this vault."""

    sentence = N_("This file is not a backup of this vault.")
    hint = N_("Choose a backup from the list.")


class BackupFailed(VaultError):
    """A copy was made and is not what it should be; it was taken away again."""

    sentence = N_("The backup was read back and is not right; it was taken away again.")
    hint = N_("Use another disk or stick; this one cannot be trusted.")


class BackupNotWritten(VaultError):
    """The system would not write it there."""

    sentence = N_("The backup could not be written there.")
    hint = N_("Check whether the disk or stick is full, or may be written, and try again.")


class OldPassphrase(VaultError):
    """A backup of before keys were changed."""

    sentence = N_("This backup opens with the name and passphrase of the day on which it was made.")
    hint = N_("Type those to look into it.")
    exit_status = 3


class PartLost(VaultError):
    """Nothing of a compartment is in a salvaged file."""

    sentence = N_("This part of the vault was lost when the file was broken.")
    hint = N_("Put back a backup that has it, or ask the owner to make the part anew.")
    exit_status = 4


class CutShort(Damaged):
    """The file ends before its snapshot does."""

    sentence = N_("The vault file is not whole: it breaks off at byte {where}.")
