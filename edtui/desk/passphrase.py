"""How hard a passphrase is to guess, in words."""

from typing import NamedTuple

from edtui.desk.errors import WeakPassphrase
from edtui.errors import N_, Sentence

SHORTEST = 14
"""Signs."""

GOOD_ENOUGH = 3
"""Of 0 to 4, as zxcvbn counts: from 10^8 guesses on."""

_LONGEST_WEIGHED = 72
"""Signs that are weighed; zxcvbn becomes slow on long texts, and the rest only adds."""

_WORDS = (
    N_("Very easy to guess."),
    N_("Easy to guess."),
    N_("Almost: somebody with time could guess it."),
    N_("Strong."),
    N_("Very strong."),
)

_WHY = {
    "common": N_("It is one of the first things that people try."),
    "name": N_("A name alone is easy to guess."),
    "repeat": N_("The same signs come back again and again."),
    "row": N_("Signs that follow each other on the keyboard or in the alphabet are easy to guess."),
    "date": N_("Numbers such as dates are easy to guess; add words."),
    "own": N_("Leave out your own name and the team's name."),
    "add": N_("Add another word or two; rare words are better."),
}


class Strength(NamedTuple):
    """What there is to say about a passphrase."""

    score: int
    """0 (very easy to guess) to 4 (very strong)."""

    words: Sentence
    """The strength in words."""

    why: Sentence | None
    """What is weak about it, or what would help; None where nothing is."""

    enough: bool
    """Whether it may be used."""


def strength(passphrase: str, *known: str) -> Strength:
    """Weigh a passphrase.

    Args:
        passphrase: what was typed.
        known: words that others know or guess first: the person's name, the team's name.
    """
    if len(passphrase) < SHORTEST:
        missing = SHORTEST - len(passphrase)
        longer = Sentence(
            N_("Use at least {least} signs: {missing} to go."),
            {"least": SHORTEST, "missing": missing},
        )
        return Strength(0, Sentence(N_("Too short.")), longer, enough=False)
    from zxcvbn import zxcvbn  # its word lists take a moment to load

    own = [part for text in known for part in (text, *text.split()) if part]
    # A word that comes back adds nothing; zxcvbn, which reads English, would count it again.
    once = " ".join(dict.fromkeys(passphrase.casefold().split()))
    found = min(
        (zxcvbn(text[:_LONGEST_WEIGHED], user_inputs=own) for text in (passphrase, once) if text),
        key=lambda result: int(result["score"]),
    )
    score, weak = int(found["score"]), _weakness(found["sequence"])
    if not any(sign.isalpha() for sign in passphrase):
        score, weak = min(score, GOOD_ENOUGH - 1), "date"
    why = None if score >= GOOD_ENOUGH else Sentence(_WHY[weak])
    return Strength(score, Sentence(_WORDS[score]), why, enough=score >= GOOD_ENOUGH)


def check(passphrase: str, *known: str) -> None:
    """Refuse a passphrase that is easy to guess.

    Raises:
        WeakPassphrase: it is; it says why.
    """
    weighed = strength(passphrase, *known)
    if not weighed.enough:
        raise WeakPassphrase(why=weighed.why or weighed.words)


def _weakness(sequence: list[dict[str, object]]) -> str:
    """Name what makes a passphrase weak: the longest recognised piece of it."""
    known = [match for match in sequence if match["pattern"] != "bruteforce"]
    if not known:
        return "add"
    longest = max(known, key=lambda match: len(str(match["token"])))
    pattern = longest["pattern"]
    if pattern == "dictionary":
        lists = {"user_inputs": "own", "male_names": "name", "female_names": "name"}
        lists |= {"surnames": "name", "passwords": "common"}
        return lists.get(str(longest.get("dictionary_name")), "add")
    return {"repeat": "repeat", "sequence": "row", "spatial": "row"}.get(
        str(pattern), "date" if pattern in ("date", "regex") else "add"
    )
