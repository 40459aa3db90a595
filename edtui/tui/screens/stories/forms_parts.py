"""Fields for lists of parts of a story: content notes, others in it, who its narrator is."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from edtui.errors import N_, Sentence
from edtui.locale import _
from edtui.records.sentences import sentences
from edtui.records.story_parts import ContentNote, ThirdParty
from edtui.records.story_version import StoryVersion
from edtui.tui.screens.people.person_form_parts import joined, with_start
from edtui.tui.screens.stories.own_facts import note_words, other_words
from edtui.tui.screens.stories.tools import StoryTools
from edtui.tui.widgets.fields import (
    ChoiceField,
    Field,
    NumberField,
    Option,
    PartsField,
    TextField,
    YesNoField,
)

Values = Mapping[str, Any]


def content_notes(
    key: str, label: str, tools: StoryTools, texts: Sequence[StoryVersion], start: int
) -> PartsField:
    """What a story touches on, in which paragraphs of which text.

    Args:
        key: name of the field.
        label: message id.
        tools: what fields are made with.
        texts: of the story.
        start: number of the text that a new note is about; 0 where there is none.
    """

    def options() -> list[Option]:
        return [Option(str(one.id), text_name(tools, one)) for one in texts]

    def fields() -> Sequence[Field]:
        return [
            tools.pick("domain", N_("Touches on"), "story_note_domains", required=True),
            tools.choice("level", N_("How much"), "story_note_levels"),
            ChoiceField("version_id", N_("In"), options,
                        help=N_("the text whose paragraphs are counted")),
            NumberField("first", N_("From paragraph"), least=1, whole=True,
                        help=N_("empty: the whole story")),
            NumberField("last", N_("To paragraph"), least=1, whole=True,
                        help=N_("empty: only that one")),
            TextField("text", N_("In words"), max_length=255,
                      help=N_("neutral and specific; no means, no method")),
            tools.choice("assigned_by", N_("Noted by"), "story_note_givers", required=True),
            YesNoField("narrator_ok", N_("Narrator agrees"), help=N_("open: not asked yet")),
        ]  # fmt: skip

    def line(part: Values) -> str:
        try:
            note = ContentNote.model_validate(note_part(part))
        except ValidationError:
            return tools.label("story_note_domains", part.get("domain"))
        of = next((one for one in texts if one.id == note.version_id), None)
        where = text_name(tools, of) if of and note.first and len(texts) > 1 else ""
        return joined(note_words(tools, note), where, note.text)

    made = with_start(fields, assigned_by="curator", version_id=str(start or ""))
    return PartsField(
        key, label, fields=made, line=line, title=N_("A content note"), check=_check_note
    )


def others(key: str, label: str, tools: StoryTools) -> PartsField:
    """Who else is in a story, and what happens with that."""

    def fields() -> Sequence[Field]:
        return [
            TextField("role", N_("Who"), required=True, max_length=200,
                      help=N_("a role, such as 'a sister'; never a name")),
            YesNoField("identifiable", N_("Recognisable"), required=True),
            tools.choice("action", N_("What to do"), "story_third_actions"),
            YesNoField("asked", N_("Asked"), required=True,
                       help=N_("who stays recognisable was asked")),
        ]  # fmt: skip

    def line(part: Values) -> str:
        return other_words(tools, ThirdParty.model_validate(part))

    return PartsField(
        key, label, fields=with_start(fields, identifiable=True, asked=False), line=line,
        title=N_("Somebody else in the story"),
    )  # fmt: skip


def diversity(key: str, label: str, tools: StoryTools) -> PartsField:
    """What narrators choose to say about themselves, and whether readers see it."""

    def fields() -> Sequence[Field]:
        return [
            tools.pick("name", N_("What"), "story_diversity", required=True),
            TextField("words", N_("In words"), required=True, max_length=200),
            YesNoField("show_to_reader", N_("Readers see it"), required=True),
        ]

    def line(part: Values) -> str:
        shown = _("readers see it") if part.get("show_to_reader") else _("not shown")
        return joined(tools.label("story_diversity", part.get("name")), part.get("words"), shown)

    return PartsField(
        key, label, fields=with_start(fields, show_to_reader=False), line=line,
        title=N_("Something about the narrator"),
    )  # fmt: skip


def names(key: str, label: str) -> PartsField:
    """Which name or place stands for which."""

    def fields() -> Sequence[Field]:
        return [
            TextField("original", N_("Name or place"), required=True, max_length=200),
            TextField("substitute", N_("In its place"), required=True, max_length=200),
        ]

    def line(part: Values) -> str:
        return f"{part.get('original', '')} = {part.get('substitute', '')}"

    return PartsField(key, label, fields=fields, line=line, title=N_("A name that is replaced"))


def text_name(tools: StoryTools, version: StoryVersion) -> str:
    """Give a text in words: "text 2, shortened"."""
    kind = tools.label("story_version_kinds", version.kind.value)
    return f"{_('text {number}').format(number=version.no)}, {kind}"


def note_part(part: Values) -> dict[str, Any]:
    """Give a content note as the record has it: only paragraphs are those of one text."""
    text = part.get("version_id")
    return {**part, "version_id": int(text) if text and part.get("first") else None}


def _check_note(part: Values) -> Mapping[str, Sentence]:
    try:
        ContentNote.model_validate(note_part(part))
    except ValidationError as error:
        return sentences(error)
    return {}
