"""What is said when a story is withdrawn while it is open somewhere."""

from typing import Final

from edtui.errors import N_

TAKEN_AWAY: Final = N_("The story that was open here was withdrawn.")
