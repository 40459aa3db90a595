"""What the desk notes of somebody who may sign in, beside the keys, which only the vault knows."""

from datetime import datetime
from typing import ClassVar

from edtui.records.base import Record
from edtui.records.text import Line


class User(Record):
    """One member. The log names members by these numbers, also those who are gone."""

    table: ClassVar[str] = "users"

    user_id: Line
    """As the vault numbers its members."""

    name: Line
    """With which the member signs in."""

    since: datetime | None = None
    last_sign_in: datetime | None = None
    """None for who may not write in the directory, such as a kiosk."""

    handed: bool = False
    """Somebody else chose the passphrase, and no own one was set yet."""

    handed_keys: tuple[Line, ...] = ()
    """Marks of the keys that were handed over: as long as one of them is there, none are own."""

    removed: datetime | None = None
