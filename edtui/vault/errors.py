"""What can go wrong with a vault file: each with a sentence and the way out.

No error carries private text, keys, or what was typed.
"""

from edtui.errors import N_, EdtuiError, NotAllowed


class VaultError(EdtuiError):
    """Base of everything that a vault file can raise."""


class WrongPassphrase(VaultError):
    """Name and passphrase do not open a slot; which of the two is wrong is never said."""

    sentence = N_("This name and passphrase do not open the vault.")
    hint = N_("Type both again. Capitals and spaces in the passphrase count.")
    exit_status = 3


class WrongRecoveryWords(VaultError):
    """Name and recovery words do not open a slot."""

    sentence = N_("This name and these recovery words do not open the vault.")
    hint = N_("Check the name, and whether this is the newest recovery sheet.")
    exit_status = 3


class MistypedRecoveryWords(WrongRecoveryWords):
    """The words cannot be a recovery key at all: a slip of the pen or of the fingers."""

    sentence = N_("These are not {count} recovery words as they stand on a recovery sheet.")
    hint = N_("Compare them with the sheet, word by word and in the same order.")


class UnknownRecoveryWord(MistypedRecoveryWords):
    """One word is not on the list (params: ``place``, from 1)."""

    sentence = N_("Word {place} is not one of the recovery words.")


class Damaged(VaultError):
    """The file is broken, or was changed by something else than this program (``where``: byte)."""

    sentence = N_("The vault file is damaged, or was changed outside the program, at byte {where}.")
    hint = N_(
        "Nothing was changed. Keep this file and put back the newest backup, or save what is "
        "still whole with: edtui vault salvage"
    )
    exit_status = 4


class Tampered(Damaged):
    """The bytes are whole but do not belong together: somebody with a key put them there."""

    sentence = N_("The vault file was changed by someone who should not have, at byte {where}.")
    hint = N_("Keep this file to look into it, and put back a backup.")


class HeaderDamaged(Damaged):
    """No copy of the header can be trusted."""

    sentence = N_("The first part of the vault file is damaged or was changed.")
    hint = N_("Without it nothing can be opened. Keep this file, and put back the newest backup.")


class ForbiddenParameters(Damaged):
    """A slot asks for key derivation outside the caps; it was not run."""

    sentence = N_("The vault file asks for a key derivation that is not safe to run.")


class OlderFile(Damaged):
    """An older generation stands where a newer one was read before."""

    sentence = N_("An older copy of the vault file was put in its place while it was open.")
    hint = N_("Nothing more is saved. Keep this file, and put back the newest backup.")


class NotAVault(VaultError):
    """The file does not begin as a vault does."""

    sentence = N_("This file is not a vault.")
    hint = N_("Choose another file.")
    exit_status = 4


class NotAPlainFile(VaultError):
    """A link, a folder, a device, or a file with a second name."""

    sentence = N_("The vault must be a plain file: not a link, not a folder, with one name only.")
    hint = N_("Copy it to a place of its own and open the copy.")


class NewerFormat(VaultError):
    """Written by a later version of the program."""

    sentence = N_("This vault was written by a newer version of the program.")
    hint = N_("Install the newer version; nothing was changed.")


class NoSuchVault(VaultError):
    """There is no file."""

    sentence = N_("There is no vault at that place.")


class CannotOpen(VaultError):
    """The system does not let this user open the file."""

    sentence = N_("The system does not let you open the vault file.")
    hint = N_("Check to whom the file and its folder belong.")


class CannotCreate(VaultError):
    """The system does not let this user make files there."""

    sentence = N_("The system does not let you make a vault at that place.")
    hint = N_("Choose a folder of your own.")


class ReadFailed(VaultError):
    """The disk gave an error instead of bytes."""

    sentence = N_("The disk cannot read the vault file.")
    hint = N_("Copy what you can to another disk, and put back a backup there.")


class AlreadyThere(VaultError):
    """A new vault never overwrites a file."""

    sentence = N_("There is a file at that place already.")
    hint = N_("Choose another name.")


class NotEnoughMemory(VaultError):
    """Key derivation needs more memory than is free (params: ``needed``, in MiB)."""

    sentence = N_("Opening the vault needs {needed} MiB of free memory, and that is not there now.")
    hint = N_("Close other programs and try again.")


class Locked(VaultError):
    """Another process holds the lock (params: ``holder``)."""

    sentence = N_("Another program is writing in the vault ({holder}).")
    hint = N_("Try again in a moment.")
    exit_status = 5


class OthersWroteFirst(VaultError):
    """Others appended what this process has not seen yet."""

    sentence = N_("Someone else saved something just before you.")
    hint = N_("Look at what changed and try again.")
    exit_status = 5


class KeysChanged(VaultError):
    """A new generation does not open with the keys that are held."""

    sentence = N_("Your key to the vault was changed or taken away.")
    hint = N_("Sign in again.")
    exit_status = 5


class MissingKey(VaultError, NotAllowed):
    """The compartment's key, or the right to write there, is not on this keyring."""

    sentence = N_("Your key does not open this part of the vault for that.")
    exit_status = 6


class VaultClosed(VaultError):
    """The vault was closed or locked."""

    sentence = N_("The vault is closed.")
    hint = N_("Open it again with your passphrase.")


class OwnerOnly(VaultError, NotAllowed):
    """Only an owner of the vault may do that."""

    sentence = N_("Only an owner of the vault can do that.")
    exit_status = 6


class LastOwner(VaultError, NotAllowed):
    """An owner cannot remove, reset or demote the own account: there always is one owner."""

    sentence = N_("You cannot do that to your own account.")
    hint = N_("Ask another owner of the vault.")
    exit_status = 6


class NameTaken(VaultError):
    """Somebody who can sign in, or a compartment, is called so."""

    sentence = N_("That name is in use already.")
    hint = N_("Choose another name.")


class NoSuchMember(VaultError):
    """Nobody who can sign in is called so."""

    sentence = N_("Nobody with that name can sign in.")
    hint = N_("Check the name.")


class NoSuchCompartment(VaultError):
    """No part of the vault is called so (params: ``name``)."""

    sentence = N_("The vault has no part that is called {name}.")


class NothingToRecover(VaultError):
    """There is nothing of one's own that these words could open."""

    sentence = N_("There is nothing private of yours that these words could open again.")


class ReadOnlyLog(VaultError):
    """Nothing can be written now (params: ``why``, a sentence)."""

    sentence = N_("The vault can only be read now: {why}")


class WriteFailed(VaultError):
    """A write or a sync failed; nothing of it is in the file."""

    sentence = N_("Saving failed. What was saved before is safe; the vault is read-only from now.")
    hint = N_("Check the disk, then sign in again.")


class DiskFull(WriteFailed):
    """There is no room."""

    sentence = N_("The disk is full. What was saved before is safe; the last save was not made.")
    hint = N_("Make room on the disk, then sign in again.")


class NotTheOwner(VaultError, NotAllowed):
    """Only the owner may decide this."""

    sentence = N_("Only the owner of the vault may do this.")
    hint = N_("Ask the owner to sign in here.")
    exit_status = 6
