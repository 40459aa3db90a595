"""From a key to the frame that shows what it did: in the roster, with few people and with many."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.measure import Plan, Row, in_fresh_process, kept, seconds, taking_turns, times
from bench.on_terminal import OnTerminal
from bench.people import vault_of

TITLE = "From a key to the painted frame (roster)"
SIZES = (100, 100_000)
_PRESSES = 60
_TYPED = "van"
_MOVES = {
    "one line": ("j",),
    "one page": ("\x1b[6~", "\x1b[5~"),
    "to the end, to the beginning": ("G", "g"),
}
_CURSOR = "›"
_AT_ONCE = "one line, just after signing in"
"""While everything is still being read for finding."""


def sample(path: str, presses: int) -> dict[str, Any]:
    """Sign in, go to the roster, press keys; in a process of its own."""
    from edtui.desk.demo import PASSPHRASE, USER

    arguments = ["-m", "edtui", "--vault", path, "--user", USER, "--lang", "en"]
    found: dict[str, Any] = {}
    with OnTerminal(arguments, Path(path).parent) as program:
        program.until("Passphrase")
        program.quiet()
        unlocked = program.type(f"{PASSPHRASE}\r")
        program.until("Today")
        program.type("2")
        found["listed"] = program.until(_CURSOR) - unlocked
        found[_AT_ONCE] = _moves(program, _MOVES["one line"], presses)
        program.quiet()
        for name, keys in _MOVES.items():
            found[name] = _moves(program, keys, presses)
        found |= _filter(program, presses)
    return found


def _moves(program: OnTerminal, keys: Sequence[str], presses: int) -> list[float]:
    """Press keys in turn, and give how long each took to be seen."""
    watch = []
    for number in range(presses):
        pressed = program.type(keys[number % len(keys)])
        watch.append(program.until(_CURSOR) - pressed)
        program.drain(0.06)
    return watch


def _filter(program: OnTerminal, presses: int) -> dict[str, list[float]]:
    """Type a filter and take it away, over and over."""
    painted, narrowed = [], []
    for _ in range(max(1, presses // 10)):
        program.type("/")
        program.until("esc clears")
        program.quiet(0.1)
        for length in range(1, len(_TYPED) + 1):
            pressed = program.type(_TYPED[length - 1])
            painted.append(program.until(_TYPED[:length]) - pressed)
            narrowed.append(program.until("esc clears") - pressed)
            program.quiet(0.1)
        program.type("\x1b")
        program.until(_CURSOR)
        program.quiet(0.1)
    return {"letter of a filter": painted, "filtered": narrowed}


def _summary(samples: dict[str, Any]) -> dict[str, float]:
    """Give the middle and the ninety-fifth of a hundred."""
    found: dict[str, float] = {"listed": samples.pop("listed")}
    for name, values in samples.items():
        ordered = sorted(values)
        found[name] = ordered[len(ordered) // 2]
        found[f"{name}, p95"] = ordered[int(len(ordered) * 0.95)]
    return found


def run(plan: Plan) -> tuple[list[str], list[Row]]:
    """Measure with few people and with many, taking turns."""
    few, many = SIZES if max(plan.sizes) >= 1_000 else (max(plan.sizes),) * 2
    presses = _PRESSES if many > few else 4
    paths = {size: str(vault_of(plan.folder, size)) for size in (few, many)}

    def one(size: str) -> dict[str, float]:
        path = paths[int(size)]
        return _summary(in_fresh_process("keypress:sample", path=path, presses=presses))

    medians = taking_turns(min(plan.rounds, 3), map(str, paths), one)
    small, big = medians[str(few)], medians[str(many)]
    rows = [Row("signed in, and the roster listed", [seconds(s["listed"]) for s in (small, big)])]
    for name in small:
        if name == "listed" or name.endswith("p95"):
            continue
        tail = f"{name}, p95"
        cells = [f"{seconds(s[name])}, p95 {seconds(s[tail])}" for s in (small, big)]
        rows.append(Row(name, cells))
        if name not in ("filtered", _AT_ONCE):
            ratio = big[tail] / small[tail]
            rows.append(Row(f"{name}, p95, many against few", [], kept(ratio, 1.5, times)))
    return [f"{size:,} people" for size in (few, many)], rows
