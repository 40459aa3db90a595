"""What of the pages for people is made: ``python tests/support/readme.py`` makes it anew."""

import re
import subprocess
import sys
from pathlib import Path

README = Path(__file__).resolve().parents[2] / "README.md"
KEYS = README.parent / "edtui" / "KEYS.md"
"""All keys; the README shows those of a few places."""

SHOWN = ("everywhere", "list", "form")
"""Places whose keys stand in the README."""

HEAD = """# Keys

Made from the program's own commands. `?` shows those of the screen that you are on, `ctrl+p` finds
any of them by a word. Another key is one line in `keymap.toml` in the settings folder:
`"people.new" = "a"`.

"""


def keys(*places: str) -> str:
    """Give key tables, in English; of all places where none is named."""
    from edtui import locale
    from edtui.tui.commands import registry
    from edtui.tui.commands.table import key_table

    before = locale.spoken()
    locale.speak("en")
    try:
        registry.all_commands()
        rest = sorted(registry.places(), key=lambda place: place.title)
        others = tuple(place.name for place in rest if place.name not in SHOWN)
        return key_table(places or SHOWN + others)
    finally:
        locale.speak(before)


def keys_in_a_fresh_process(*places: str) -> str:
    """Give `keys` as a program gives it that has nothing else loaded: tests add places."""
    done = subprocess.run(
        [sys.executable, __file__, "--keys", *places], capture_output=True, check=True, text=True
    )
    return done.stdout


def made(text: str) -> str:
    """Give the README's text with its key tables anew."""
    tables = f"{keys_in_a_fresh_process(*SHOWN)}\n"
    pattern = r"(<!-- made: keys -->\n).*?(<!-- end of keys -->)"
    return re.sub(pattern, lambda found: f"{found[1]}{tables}{found[2]}", text, flags=re.DOTALL)


def all_keys() -> str:
    """Give the page with the keys of all places."""
    return HEAD + keys_in_a_fresh_process().replace("### ", "## ")


if __name__ == "__main__" and "--keys" in sys.argv:
    sys.stdout.write(keys(*sys.argv[sys.argv.index("--keys") + 1 :]))
elif __name__ == "__main__":
    README.write_text(made(README.read_text(encoding="utf-8")), encoding="utf-8")
    KEYS.write_text(all_keys(), encoding="utf-8")
