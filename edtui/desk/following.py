"""Following the other terminals: what they saved is taken in and told to every listener here.

The roster's lines, the find index and the screens listen to the desk; they change in place, as
they do for what is saved here. Call `follow` every half second (`EVERY`) in a thread. An act needs
no call before it: it stands on the newest documents by itself, and what others saved meanwhile is
told first.
"""

from edtui.desk.act import Change
from edtui.desk.session import Desk

EVERY = 0.5
"""Seconds between two looks; a look that finds nothing takes microseconds."""


def follow(desk: Desk) -> list[Change]:
    """Take in what other terminals saved, tell the listeners, and give it.

    What others keep for taking back and half-typed forms is taken in too, but is nobody's news.

    Raises:
        edtui.vault.errors.KeysChanged: this person's key was changed or taken away: lock the desk.
        edtui.vault.errors.Damaged: what stands in the file cannot be verified; nothing of it was
            taken in, and nothing can be written from now on.
        edtui.vault.errors.Locked: another process has held the lock for long; look again later.
    """
    return desk.take_news()
