"""What all tests share: a day that stands still, own folders, and a known language."""

import gc
import os
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import settings
from support.memory_vault import MemoryVault

from edtui import locale
from edtui.clock import FixedClock
from edtui.desk.session import Desk

AMSTERDAM = ZoneInfo("Europe/Amsterdam")

# The same examples in every run; EDTUI_EXAMPLES=other looks further, for who hunts.
settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("other", derandomize=False, deadline=None)
settings.load_profile(os.environ.get("EDTUI_EXAMPLES", "same"))

gc.set_threshold(20_000, 20, 50)  # looking through all that pytest holds costs a tenth of the time


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2026, 11, 21, 9, 4, tzinfo=AMSTERDAM))


@pytest.fixture(autouse=True)
def own_surroundings(tmp_path, monkeypatch):
    """No test reads or writes the folders of the person who runs it."""
    for name in ("CONFIG", "STATE"):
        monkeypatch.setenv(f"EDTUI_{name}", str(tmp_path / name.lower()))
    monkeypatch.setenv("EDTUI_VAULT", str(tmp_path / "team.edtui"))
    monkeypatch.setenv("TZ", "Europe/Amsterdam")
    locale.speak("nl")
    yield
    locale.speak("nl")


@pytest.fixture
def memory_desk(clock) -> Desk:
    return Desk(MemoryVault(), clock)
