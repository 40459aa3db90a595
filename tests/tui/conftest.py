"""The screens' tests read English, unless they say otherwise: message ids are English."""

import pytest

from edtui import locale


@pytest.fixture(autouse=True)
def in_english(own_surroundings):
    """After the fixture of all tests, which speaks Dutch."""
    locale.speak("en")
