"""Where things stand on this workstation, and the few settings that are needed before unlocking."""

import os
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

# tomllib and platformdirs come in where they are needed: a command line verb should not wait.

HERE = Path(__file__).resolve().parent


def data_dir() -> Path:
    """Give the folder ``data/``: inside an installed package, else beside it in a checkout."""
    inside = HERE / "data"
    return inside if inside.is_dir() else HERE.parent / "data"


def config_dir() -> Path:
    """Give this user's folder for settings (``EDTUI_CONFIG`` overrides it)."""
    return _named("EDTUI_CONFIG") or _usual("config")


def state_dir() -> Path:
    """Give this user's folder for what the program remembers (``EDTUI_STATE`` overrides it)."""
    return _named("EDTUI_STATE") or _usual("state")


def default_vault() -> Path:
    """Give the vault that opens when none is named: ``EDTUI_VAULT``, else in the data folder."""
    return _named("EDTUI_VAULT") or _usual("data") / "team.edtui"


class Settings(NamedTuple):
    """What this workstation prefers; nothing about a person. Read from ``settings.toml``."""

    language: str = ""
    """``nl``, ``en``, or empty for the locale's."""

    theme: str = ""
    """Name of a theme, or empty to choose by the terminal."""

    keymap: Mapping[str, str] = MappingProxyType({})
    """Command id to key, where a person wants another one; from ``keymap.toml``."""


def load_settings() -> Settings:
    """Read the settings; a file that cannot be read counts as empty."""
    values = _read("settings.toml")
    keymap = {str(name): str(key) for name, key in _read("keymap.toml").items()}
    return Settings(
        language=str(values.get("language", "")), theme=str(values.get("theme", "")), keymap=keymap
    )


def save_setting(name: str, value: str) -> None:
    """Write one of ``language`` and ``theme``; keep the other."""
    kept = _read("settings.toml") | {name: value}
    config_dir().mkdir(parents=True, exist_ok=True)
    lines = [f'{key} = "{text}"\n' for key, text in sorted(kept.items())]
    (config_dir() / "settings.toml").write_text("".join(lines), encoding="utf-8")


def _named(variable: str) -> Path | None:
    value = os.environ.get(variable)
    return Path(value) if value else None


def _usual(kind: str) -> Path:
    """Give this user's folder of a kind (``config``, ``state``, ``data``)."""
    import platformdirs  # noqa: PLC0415

    folder: str = getattr(platformdirs, f"user_{kind}_dir")("edtui")
    return Path(folder)


def _read(name: str) -> dict[str, object]:
    try:
        text = (config_dir() / name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return {}
    import tomllib  # noqa: PLC0415

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return {}
