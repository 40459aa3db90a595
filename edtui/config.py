"""Where things stand on this workstation, and the few settings that are needed before unlocking."""

# Every command line verb reads this before it asks the passphrase (DESIGN, section 7): pathlib,
# platformdirs, tomllib and typing would cost it 10 ms, so they come in where they are needed.
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_XDG = {
    "config": ("XDG_CONFIG_HOME", ".config"),
    "state": ("XDG_STATE_HOME", ".local/state"),
    "data": ("XDG_DATA_HOME", ".local/share"),
}


def data_dir() -> "Path":
    """Give the folder ``data/``: inside an installed package, else beside it in a checkout."""
    from pathlib import Path

    here = Path(__file__).resolve().parent
    inside = here / "data"
    return inside if inside.is_dir() else here.parent / "data"


def config_dir() -> "Path":
    """Give this user's folder for settings (``EDTUI_CONFIG`` overrides it)."""
    return _path(_folder("config"))


def state_dir() -> "Path":
    """Give this user's folder for what the program remembers (``EDTUI_STATE`` overrides it)."""
    return _path(_folder("state"))


def default_vault() -> "Path":
    """Give the vault that opens when none is named: ``EDTUI_VAULT``, else in the data folder."""
    return _path(default_vault_name())


def default_vault_name() -> str:
    """Give `default_vault` as text."""
    return os.environ.get("EDTUI_VAULT") or os.path.join(_usual("data"), "team.edtui")  # noqa: PTH118  pathlib costs 2 ms


def default_kiosk_key() -> str:
    """Give where a kiosk's key stands where nothing else was said."""
    return os.path.join(_folder("config"), "kiosk.key")  # noqa: PTH118  pathlib costs 2 ms


class Settings:
    """What this workstation prefers; nothing about a person. Read from ``settings.toml``."""

    __slots__ = ("keymap", "language", "theme")

    def __init__(
        self, language: str = "", theme: str = "", keymap: "Mapping[str, str] | None" = None
    ) -> None:
        self.language = language
        """``nl``, ``en``, or empty for the locale's."""

        self.theme = theme
        """Name of a theme, or empty to choose by the terminal."""

        self.keymap = dict(keymap or {})
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


def _folder(kind: str) -> str:
    return os.environ.get(f"EDTUI_{kind.upper()}") or _usual(kind)


def _usual(kind: str) -> str:
    """Give this user's folder of a kind (``config``, ``state``, ``data``), as platformdirs has it.

    On Linux by the rule itself: platformdirs imports tempfile, random and more.
    """
    if sys.platform == "linux":
        variable, beside_home = _XDG[kind]
        named = os.environ.get(variable, "").strip()
        home = os.path.expanduser("~")  # noqa: PTH111  pathlib costs 2 ms
        return os.path.join(named or os.path.join(home, beside_home), "edtui")  # noqa: PTH118  pathlib costs 2 ms
    import platformdirs

    folder: str = getattr(platformdirs, f"user_{kind}_dir")("edtui")
    return folder


def _path(name: str) -> "Path":
    from pathlib import Path

    return Path(name)


def _read(name: str) -> dict[str, object]:
    try:
        with open(os.path.join(_folder("config"), name), encoding="utf-8") as file:  # noqa: PTH118, PTH123  pathlib costs 2 ms
            text = file.read()
    except (OSError, UnicodeDecodeError):
        return {}
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return {}
