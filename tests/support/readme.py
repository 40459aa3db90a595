"""The parts of the README that are made: ``python tests/support/readme.py`` makes them anew."""

import re
import subprocess
import sys
from pathlib import Path

README = Path(__file__).resolve().parents[2] / "README.md"
SHOWN = ("everywhere", "list", "people", "form")
"""Places whose keys stand open in the README; the others fold."""


def keys() -> str:
    """Give the key tables, in English."""
    from edtui import locale
    from edtui.tui.commands import registry
    from edtui.tui.commands.table import key_table

    before = locale.spoken()
    locale.speak("en")
    try:
        registry.all_commands()
        others = tuple(place.name for place in registry.places() if place.name not in SHOWN)
        folded = (
            f"<details><summary>All other places</summary>\n\n{key_table(others)}\n</details>\n"
        )
        return f"{key_table(SHOWN)}\n{folded}"
    finally:
        locale.speak(before)


def keys_in_a_fresh_process() -> str:
    """Give `keys` as a program gives it that has nothing else loaded: tests add places."""
    done = subprocess.run(
        [sys.executable, __file__, "--keys"], capture_output=True, check=True, text=True
    )
    return done.stdout


def with_part(text: str, name: str, made: str) -> str:
    """Give the README's text with the part between its two marks replaced."""
    pattern = rf"(<!-- made: {name} -->\n).*?(<!-- end of {name} -->)"
    return re.sub(pattern, lambda found: f"{found[1]}{made}{found[2]}", text, flags=re.DOTALL)


def made(text: str) -> str:
    """Give the README's text with all made parts anew."""
    return with_part(text, "keys", keys_in_a_fresh_process())


if __name__ == "__main__" and "--keys" in sys.argv:
    sys.stdout.write(keys())
elif __name__ == "__main__":
    README.write_text(made(README.read_text(encoding="utf-8")), encoding="utf-8")
