"""Reading ``data/demo``: texts in one language, days counted from today."""

import tomllib
from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any

from edtui import config


@lru_cache(maxsize=8)
def _read(path: Path) -> Mapping[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


class DemoTexts:
    """What the demo is made of, for one language, one day and one seed."""

    def __init__(self, language: str, today: date, seed: int) -> None:
        self.language = language if language in ("nl", "en") else "nl"
        self.today = today
        self.random = Random(seed)  # noqa: S311  an invented team, no keys

    def file(self, name: str) -> Mapping[str, Any]:
        """Give the content of ``data/demo/<name>.toml``."""
        return _read(config.data_dir() / "demo" / f"{name}.toml")

    def text(self, value: object) -> str:
        """Give a text; of a table with ``nl`` and ``en`` the one in the language."""
        if isinstance(value, Mapping):
            return str(value[self.language])
        return "" if value is None else str(value)

    def texts(self, value: object) -> tuple[str, ...]:
        """Give a list of texts, of a table with ``nl`` and ``en`` the one in the language."""
        chosen = value[self.language] if isinstance(value, Mapping) else value
        return tuple(str(text) for text in chosen) if isinstance(chosen, list) else ()

    def day(self, offset: object) -> date | None:
        """Give the day that is so many days from today; None where nothing is said."""
        return self.today + timedelta(days=offset) if isinstance(offset, int) else None

    def some_day(self, offset: int) -> date:
        """Give the day that is so many days from today."""
        return self.today + timedelta(days=offset)
