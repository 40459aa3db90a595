"""The screens' tests read English, unless they say otherwise: message ids are English."""

import pytest
from support import parsed_styles

from edtui import locale

parsed_styles.share()


@pytest.fixture(autouse=True)
def in_english(own_surroundings):
    """After the fixture of all tests, which speaks Dutch."""
    locale.speak("en")
