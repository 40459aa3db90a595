"""Who on the roster may be the same person: by name, e-mail, phone, date of birth.

Points: the same name 60, nearly the same 45 or 35; the same e-mail 60; the same date of birth 30,
another one 20 off; the same phone 30. From 40 points on two records are worth a look side by side.
A person decides.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from edtui.errors import N_, Sentence
from edtui.records.contact_checks import PHONES, email_key, phone_digits
from edtui.records.folding import fold
from edtui.records.names import compose
from edtui.records.person import Person

WORTH_A_LOOK = 40
_ALIKE = 84.0
_VERY_ALIKE = 92.0
_SAME_NAME, _NEAR_NAME, _FAR_NAME = 60, 45, 35
_SAME_EMAIL, _SAME_PHONE, _SAME_BIRTH, _OTHER_BIRTH = 60, 30, 30, -20
_MOST_NAMES = 50


class Likeness(NamedTuple):
    """How much a person on the roster is like another record."""

    person: Person
    score: int
    """0 to 100; from `WORTH_A_LOOK` on it is worth a look."""

    reasons: tuple[Sentence, ...]


class DuplicateIndex:
    """The roster, laid out so that each new record is compared with the likely ones only."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._people: list[Person] = []
        self._names: list[str] = []
        self._named: list[int] = []
        self._by_key: dict[str, set[int]] = defaultdict(set)
        for person in people:
            self.add(person)

    def add(self, person: Person) -> None:
        """Take a person in, so that later rows of the same sheet are compared with them too."""
        number = len(self._people)
        self._people.append(person)
        for name in _names(person):
            self._names.append(name)
            self._named.append(number)
        for key in _keys(person):
            self._by_key[key].add(number)

    def like(self, person: Person, *, at_least: int = WORTH_A_LOOK) -> list[Likeness]:
        """Give who is like ``person``, most alike first; never the same stored record."""
        from rapidfuzz import fuzz, process  # only an import or a new person asks

        ratios: dict[int, float] = {}
        for name in _names(person):
            near = process.extract(
                name,
                self._names,
                scorer=fuzz.token_sort_ratio,
                score_cutoff=_ALIKE,
                limit=_MOST_NAMES,
            )
            for _, ratio, place in near:
                number = self._named[place]
                ratios[number] = max(ratio, ratios.get(number, 0.0))
        numbers = set(ratios)
        for key in _keys(person):
            numbers |= self._by_key.get(key, set())
        found = [
            _compare(person, self._people[number], ratios.get(number, 0.0))
            for number in sorted(numbers)
            if not (person.id and self._people[number].id == person.id)
        ]
        worth = [likeness for likeness in found if likeness.score >= at_least]
        return sorted(worth, key=lambda likeness: -likeness.score)


def find_duplicates(
    person: Person, others: Iterable[Person], *, at_least: int = WORTH_A_LOOK
) -> list[Likeness]:
    """Give which of ``others`` are like ``person``; for many persons make one `DuplicateIndex`."""
    return DuplicateIndex(others).like(person, at_least=at_least)


def _compare(one: Person, other: Person, ratio: float) -> Likeness:
    score = 0
    reasons = []
    if ratio >= 100:
        score += _SAME_NAME
        reasons.append(Sentence(N_("same name")))
    elif ratio >= _ALIKE:
        score += _NEAR_NAME if ratio >= _VERY_ALIKE else _FAR_NAME
        reasons.append(Sentence(N_("name much alike")))
    shared = {key.split(":", 1)[0] for key in set(_keys(one)) & set(_keys(other))}
    for kind, points, reason in (
        ("email", _SAME_EMAIL, N_("same e-mail")),
        ("phone", _SAME_PHONE, N_("same phone number")),
        ("birth", _SAME_BIRTH, N_("same date of birth")),
    ):
        if kind in shared:
            score += points
            reasons.append(Sentence(reason))
    if one.birth_date and other.birth_date and one.birth_date != other.birth_date:
        score += _OTHER_BIRTH
        reasons.append(Sentence(N_("another date of birth")))
    return Likeness(other, max(0, min(score, 100)), tuple(reasons))


def _names(person: Person) -> set[str]:
    """Give the name by the first names and the name as called: a sheet can have either."""
    both = (person.first_names or person.called, person.called or person.first_names)
    return {fold(compose(first, person.infix, person.surname)) for first in both} - {""}


def _keys(person: Person) -> Iterator[str]:
    if person.birth_date:
        yield f"birth:{person.birth_date.isoformat()}"
    for way in person.contacts:
        if way.kind == "email" and "@" in way.value:
            yield f"email:{email_key(way.value)}"
        elif way.kind in PHONES and len(digits := phone_digits(way.value)) >= 6:
            yield f"phone:{digits[-9:]}"
