"""Memory of a long day: dialogs opened and closed over the roster, over and over."""

import asyncio
import gc
import statistics
from pathlib import Path
from typing import Any

from bench.measure import Plan, Row, in_fresh_process, kept
from bench.people import vault_of

TITLE = "Memory of a long day (dialogs over the roster)"
PEOPLE = 100
DIALOGS = 300
_LOOKS = 20
"""So many times the memory is looked at."""

_OPENING = ("question_mark", "ctrl+p", "ctrl+f", "n", "e", "f")
"""Help, all commands, find anything, a new person, this person, chosen filters."""


def sample(path: str, dialogs: int) -> dict[str, Any]:
    """Open and close so many dialogs; give the resident bytes over time."""
    return asyncio.run(_day(Path(path), dialogs))


async def _day(path: Path, dialogs: int) -> dict[str, Any]:
    import psutil

    from edtui import locale
    from edtui.clock import SystemClock
    from edtui.desk.demo import PASSPHRASE, USER
    from edtui.tui.app import EdtuiApp
    from edtui.tui.vault_door import VaultDoor

    locale.speak("en")
    clock, process = SystemClock(), psutil.Process()
    app = EdtuiApp(VaultDoor(path, clock), clock, user=USER)
    resident: list[int] = []
    opened: set[str] = set()
    async with app.run_test(notifications=True) as pilot:
        await pilot.pause()
        await pilot.press(*("space" if sign == " " else sign for sign in PASSPHRASE), "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("2")
        await app.workers.wait_for_complete()
        await pilot.pause()
        for number in range(dialogs):
            await pilot.press(_OPENING[number % len(_OPENING)])
            opened.add(type(app.screen).__name__)
            below = len(app.screen_stack)
            await pilot.press("escape")
            if len(app.screen_stack) == below:
                raise RuntimeError(f"{type(app.screen).__name__} stays open")
            if number % max(1, dialogs // _LOOKS) == 0:
                gc.collect()
                resident.append(process.memory_info().rss)
    return {"resident": resident, "kinds": len(opened)}


def run(plan: Plan) -> tuple[list[str], list[Row]]:
    """Measure one long day."""
    dialogs = plan.dialogs
    found = in_fresh_process(
        "steady:sample", path=str(vault_of(plan.folder, PEOPLE)), dialogs=dialogs
    )
    looks = found["resident"]
    # At first code is loaded and styles are kept; that settles in the first part of the day.
    later = looks[len(looks) // 4 :]
    half = max(1, len(later) // 2)
    before, after = statistics.median(later[:half]), statistics.median(later[-half:])
    cells = [f"{dialogs:,}", f"{looks[0] / 1e6:.1f} MB", f"{before / 1e6:.1f} MB"]
    cells.append(f"{after / 1e6:.1f} MB")
    growth = kept(after / before, 1.05, lambda value: f"{value:.3f} ×")
    rows = [Row(f"{found['kinds']} kinds of dialogs", cells)]
    rows.append(Row("memory of the later half against the earlier one", [], growth))
    return ["opened and closed", "at the start", "earlier half", "later half"], rows
