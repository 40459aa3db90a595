"""What the sections of a story's page say, fact by fact."""

from collections.abc import Iterable

from edtui.desk.story_texts import texts_of
from edtui.errors import N_
from edtui.locale import _, dates
from edtui.records.story import Story, third_parties_open, wording_open
from edtui.records.story_parts import TRAITS, ContentNote, ThirdParty, Trait
from edtui.records.story_words import Inclusion, NotesState
from edtui.tui.screens.people.facts import DOT
from edtui.tui.screens.people.page import Fact
from edtui.tui.screens.stories.tools import StoryTools

TRAIT_NAMES = {
    "genre": N_("Kind"),
    "positioning": N_("Towards care"),
    "illness_view": N_("View of diagnosis"),
    "tone": N_("Tone"),
    "trajectory": N_("Course"),
    "recovery_stage": N_("Where the narrator is"),
    "turning_points": N_("Turning points"),
    "sequence": N_("Build-up"),
    "protagonists": N_("Leading parts"),
    "metaphor": N_("Imagery"),
}
"""Name of a trait to its label."""

TITLE = 50
"""Signs of a title that has room above a page."""

ANONYMITY = (
    N_("recognisable"),
    N_("with other names"),
    N_("place, work and age blurred"),
    N_("composed or much changed"),
)
"""How recognisable a text is, by level."""


def short_title(story: Story) -> str:
    """Give as much of a title as leaves room for what stands behind it."""
    return story.title if len(story.title) <= TITLE else f"{story.title[: TITLE - 1].rstrip()}…"


def note_words(tools: StoryTools, note: ContentNote, text: str = "") -> str:
    """Give a content note in one line: what, how much, where.

    Args:
        tools: for the words.
        note: which one.
        text: which text its paragraphs are of, where there are several.
    """
    level = tools.label("story_note_levels", note.level)
    where = paragraphs_words(note)
    inside = ", ".join(filter(None, (level, text if where else "", where)))
    said = tools.label("story_note_domains", note.domain)
    return f"{said} ({inside})" if inside else said


def paragraphs_words(note: ContentNote) -> str:
    """Say in which paragraphs a note is; empty for the whole story."""
    if note.first is None:
        return ""
    if note.last is None or note.last == note.first:
        return _("paragraph {number}").format(number=note.first)
    return _("paragraphs {first} to {last}").format(first=note.first, last=note.last)


def other_words(tools: StoryTools, other: ThirdParty) -> str:
    """Give somebody else in the story in one line."""
    parts = [other.role]
    if not other.identifiable:
        parts.append(_("not recognisable"))
    else:
        parts.append(tools.label("story_third_actions", other.action) or _("not decided"))
        parts.append(_("asked") if other.asked else _("not asked"))
    return DOT.join(parts)


def wants_facts(_tools: StoryTools, story: Story) -> Iterable[Fact]:
    """Say what the narrator wants with it, and how to be seen."""
    if story.purpose_of_narrator:
        yield Fact(story.purpose_of_narrator, "", _("wants"))
    if story.not_for:
        yield Fact(story.not_for, "", _("not for"))
    if story.wish_recognition:
        yield Fact(story.wish_recognition, "", _("seen as"))


def what_facts(tools: StoryTools, story: Story) -> Iterable[Fact]:
    """Say what it is, from when, in which language."""
    if len(story.title) > TITLE:  # cut where it stands above the page
        yield Fact(story.title)
    if story.summary:
        yield Fact(story.summary)
    kind = (
        tools.label("story_forms", story.form),
        tools.label("story_authorships", story.authorship),
        tools.label("story_perspectives", story.perspective),
    )
    told = _("told {day}").format(day=dates.short_day(story.told_on)) if story.told_on else ""
    language = (
        tools.label("languages", story.language),
        tools.label("story_reading_levels", story.plain_level),
    )
    for line in (kind, language, (told, story.period_covered)):
        if any(line):
            yield Fact(DOT.join(filter(None, line)))


def name_facts(tools: StoryTools, story: Story) -> Iterable[Fact]:
    """Say who tells it, and how they are named."""
    narrator = tools.narrator(story)
    yield Fact(narrator or _("nobody is named here"), "" if narrator else "quiet", _("narrator"))
    if story.attribution is None:
        yield Fact(_("not chosen yet"), "attention", _("shown as"))
    else:
        said = (
            tools.label("story_attributions", story.attribution.value),
            tools.hide(story.chosen_name),
        )
        yield Fact(DOT.join(filter(None, said)), "", _("shown as"))
    if story.wants_to_be_known:
        yield Fact(_("wants to be known by name"))
    if story.anonymity_wanted:
        yield Fact(_(ANONYMITY[story.anonymity_wanted]), "", _("at least"))
    if story.residual_risk:
        yield Fact(story.residual_risk, "quiet")


def kept_facts(tools: StoryTools, story: Story) -> Iterable[Fact]:
    """Say what a list shows of it, and whether it is kept back."""
    today = tools.desk.clock.today()
    yield Fact(tools.label("story_catalogue", story.catalogue.value), "", _("list"))
    if story.embargo_open_ended:
        yield Fact(_("until further notice"), "attention", _("closed"))
    elif story.embargo_until is not None:
        over = story.embargo_until < today
        day = dates.full_day(story.embargo_until)
        said = _("until {day}; it opens when the narrator was asked") if over else _("until {day}")
        yield Fact(said.format(day=day), "attention" if over else "", _("closed"))
    if story.embargo_reason:
        yield Fact(story.embargo_reason, "quiet")
    if story.inclusion is not Inclusion.UNDECIDED:
        said = tools.label("story_inclusion", story.inclusion.value)
        yield Fact(DOT.join(filter(None, (said, story.inclusion_reason))), "", _("collection"))


def notes_facts(tools: StoryTools, story: Story) -> Iterable[Fact]:
    """Say what it touches on."""
    if story.notes_state is not NotesState.LISTED:
        tone = "attention" if story.notes_state is NotesState.NOT_ASSESSED else ""
        yield Fact(tools.label("story_notes_states", story.notes_state.value), tone)
    texts = texts_of(tools.desk, story.id)
    number = {one.id: one.no for one in texts} if len(texts) > 1 else {}
    for note in story.notes:
        no = number.get(note.version_id or 0)
        said = note_words(tools, note, _("text {number}").format(number=no) if no else "")
        struck = note.narrator_ok is False
        text = DOT.join(
            filter(None, (said, note.text, _("not so, says the narrator") if struck else ""))
        )
        yield Fact(text, "attention" if struck else "")
    if wording_open(story):
        yield Fact(_("look at how it speaks of suicide: no means, no single cause"), "attention")


def others_facts(tools: StoryTools, story: Story) -> Iterable[Fact]:
    """Say who else is in it, and what happens with that."""
    for other in story.third_parties:
        yield Fact(other_words(tools, other), "attention" if other.is_open else "")
    if story.third_checked_on is not None and not third_parties_open(story):
        day = dates.short_day(story.third_checked_on)
        yield Fact(_("looked at {day}").format(day=day), "quiet")
    elif story.third_checked_on is None:
        yield Fact(_("nobody looked yet"), "attention")


def themes_facts(tools: StoryTools, story: Story) -> Iterable[Fact]:
    """Say what it is about."""
    if story.dimensions:
        yield Fact(tools.joined("story_dimensions", story.dimensions), "", _("recovery"))
    if story.chime:
        yield Fact(tools.joined("story_chime", story.chime), "", "CHIME")
    if story.life_domains:
        yield Fact(tools.joined("story_life_domains", story.life_domains), "", _("life"))
    if story.themes:
        yield Fact(DOT.join(story.themes), "", _("own words"))
    if story.core_struggle:
        yield Fact(story.core_struggle, "", _("struggle"))
    if story.helped:
        yield Fact(DOT.join(story.helped), "", _("helped"))
    if story.hindered:
        yield Fact(DOT.join(story.hindered), "", _("hindered"))


def traits_facts(tools: StoryTools, story: Story) -> Iterable[Fact]:
    """Say what it is like, as somebody saw it."""
    for trait in story.traits:
        said = trait_words(tools, trait)
        struck = _("struck by the narrator") if trait.narrator_agrees is False else ""
        lead = _(TRAIT_NAMES.get(trait.name, trait.name))
        yield Fact(DOT.join(filter(None, (said, struck))), "quiet" if struck else "", lead)


def trait_words(tools: StoryTools, trait: Trait) -> str:
    """Give a trait's values and words."""
    vocabulary = TRAITS.get(trait.name, "")
    said = tools.joined(vocabulary, trait.values) if vocabulary else DOT.join(trait.values)
    return DOT.join(filter(None, (said, trait.words)))


def self_facts(tools: StoryTools, story: Story) -> Iterable[Fact]:
    """Say what the narrator chose to say about themselves."""
    if story.experience:
        yield Fact(DOT.join(story.experience), "", _("experience"))
    if story.diagnosis_mentioned:
        yield Fact(story.diagnosis_mentioned, "", _("names"))
    for one in story.diversity:
        shown = _("readers see it") if one.show_to_reader else _("not shown")
        yield Fact(DOT.join((one.words, shown)), "", tools.label("story_diversity", one.name))
