"""The collection in words: sections of a list, and the lines below it."""

from collections.abc import Iterator
from datetime import date

from edtui.desk.story_collection import Again, Collected, Shared
from edtui.desk.story_features import FeatureSpread
from edtui.errors import N_
from edtui.locale import _, dates, ngettext
from edtui.locale.numbers import count, number
from edtui.records.diversity import FEWEST, Spread, Variety
from edtui.records.story import Story
from edtui.tui.screens.people.facts import DOT
from edtui.tui.screens.people.summary import Lines
from edtui.tui.screens.stories.tools import StoryTools
from edtui.tui.widgets.cell_text import wrapped
from edtui.tui.widgets.section_list import Entry, Section

VARIETIES = {
    Variety.VARIED: N_("varied"),
    Variety.PARTLY: N_("partly varied"),
    Variety.ONE_SIDED: N_("one-sided"),
}
"""An index in words (message ids)."""

_STORY = "story"


def sections(found: Collected, tools: StoryTools) -> list[Section]:
    """Give what there is to say, what asks for somebody first."""
    today = tools.desk.clock.today()
    made = [
        Section(_("To be told again"), [_again(one, today) for one in found.again]),
        Section(_("Voices that are not there"), list(_voices(found, tools))),
        Section(_("How varied"), list(_varied(found, tools))),
        Section(_("Not taken in"), [_refused(one) for one in found.refused]),
        Section(_("Where stories went"), [_shared(one, tools) for one in found.shared]),
    ]
    return [one for one in made if one.entries]


def story_of(value: object) -> int | None:
    """Give the story that a line is about."""
    if isinstance(value, tuple) and value and value[0] == _STORY:
        return int(value[1])
    return None


def detail(entry: Entry, width: int) -> Lines:
    """Give a line whole, where the list has no room for it; ``width`` in cells."""
    more = entry.value if isinstance(entry.value, str) else ""
    told = wrapped(entry.told, max(width, 20))
    return [
        [(entry.title, "name"), (f"{DOT}{more}" if more else "", "quiet")],
        *([(line, "")] for line in told[:3]),
    ]


def simpson_words(spread: Spread) -> str:
    """Give the index with how much is noted."""
    noted = ngettext("{count} story noted", "{count} stories noted", spread.known)
    said = noted.format(count=count(spread.known))
    index = _("Simpson's index {index}, between 0 and 1").format(
        index=number(round(spread.simpson, 2))
    )
    return f"{index}{DOT}{said}"


def _varied(found: Collected, tools: StoryTools) -> Iterator[Entry]:
    for feature in found.spreads:
        if feature.spread is not None:
            yield Entry("", _(feature.label), _gaps(feature, feature.spread, tools), "",
                        value=simpson_words(feature.spread))  # fmt: skip
    for feature in found.narrators:
        if feature.spread is not None:
            label = tools.label(feature.vocabulary, feature.label)
            yield Entry("", label, _(VARIETIES[feature.spread.variety]), "",
                        value=simpson_words(feature.spread))  # fmt: skip
    silent = [_(one.label) for one in found.spreads if one.spread is None]
    if silent and found.stories >= FEWEST:
        said = _("of fewer than {count} stories noted: {features}")
        yield Entry("", _("Too few to say"), said.format(
            count=count(FEWEST), features=", ".join(silent)), "")  # fmt: skip


def _gaps(feature: FeatureSpread, spread: Spread, tools: StoryTools) -> str:
    parts = [_(VARIETIES[spread.variety])]
    if spread.mostly:
        value = tools.label(feature.vocabulary, spread.mostly)
        parts.append(_("mostly {value}").format(value=value))
    if spread.missing:
        values = ", ".join(tools.label(feature.vocabulary, one) for one in spread.missing)
        parts.append(_("no story with: {values}").format(values=values))
    return DOT.join(parts)


def _voices(found: Collected, tools: StoryTools) -> Iterator[Entry]:
    for origin in found.origins:
        yield Entry("", tools.label("origins", origin), _("in the team, and no story yet"), "")
    for voice in found.voices:
        yield Entry("", tools.hide(voice.name), _("wants to tell a story, and there is none"), "")


def _again(one: Again, today: date) -> Entry:
    said = ngettext("{count} month after it was told", "{count} months after it was told",
                    one.months).format(count=count(one.months))  # fmt: skip
    return Entry("", one.story.title, said, dates.relative(one.day, today),
                 past=one.day <= today, value=(_STORY, one.story.id))  # fmt: skip


def _refused(story: Story) -> Entry:
    return Entry("", story.title, story.inclusion_reason, "", value=(_STORY, story.id))


def _shared(one: Shared, tools: StoryTools) -> Entry:
    use = one.use
    title = one.story.title if one.story is not None else _("withdrawn story")
    told = DOT.join(
        part
        for part in (
            tools.label("story_purposes", use.purpose.value),
            tools.label("story_media", use.medium.value),
            use.occasion,
            use.place,
            use.where_found,
        )
        if part
    )
    value = (_STORY, one.story.id, use.id) if one.story is not None else ("use", use.id)
    return Entry("", title, told, dates.full_day(use.on), past=True, value=value)
