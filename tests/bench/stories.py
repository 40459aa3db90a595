"""Finding in the texts of 10,000 stories of 1,500 words: reading them, and each letter typed."""

import resource
from datetime import datetime
from pathlib import Path
from typing import Any

from bench.measure import Plan, Row, Stopwatch, in_fresh_process, kept, seconds
from bench.on_terminal import OnTerminal

TITLE = "Finding in stories of 1,500 words"
MANY = 10_000
_TYPED = ("verhalen", "straat open", "d", "zoe", "st", "het gewerkt", "lopen")
_SEEN = 24
"""Lines of a list that are in sight."""

_PASSPHRASE = "linde boot kraan zeven"


def make(path: str, count: int) -> dict[str, Any]:
    """Make a team with so many stories."""
    from zoneinfo import ZoneInfo

    from bench.story_texts import texts

    from edtui.clock import FixedClock
    from edtui.desk import team
    from edtui.errors import Sentence
    from edtui.records.story import Story
    from edtui.records.story_version import StoryVersion
    from edtui.vault.kdf import FAST

    clock = FixedClock(datetime(2026, 11, 21, 9, 4, tzinfo=ZoneInfo("Europe/Amsterdam")))
    made = team.create_team(Path(path), "Bench", "anna", _PASSPHRASE, clock=clock, kdf=FAST)
    desk = made.desk
    written = texts(count)
    for start in range(0, count, 500):
        with desk.act(Sentence("bench"), undoable=False) as act:
            begun = act.put_new(
                [
                    Story(title=f"Verhaal {number}", form="prose")
                    for number in range(start, min(start + 500, count))
                ]
            )
            act.put_new([StoryVersion(story_id=one.id, no=1, text=next(written)) for one in begun])
    desk.close()
    return {}


def sample(path: str) -> dict[str, Any]:
    """Read the texts, then type; in a process of its own."""
    from edtui.clock import SystemClock
    from edtui.desk import team
    from edtui.desk.story_search import StoryWords
    from edtui.desk.story_snippets import snippet
    from edtui.records.story_version import StoryVersion

    desk = team.open_team(Path(path), "anna", _PASSPHRASE, clock=SystemClock(), remembered=False)
    index = StoryWords(desk)
    before = resource.getrusage(resource.RUSAGE_SELF)
    reading, letter = Stopwatch(), Stopwatch()
    with reading:
        index.build()
    after = resource.getrusage(resource.RUSAGE_SELF)
    for typed in _TYPED:
        for length in range(1, len(typed) + 1):
            with letter:
                asked = index.asked(typed[:length])
                for story in sorted(index.find(asked))[:_SEEN]:
                    text = desk.get(StoryVersion, index.newest(story) or 0).text
                    snippet(text, asked, 60)
    return {
        "read": reading.samples,
        "letter": letter.samples,
        "memory": (after.ru_maxrss - before.ru_maxrss) * 1024,
        "file": Path(path).stat().st_size,
    }


def painted(path: str) -> dict[str, Any]:
    """Sign in, go to the stories, type; in a process of its own."""
    arguments = ["-m", "edtui", "--vault", path, "--user", "anna", "--lang", "en"]
    letters: list[float] = []
    with OnTerminal(arguments, Path(path).parent) as program:
        program.until("Passphrase")
        program.quiet()
        program.type(f"{_PASSPHRASE}\r")
        program.until("Today")
        program.type("5")
        program.until("Verhaal")
        program.quiet()
        for typed in _TYPED:
            program.type("/")
            program.until("esc clears")
            program.quiet(0.2)
            for letter in typed.replace(" ", ""):
                pressed = program.type(letter)
                letters.append(program.until("esc clears") - pressed)
                program.quiet(0.2)
            program.type("\x1b")
            program.quiet(0.2)
    return {"painted": letters}


def run(plan: Plan) -> tuple[list[str], list[Row]]:
    """Measure with few stories and with many."""
    count = MANY if max(plan.sizes) >= 1_000 else max(plan.sizes)
    path = str(plan.folder / f"stories-{count}.edtui")
    in_fresh_process("stories:make", path=path, count=count)
    found: dict[str, list[float]] = {}
    for _ in range(min(plan.rounds, 3)):
        for function in ("stories:sample", "stories:painted"):
            for name, value in in_fresh_process(function, path=path).items():
                found.setdefault(name, []).extend(value if isinstance(value, list) else [value])
    read, memory = min(found["read"]), max(found["memory"])
    letter, list_ = _p95(found["letter"]), _p95(found["painted"])
    rows = [
        Row("read every text", [seconds(read)]),
        Row("a letter: which stories, and what stands in sight, p95", [seconds(letter)]),
        Row("a letter: the list painted, p95", [seconds(list_)]),
        Row("memory that it takes, at most", [f"{memory / 1e6:.0f} MB"]),
        Row("the file", [f"{max(found['file']) / 1e6:.0f} MB"]),
        Row("reading every text", [], kept(read, 3.0, seconds)),
        Row("a letter, to the painted list", [], kept(list_, 0.050, seconds)),
    ]
    return [f"{count:,} stories"], rows


def _p95(samples: list[float]) -> float:
    return sorted(samples)[int(len(samples) * 0.95)]
