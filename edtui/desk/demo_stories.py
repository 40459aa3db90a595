"""The demo's recovery stories: every kind of consent, told, asked for, on the shelf, withdrawn."""

from collections.abc import Mapping, Sequence
from typing import Any

from edtui.desk.demo_places import Numbers
from edtui.desk.demo_story_papers import add_withdrawn, ask_of, consent_of, use_of
from edtui.desk.demo_texts import DemoTexts
from edtui.desk.publishing import may_publish
from edtui.desk.session import Act, Desk
from edtui.desk.shelf_settling import settle
from edtui.records.narrator_care import NarratorCare
from edtui.records.reader_word import ReaderWords
from edtui.records.story import Story
from edtui.records.story_gate import Answer
from edtui.records.story_version import StoryVersion, digest

_PLAIN = (
    "authorship", "perspective", "form", "language", "plain_level", "workflow", "catalogue",
    "attribution", "chosen_name", "wants_to_be_known", "dimensions", "chime", "life_domains",
    "inclusion", "notes_state",
)  # fmt: skip
_TEXTS = {
    "title": "title",
    "summary": "summary",
    "purpose": "purpose_of_narrator",
    "not_for": "not_for",
    "wish": "wish_recognition",
    "embargo_reason": "embargo_reason",
    "inclusion_reason": "inclusion_reason",
}
_OWN_LANGUAGE = {"nl": "dutch", "en": "english"}
_LISTS = ("experience", "themes", "helped", "hindered")
_DAYS = {
    "told_on": "told_on",
    "embargo_until": "embargo_until",
    "third_checked": "third_checked_on",
    "wording_checked": "wording_checked_on",
}


def add_stories(desk: Desk, act: Act, texts: DemoTexts, people: Numbers) -> None:
    """Save them, after the people, who are numbers by key."""
    file = texts.file("stories")
    for fields in file["stories"]:
        story = act.put(_story(fields, texts, people))
        versions: list[StoryVersion] = []
        for one in fields.get("versions", ()):
            versions.append(act.put(_version(desk, story, one, texts, versions)))
        story = _with_places(act, story, fields.get("notes", ()), versions)
        if words := tuple(texts.texts(fields.get("reader_words", []))):
            act.put(ReaderWords(story_id=story.id, words=words))
        for one in fields.get("consents", ()):
            act.put(consent_of(desk, story, versions[one["version"] - 1], one, texts))
        for one in fields.get("asks", ()):
            act.put(ask_of(desk, story, versions[one["version"] - 1], one, texts))
        for one in fields.get("uses", ()):
            version = versions[one["version"] - 1]
            about = {"version_id": version.id, "version_no": version.no}
            act.put(use_of(one, texts, {**about, "narrator_id": story.narrator_id}, story.id))
        if fields.get("shelf"):
            verdicts = may_publish(desk, story.id, versions[-1].id)
            yes = {who: one for who, one in verdicts.items() if one.answer is Answer.YES}
            settle(desk, act, story.id, versions[-1].id, yes)
    for fields in file["withdrawn"]:
        add_withdrawn(desk, act, fields, texts, people)
    for fields in file["care"]:
        known = {name: value for name, value in fields.items() if name != "narrator"}
        known["not_now_until"] = texts.day(fields.get("not_now_until"))
        act.put(NarratorCare(**{**known, "person_id": people[fields["narrator"]]}))


def _with_places(
    act: Act, story: Story, notes: Sequence[Mapping[str, Any]], versions: Sequence[StoryVersion]
) -> Story:
    """Say of which text the paragraphs of content notes are, where there are several."""
    of = [versions[note["version"] - 1].id if "version" in note else None for note in notes]
    if not any(of):
        return story
    placed = [one.with_(version_id=at) for one, at in zip(story.notes, of, strict=True)]
    return act.put(story.with_(notes=tuple(placed)))


def _story(fields: Mapping[str, Any], texts: DemoTexts, people: Numbers) -> Story:
    notes = [
        {name: value for name, value in note.items() if name != "version"}
        | {"text": texts.text(note.get("text"))}
        for note in fields.get("notes", ())
    ]
    others = [{**one, "role": texts.text(one["role"])} for one in fields.get("third_parties", ())]
    traits = [
        {"name": name, "values": values, "coded_on": texts.day(fields["told_on"])}
        for name, values in fields.get("traits", {}).items()
    ]
    shown = [
        {"name": name, "words": texts.text(words), "show_to_reader": True}
        for name, words in fields.get("shown", ())
    ]
    return Story.model_validate(
        {
            "language": _OWN_LANGUAGE[texts.language],
            **{name: fields[name] for name in _PLAIN if name in fields},
            **{to: texts.text(fields.get(name)) for name, to in _TEXTS.items()},
            **{name: texts.texts(fields.get(name, [])) for name in _LISTS},
            **{to: texts.day(fields.get(name)) for name, to in _DAYS.items()},
            "narrator_id": people[fields["narrator"]],
            "notes": notes,
            "third_parties": others,
            "traits": traits,
            "diversity": shown,
        }
    )


def _version(
    desk: Desk,
    story: Story,
    fields: Mapping[str, Any],
    texts: DemoTexts,
    before: Sequence[StoryVersion],
) -> StoryVersion:
    text = texts.text(fields["text"]).strip()
    approved = texts.day(fields.get("approved"))
    return StoryVersion(
        story_id=story.id,
        no=len(before) + 1,
        kind=fields.get("kind", "original"),
        derived_from=before[-1].id if before else None,
        text=text,
        change_note=texts.text(fields.get("change_note")),
        made_by=desk.vault.user_id,
        made_on=texts.day(fields["made"]),
        locked=approved is not None,
        approved_on=approved,
        approved_digest=digest(text) if approved else "",
        anonymity_level=fields.get("level", 0),
    )
