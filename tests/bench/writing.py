"""A key press in a note of 20,000 words on the whole screen, names marked as one types."""

import asyncio
import random
import time
from datetime import date
from typing import Any

from bench.measure import Plan, Row, in_fresh_process, kept, seconds

TITLE = "Writing in a note of 20,000 words (own work a key press)"
WORDS, NAMES, PRESSES = 20_000, 1_000, 60
FRAME = 0.016
"""Seconds between two frames."""

SHAPES = {
    "paragraphs of 120 words": 120,
    "paragraphs of 1,000 words": 1_000,
    "one paragraph": WORDS,
}
_KEYS = {"a letter": "x", "a line down": "down", "backspace": "backspace", "enter": "enter"}
_PROSE = str.split(
    "de cliënt vertelde gisteren op de gang dat het niet was uitgelegd en wil weten waarom de "
    "verhuizing doorging , zei mevrouw Jansen , en *toen* belde Riet op 06-12345678 ."
)


def sample(paragraph: int, words: int, presses: int) -> dict[str, Any]:
    """Press keys in the middle of a text; give the seconds of each."""
    return asyncio.run(_pressed(paragraph, words, presses))


async def _pressed(paragraph: int, words: int, presses: int) -> dict[str, Any]:
    from support.bare_app import BareApp
    from textual import events

    from edtui import config
    from edtui.desk.naming import NameGuard
    from edtui.records.naming import Recogniser, load_words
    from edtui.tui.screens.writing import Writing

    chance = random.Random(20)
    names = {n: (f"Voornaam{n} van Achternaam{n}",) for n in range(NAMES)}
    known = [name for several in names.values() for name in several]
    lists = load_words(config.data_dir() / "naming")
    guard = NameGuard(names, Recogniser(known, date(2026, 11, 21), lists), {})
    text = "\n\n".join(
        " ".join(chance.choice(_PROSE) for _ in range(paragraph))
        for _ in range(max(1, words // paragraph))
    )
    app = BareApp()
    found: dict[str, Any] = {}
    async with app.run_test(size=(120, 40)) as pilot:
        screen = Writing("Note", text, keep=len, guard=guard)
        began = time.process_time()
        app.push_screen(screen)
        await pilot.pause()
        found["opened"] = [time.process_time() - began]
        sheet = screen.sheet
        row = sheet.document.line_count // 2
        sheet.move_cursor((row, len(sheet.document[row]) // 2))
        await pilot.pause()
        for name, key in _KEYS.items():
            found[name] = []
            for _ in range(presses):
                began = time.process_time()
                app.post_message(events.Key(key, key if len(key) == 1 else None))
                await pilot.pause(0)
                found[name].append(time.process_time() - began)
        began = time.process_time()
        screen.look()
        found["names and words, after a pause"] = [time.process_time() - began]
    return found


def run(plan: Plan) -> tuple[list[str], list[Row]]:
    """Press keys in each shape of text."""
    small = max(plan.sizes) < 1_000
    words, presses = (400, 4) if small else (WORDS, PRESSES)
    samples = {
        shape: in_fresh_process(
            "writing:sample", paragraph=min(length, words), words=words, presses=presses
        )
        for shape, length in SHAPES.items()
    }
    measures = list(next(iter(samples.values())))
    rows = [Row(what, [_told(samples[shape][what]) for shape in SHAPES]) for what in measures]
    *usual, whole = SHAPES
    for what in _KEYS:
        worst = max(_p95(samples[shape][what]) for shape in usual)
        rows.append(Row(what, [], kept(worst, FRAME, seconds)))
    # Nobody writes so on purpose; a text that was pasted may have no line breaks.
    worst = _p95(samples[whole]["a letter"])
    rows.append(Row(f"a letter, {whole}", [], kept(worst, FRAME, seconds)))
    return list(SHAPES), rows


def _p95(values: list[float]) -> float:
    return sorted(values)[int(len(values) * 0.95)]


def _told(values: list[float]) -> str:
    if len(values) == 1:
        return seconds(values[0])
    middle = sorted(values)[len(values) // 2]
    return f"{seconds(middle)} (p95 {seconds(_p95(values))})"
