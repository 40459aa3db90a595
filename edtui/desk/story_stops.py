"""What has to follow at once when a story may be shared less than before: the shelf, for one.

An area appends to `STOPS`; each is called inside the act that takes a permission away, so that
both are one commit. What goes when a story is withdrawn goes by `edtui.desk.traces` instead.
"""

from collections.abc import Callable

from edtui.desk.session import Act, Desk

Stop = Callable[[Desk, Act, int], None]

STOPS: list[Stop] = []
"""Each gets the desk, the act and the number of the story; it asks the gate what is left."""


def stopped(desk: Desk, act: Act, story_id: int) -> None:
    """Tell everybody, inside an act, that a story may have to be taken away somewhere."""
    for stop in STOPS:
        stop(desk, act, story_id)
