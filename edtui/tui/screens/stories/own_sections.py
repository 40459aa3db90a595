"""The sections of a story's page that say what it is, what its narrator wants, and its texts."""

from collections.abc import Callable, Iterable

from edtui.desk.story_names import names_of
from edtui.desk.story_texts import texts_of
from edtui.errors import N_, NotAllowed
from edtui.locale import _, ngettext
from edtui.records.story import Story
from edtui.records.story_version import StoryVersion
from edtui.records.story_words import NotesState
from edtui.tui.screens.people.facts import DOT
from edtui.tui.screens.people.page import Fact, Section
from edtui.tui.screens.stories import still_needed
from edtui.tui.screens.stories.own_facts import (
    ANONYMITY,
    kept_facts,
    name_facts,
    note_words,
    notes_facts,
    others_facts,
    self_facts,
    themes_facts,
    traits_facts,
    wants_facts,
    what_facts,
)
from edtui.tui.screens.stories.plug import ABOUT, STORY, TEXTS
from edtui.tui.screens.stories.tools import StoryTools
from edtui.tui.screens.stories.words import length_words, text_state

_SECTIONS: tuple[tuple[str, str, Callable[[StoryTools, Story], Iterable[Fact]], str], ...] = (
    ("wants", N_("Wishes"), wants_facts, STORY),
    ("what", N_("What it is"), what_facts, STORY),
    ("name", N_("Name"), name_facts, STORY),
    ("kept", N_("Shown"), kept_facts, STORY),
    ("notes", N_("Content notes"), notes_facts, ABOUT),
    ("others", N_("Others in it"), others_facts, ABOUT),
    ("themes", N_("Themes"), themes_facts, ABOUT),
    ("traits", N_("Traits"), traits_facts, ABOUT),
    ("self", N_("Of themselves"), self_facts, ABOUT),
)
"""Name of a section and of its form, heading, what it says, group."""


def sections(tools: StoryTools, story: Story) -> Iterable[Section]:
    """Give the stories' own sections."""
    yield from still_needed.section(tools, story)
    for name, title, facts_of, group in _SECTIONS:
        yield Section(name, title, list(facts_of(tools, story)), group, f"story-{name}")
    found = texts_of(tools.desk, story.id)
    for version in reversed(found):
        kind = tools.label("story_version_kinds", version.kind.value)
        first, *rest = text_facts(tools, version)
        facts = [first._replace(text=DOT.join((kind, first.text))), *rest]
        title = _("text {number}").format(number=version.no)
        yield Section(f"text-{version.id}", title, facts, TEXTS, f"text-{version.id}")
    if not found:
        yield Section("no-text", N_("Text"), (), TEXTS, "text-new")
    yield Section("names", N_("Names replaced"), _names(tools, story), TEXTS, "names")


def summary(tools: StoryTools, story: Story) -> str:
    """Give what the narrator wants, what it is not for, and what it touches on."""
    lines = []
    if story.purpose_of_narrator:
        lines.append(_("wants: {what}").format(what=story.purpose_of_narrator))
    not_for = _("not for: {what}").format(what=story.not_for) if story.not_for else ""
    seen = story.wish_recognition
    as_ = _("wants to be seen as: {what}").format(what=seen) if seen else ""
    lines.append(DOT.join(filter(None, (not_for, as_))))
    whole = (note.with_(first=None, last=None) for note in story.notes)
    notes = list(dict.fromkeys(note_words(tools, note) for note in whole))
    if story.notes_state is not NotesState.LISTED:
        notes = [tools.label("story_notes_states", story.notes_state.value)]
    lines.append(_("content: {notes}").format(notes=", ".join(notes)) if notes else "")
    if story.summary:
        lines.append(story.summary)
    return "\n".join(" ".join(line.split()) for line in lines if line)


def text_facts(tools: StoryTools, version: StoryVersion) -> list[Fact]:
    """Say of a text what can be said without reading it."""
    tone = "" if version.is_approved else "quiet"
    facts = [Fact(text_state(version), tone)]
    if version.text:
        level = tools.label("story_reading_levels", version.plain_level)
        facts.append(Fact(DOT.join(filter(None, (length_words(version.text), level))), "quiet"))
    if version.anonymity_level:
        facts.append(Fact(_(ANONYMITY[version.anonymity_level]), "quiet"))
    if version.change_note:
        facts.append(Fact(version.change_note))
    return facts


def _names(tools: StoryTools, story: Story) -> list[Fact]:
    try:
        found = names_of(tools.desk, story.id)
    except NotAllowed:
        return [Fact(_("kept under another key"), "quiet")]
    count = len(found.replacements)
    if not count:
        return []
    told = ngettext("{count} name or place", "{count} names and places", count)
    return [Fact(told.format(count=count), "quiet")]
