"""Driving a visit by keys, as a terminal would send them."""

from edtui.tui.kiosk.layout import lay_out
from edtui.tui.kiosk.visit import Visit
from edtui.tui.surroundings import Marks


def press(visit: Visit, *keys: str) -> None:
    """Press keys: digits and names."""
    for key in keys:
        visit.press(key, key if len(key) == 1 else "")


def type_in(visit: Visit, text: str) -> None:
    """Type a line and press enter."""
    for sign in text:
        visit.press(sign, sign)
    visit.press("enter", "")
    finish(visit)


def finish(visit: Visit) -> None:
    """Do what a thread would do."""
    while visit.waiting is not None:
        wait, visit.waiting = visit.waiting, None
        visit.take(wait.then(wait.work()))


def shown(visit: Visit, width: int = 80, height: int = 24) -> str:
    """Give what stands on the screen."""
    lines = lay_out(visit, width, height, Marks())
    assert len(lines) == height
    return "\n".join(line.text for line in lines)


def choose(visit: Visit, label: str) -> None:
    """Choose by a word of the label, turning over where it is not in sight."""
    for _turn in range(20):
        for number, choice in enumerate(visit.in_sight(), 1):
            if label in choice.label:
                press(visit, str(number))
                return
        press(visit, str(len(visit.in_sight())))
    raise AssertionError(label)
