"""Where things stand on this workstation, and the few settings that are needed before unlocking."""

import os
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

import platformdirs

HERE = Path(__file__).resolve().parent


def data_dir() -> Path:
    """Give the folder ``data/``: inside an installed package, else beside it in a checkout."""
    inside = HERE / "data"
    return inside if inside.is_dir() else HERE.parent / "data"


def config_dir() -> Path:
    """Give this user's folder for settings (``EDTUI_CONFIG`` overrides it)."""
    return Path(os.environ.get("EDTUI_CONFIG") or platformdirs.user_config_dir("edtui"))


def state_dir() -> Path:
    """Give this user's folder for what the program remembers (``EDTUI_STATE`` overrides it)."""
    return Path(os.environ.get("EDTUI_STATE") or platformdirs.user_state_dir("edtui"))


def default_vault() -> Path:
    """Give the vault that opens when none is named: ``EDTUI_VAULT``, else in the data folder."""
    named = os.environ.get("EDTUI_VAULT")
    return Path(named) if named else Path(platformdirs.user_data_dir("edtui")) / "team.edtui"


@dataclass(frozen=True)
class Settings:
    """What this workstation prefers; nothing about a person. Read from ``settings.toml``."""

    language: str = ""
    """``nl``, ``en``, or empty for the locale's."""

    theme: str = ""
    """Name of a theme, or empty to choose by the terminal."""

    keymap: dict[str, str] = field(default_factory=dict)
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


def _read(name: str) -> dict[str, object]:
    try:
        return tomllib.loads((config_dir() / name).read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError):
        return {}
