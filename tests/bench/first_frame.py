"""How long until the unlock screen stands there, and until a command line verb asks the key."""

import sys
from pathlib import Path
from typing import Any

from bench.measure import Plan, Row, in_fresh_process, kept, seconds, taking_turns, times
from bench.on_terminal import OnTerminal

TITLE = "From starting the program"
_BARE = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("Passphrase")
Bare().run()
"""
_MARK = "Passphrase"
_EDTUI = ("-m", "edtui", "--vault", "team.edtui", "--user", "meter", "--lang", "en")

FRAMES = {"unlock screen": _EDTUI, "bare Textual app": ("-c", _BARE)}
QUESTIONS = {"`edtui people list`, until it asks": (*_EDTUI, "people", "list")}
ENDS = {"`edtui --version`": ("-m", "edtui", "--version"), "`python -c pass`": ("-c", "pass")}


def make_vault(path: str) -> dict[str, Any]:
    """Make the vault at whose door the screen stands; in a process of its own."""
    from bench.engines import VaultEngine

    engine = VaultEngine(Path(path))
    engine.open()
    engine.close()
    return {}


def run(plan: Plan) -> tuple[list[str], list[Row]]:
    """Measure all, taking turns."""
    in_fresh_process("first_frame:make_vault", path=str(plan.folder / "team.edtui"))

    def one(name: str) -> dict[str, float]:
        arguments = {**FRAMES, **QUESTIONS, **ENDS}[name]
        with OnTerminal(arguments, plan.folder) as program:
            moment = program.until_ended() if name in ENDS else program.until(_MARK)
            return {"first": moment - program.began}

    names = [*FRAMES, *QUESTIONS, *ENDS]
    for name in names:  # byte code is written and files are in memory from here on
        one(name)
    medians = {
        name: measures["first"] for name, measures in taking_turns(plan.rounds, names, one).items()
    }
    rows = [Row(name, [seconds(medians[name])]) for name in names]
    (screen, bare), (nothing,) = FRAMES, list(ENDS)[1:]
    rows.append(
        Row(f"{screen} against {bare}", [], kept(medians[screen] / medians[bare], 1.5, times))
    )
    for verb in (*QUESTIONS, *list(ENDS)[:1]):
        ratio = medians[verb] / medians[nothing]
        rows.append(Row(f"{verb} against {nothing}", [], kept(ratio, 3, times)))
    return [f"Python {sys.version_info.major}.{sys.version_info.minor}"], rows
