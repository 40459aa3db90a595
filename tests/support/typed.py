"""Typing as quickly as a person who types blind: the next key does not wait for the painting."""

from contextlib import suppress

from textual import events
from textual.keys import _character_to_key
from textual.worker import WorkerCancelled

_ROUNDS = 3
"""What a thread brings can set another to work, so often at most."""


async def type_quickly(pilot, text: str) -> None:
    """Press the key of each sign, all in one go, and wait until they are dealt with.

    `Pilot.press` waits forty thousandths of a second and more after every key.
    """
    for sign in text:
        name = sign if sign.isalnum() else _character_to_key(sign)
        event = events.Key(name, sign)
        event.set_sender(pilot.app)
        pilot.app._driver.send_message(event)
    await pilot.pause()


async def settle(pilot, wanted=lambda _worker: True) -> None:
    """Wait until no thread is at work and nothing is left to be shown.

    Args:
        pilot: of the program.
        wanted: tells which workers to wait for.
    """
    await pilot.pause()
    for _ in range(_ROUNDS):
        working = [w for w in pilot.app.workers if wanted(w) and not w.is_finished]
        if not working:
            return
        for worker in working:
            with suppress(WorkerCancelled):
                await worker.wait()
        await pilot.pause()
