"""Traits between the record and the form: who coded what, and what the narrator says of it."""

from collections.abc import Mapping
from typing import Any

from edtui.records.story import Story
from edtui.records.story_parts import TRAITS, Trait

SEVERAL = frozenset({"tone", "turning_points", "protagonists"})
"""Traits of which a story has several values."""

AGREED, STRUCK = "agreed", "struck"
"""Keys of the fields in which the narrator's view stands."""

CODER, TODAY = "coded_by", "coded_on"
"""Given along with what was typed."""


def trait_key(name: str) -> str:
    """Give the key of a trait's field."""
    return f"trait_{name}"


def traits_shown(story: Story) -> dict[str, Any]:
    """Give the values of the form."""
    shown: dict[str, Any] = {trait_key(name): [] if name in SEVERAL else "" for name in TRAITS}
    for trait in story.traits:
        value: Any = list(trait.values)
        if name_is_free(trait.name):
            value = trait.words
        elif trait.name not in SEVERAL:
            value = trait.values[0] if trait.values else ""
        shown[trait_key(trait.name)] = value
    shown[AGREED] = [one.name for one in story.traits if one.narrator_agrees is True]
    shown[STRUCK] = [one.name for one in story.traits if one.narrator_agrees is False]
    return shown


def traits_written(story: Story, values: Mapping[str, Any]) -> dict[str, Any]:
    """Give what changes: a trait that is seen differently is coded anew, and asked anew."""
    known = {trait.name: trait for trait in story.traits}
    found: list[Trait] = []
    for name in TRAITS:
        before = known.get(name)
        value = values.get(trait_key(name), _MISSING)
        if value is _MISSING:
            found += [before] if before else []
            continue
        made = _trait(name, value, before.words if before else "")
        if not made.values and not made.words:
            continue
        same = before is not None and (before.values, before.words) == (made.values, made.words)
        kept = before if same and before is not None else made.with_(
            coded_by=values.get(CODER, ""), coded_on=values.get(TODAY)
        )  # fmt: skip
        view = _agrees(kept, name, values)
        if not same and before is not None and view == before.narrator_agrees:
            view = None  # the narrator said it of the other one
        found.append(kept.with_(narrator_agrees=view))
    return {"traits": tuple(found)}


def name_is_free(name: str) -> bool:
    """Say whether a trait is told in words of one's own."""
    return not TRAITS.get(name, "")


_MISSING = object()


def _trait(name: str, value: Any, words: str) -> Trait:
    if name_is_free(name):
        return Trait(name=name, words=str(value or ""))
    codes = value if isinstance(value, list | tuple) else [value] if value else []
    return Trait(name=name, values=tuple(codes), words=words)


def _agrees(trait: Trait, name: str, values: Mapping[str, Any]) -> bool | None:
    if AGREED not in values or STRUCK not in values:
        return trait.narrator_agrees
    if name in values[STRUCK]:
        return False
    return True if name in values[AGREED] else None
