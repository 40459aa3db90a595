"""Invented records of about 1 KB, the same every time."""

import random
from collections.abc import Iterator
from typing import Any

_TEXT = """
de het een van in op te dat die niet met voor zijn was aan er ook als maar bij nog
over kan naar dan wel zij heeft tijdens overleg bezoek gesprek herstel verhaal
afspraak woning rust dag week maand samen luisteren vragen terug verder eerst later
kans steun plan stap buurt groep koffie wandelen school werk thuis avond ochtend
team collega ervaring kracht
"""
_WORDS = _TEXT.split()


def record(number: int) -> dict[str, Any]:
    """Give record ``number``: a person with a role, tags and a note; ``code`` is unique."""
    dice = random.Random(number)
    return {
        "v": 1,
        "revision": dice.randint(1, 9),
        "name": f"Persoon {number}",
        "code": f"P-{number:08d}-{dice.randint(10, 99)}",
        "city": dice.choice(["Hoorn", "Edam", "Texel", "Schagen"]),
        "tags": dice.sample(_WORDS, 4),
        "roles": [{"kind": "peer_worker", "from": "2026-03-01", "hours": 3.5, "at": number % 97}],
        "contact": {"email": f"p{number}@voorbeeld.nl", "ways": ["mail", "post"], "phone": None},
        "note": " ".join(dice.choices(_WORDS, k=110)),
    }


def records(count: int) -> Iterator[dict[str, Any]]:
    """Give records 1 to ``count``."""
    return (record(number) for number in range(1, count + 1))
