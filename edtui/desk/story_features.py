"""By what stories differ, and how varied a collection is in each of it."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final, NamedTuple

from edtui.desk.folding import fold
from edtui.errors import N_
from edtui.records.diversity import Spread, spread
from edtui.records.story import Story
from edtui.records.story_parts import TRAITS
from edtui.records.vocabulary import Vocabulary

_OTHER = "other"


class Feature(NamedTuple):
    """Something by which stories differ."""

    label: str
    """Message id."""

    vocabulary: str
    values: Callable[[Story], Iterable[str]]


class FeatureSpread(NamedTuple):
    """How varied the collection is in one feature."""

    label: str
    vocabulary: str
    spread: Spread | None
    """None: of fewer than five stories anything is noted."""


def _trait(name: str) -> Callable[[Story], Iterable[str]]:
    def values(story: Story) -> Iterable[str]:
        return [value for trait in story.traits
                if trait.name == name and trait.narrator_agrees is not False
                for value in trait.values]  # fmt: skip

    return values


def _one(field: str) -> Callable[[Story], Iterable[str]]:
    return lambda story: filter(None, (getattr(story, field),))


def _many(field: str) -> Callable[[Story], Iterable[str]]:
    def values(story: Story) -> Iterable[str]:
        held: Iterable[str] = getattr(story, field)
        return held

    return values


FEATURES: Final = (
    Feature(N_("Perspective"), "story_perspectives", _one("perspective")),
    Feature(N_("How it came about"), "story_authorships", _one("authorship")),
    Feature(N_("Form"), "story_forms", _one("form")),
    Feature(N_("Reading level"), "story_reading_levels", _one("plain_level")),
    Feature(N_("Area of recovery"), "story_dimensions", _many("dimensions")),
    Feature(N_("CHIME"), "story_chime", _many("chime")),
    Feature(N_("Area of life"), "story_life_domains", _many("life_domains")),
    Feature(N_("Kind of story"), TRAITS["genre"], _trait("genre")),
    Feature(N_("Towards care"), TRAITS["positioning"], _trait("positioning")),
    Feature(N_("View of illness"), TRAITS["illness_view"], _trait("illness_view")),
    Feature(N_("Tone"), TRAITS["tone"], _trait("tone")),
    Feature(N_("Course"), TRAITS["trajectory"], _trait("trajectory")),
    Feature(N_("Where the narrator stands"), TRAITS["recovery_stage"], _trait("recovery_stage")),
    Feature(N_("Turning points"), TRAITS["turning_points"], _trait("turning_points")),
)


def spread_of(
    feature: Feature, ours: Iterable[Story], held: Mapping[str, Vocabulary]
) -> FeatureSpread:
    """Give how varied stories are in one feature, and which words of its list none has."""
    terms = held[feature.vocabulary]
    values = [term.code for term in terms if not term.retired and term.code != _OTHER]
    found = spread([tuple(feature.values(story)) for story in ours], values)
    return FeatureSpread(feature.label, feature.vocabulary, found)


def said_spread(name: str, ours: Iterable[Story]) -> FeatureSpread:
    """Give how varied narrators are in what they said of themselves, in whatever words."""
    words = [{fold(one.words) for one in story.diversity if one.name == name} for story in ours]
    return FeatureSpread(name, "story_diversity", spread(words, ()))
