"""The forms of a text: what a new version becomes, what is known of it, its approval."""

from collections.abc import Mapping
from typing import Any

from edtui.desk import story_versions
from edtui.desk.story_names import names_of
from edtui.desk.story_starts import start_of
from edtui.errors import N_, NotAllowed
from edtui.locale import _
from edtui.records.story_version import StoryVersion
from edtui.records.story_words import VersionKind
from edtui.tui.dialogs.form import Form, Section
from edtui.tui.screens.people.record_form import Part, record_form
from edtui.tui.screens.stories.own_facts import ANONYMITY
from edtui.tui.screens.stories.tools import StoryTools
from edtui.tui.screens.stories.words import mark_of
from edtui.tui.widgets.fields import ChoiceField, DateField, Field, fixed

FACTS = "text_facts"
"""Name of the form of what is known of a text."""


def _facts(tools: StoryTools) -> list[Field]:
    levels = fixed(*((str(at), _(word)) for at, word in enumerate(ANONYMITY)))
    return [
        ChoiceField("anonymity_level", N_("Recognisable"), levels, required=True),
        tools.pick("language", N_("Language"), "languages"),
        tools.choice("plain_level", N_("Reading level"), "story_reading_levels"),
    ]


def facts_form(tools: StoryTools, version: StoryVersion) -> Form:
    """Make the form of what is known of a text beside its words."""
    fields: list[Field] = [
        tools.line("change_note", N_("What changed"), help=N_("the narrator reads this too")),
        *_facts(tools),
        tools.pick("attribution", N_("Shown as"), "story_attributions",
                   help=N_("where this text may name the narrator less than the story may")),
    ]  # fmt: skip

    def shown(held: StoryVersion) -> dict[str, Any]:
        return {**dict(held), "anonymity_level": str(held.anonymity_level)}

    def written(_held: StoryVersion, values: Mapping[str, Any]) -> Mapping[str, Any]:
        level = int(values.get("anonymity_level") or 0)
        named = values.get("attribution") or None
        return {**values, "anonymity_level": level, "attribution": named}

    def save(changed: StoryVersion) -> StoryVersion:
        facts = dict(changed)
        revision = facts.pop("revision")
        return story_versions.describe(tools.desk, version.id, revision, **facts)

    title = _("What is known of text {number}").format(number=version.no)
    part = Part(FACTS, title, [Section("", fields)], shown, written)
    return record_form(tools.desk, version, part, save, small=True)


def derive_form(tools: StoryTools, source: StoryVersion) -> Form:
    """Make the form of what the new version is to be."""
    kinds = tools.options("story_version_kinds")
    fields: list[Field] = [
        ChoiceField("kind", N_("It becomes"),
                    lambda: [one for one in kinds() if one.code != VersionKind.ORIGINAL],
                    required=True),
        tools.line("change_note", N_("What changes"), help=N_("the narrator reads this too")),
        *_facts(tools),
    ]  # fmt: skip

    def save(values: Mapping[str, Any]) -> StoryVersion:
        kind = VersionKind(values["kind"])
        try:
            replaced = names_of(tools.desk, source.story_id).replacements
        except NotAllowed:  # that list stands under another key
            replaced = ()
        return story_versions.derive(
            tools.desk,
            source.id,
            kind,
            text=start_of(kind, source.text, replaced),
            change_note=values["change_note"],
            anonymity_level=int(values["anonymity_level"] or 0),
            language=values["language"],
            plain_level=values["plain_level"],
        )

    stored = {
        "anonymity_level": str(source.anonymity_level),
        "language": source.language,
        "plain_level": source.plain_level,
    }
    title = _("A new version of text {number}").format(number=source.no)
    told = N_("The text that it is made from does not change any more")
    return Form(title, [Section(told, fields)], stored=stored, save=save)


def approve_form(tools: StoryTools, version: StoryVersion) -> Form:
    """Make the form of an approval; it is of the text as it was shown, and of no other."""
    fields: list[Field] = [
        tools.line("how", N_("How"), help=N_("such as 'read together at the table'")),
        DateField("on", N_("On"), required=True),
    ]

    def save(values: Mapping[str, Any]) -> StoryVersion:
        return story_versions.approve(tools.desk, version.id, version.digest, **values)

    title = _("The narrator approves text {number}").format(number=version.no)
    told = _("Read word for word, mark {mark}. From now on it never changes")
    told = told.format(mark=mark_of(version))
    stored = {"on": tools.desk.clock.today()}
    return Form(title, [Section(told, fields)], stored=stored, save=save, small=True)
