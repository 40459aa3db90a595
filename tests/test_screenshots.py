"""The README shows the program as it is."""

import re
from pathlib import Path

import pytest
from support.screenshots import PICTURES, PLACE, taken, words

README = Path(__file__).resolve().parents[1] / "README.md"


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.path.stem)
async def test_picture_is_of_today(picture):
    assert words(picture.path.read_text(encoding="utf-8")) == words(await taken(picture)), (
        "stale: python tests/support/screenshots.py"
    )


def test_no_other_picture_lies_there():
    assert sorted(PLACE.glob("*.svg")) == sorted(picture.path for picture in PICTURES)


def test_readme_shows_pictures_that_exist():
    shown = re.findall(r"\(screenshots/([^)]+)\)", README.read_text(encoding="utf-8"))
    assert shown
    assert all((PLACE / name).exists() for name in shown)
