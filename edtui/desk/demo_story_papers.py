"""What is on paper about the demo's stories: consents, questions, uses, one that was withdrawn."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from edtui.desk.demo_places import Numbers
from edtui.desk.demo_texts import DemoTexts
from edtui.desk.session import Act, Desk
from edtui.records.story import Story
from edtui.records.story_ask import AskAnswer, StoryAsk
from edtui.records.story_consent import ConsentStatus, StoryConsent
from edtui.records.story_tombstone import Proof, Tombstone
from edtui.records.story_use import StoryUse, usual_reach
from edtui.records.story_version import StoryVersion
from edtui.records.story_words import Medium, Purpose


def consent_of(
    desk: Desk, story: Story, version: StoryVersion, fields: Mapping[str, Any], texts: DemoTexts
) -> StoryConsent:
    """Make a consent, not saved yet."""
    names = ("purpose", "audience", "medium", "value")
    talk = dict(fields.get("talk", {}))
    evidence = dict(fields.get("evidence", {}))
    given = texts.some_day(fields["given"])
    return StoryConsent.model_validate(
        {
            "story_id": story.id,
            "version_id": version.id,
            "text_digest": version.digest,
            "status": ConsentStatus.GIVEN,
            "given_at": _moment(desk, fields["given"]),
            "scopes": [dict(zip(names, scope, strict=True)) for scope in fields["scopes"]],
            "edit_right": fields.get("edit_right", "spelling"),
            "see_before_use": fields.get("see_before_use", False),
            "valid_from": given,
            "valid_until": texts.day(fields["until"]),
            "attribution": story.attribution,
            "talk": {
                **{name: talk[name] for name in ("held_by", "is_manager", "told_risks")},
                "on": texts.day(talk["on"]),
                "support_present": texts.text(talk.get("support")),
            },
            "evidence": {**evidence, "place": texts.text(evidence.get("place"))},
        }
    )


def ask_of(
    desk: Desk, story: Story, version: StoryVersion, fields: Mapping[str, Any], texts: DemoTexts
) -> StoryAsk:
    """Make a question, not saved yet."""
    purpose, audience, medium = fields["cell"]
    answered = "answered" in fields
    yes = AskAnswer.YES if fields.get("yes") else AskAnswer.NO
    return StoryAsk(
        story_id=story.id,
        version_id=version.id,
        text_digest=version.digest,
        purpose=purpose,
        audience=audience,
        medium=medium,
        on=texts.some_day(fields["on"]),
        occasion=texts.text(fields["occasion"]),
        place=texts.text(fields.get("place")),
        group_size=fields.get("group", 0),
        asked_on=texts.day(fields.get("asked")),
        answer=yes if answered else AskAnswer.WAITING,
        answered_at=_moment(desk, fields["answered"]) if answered else None,
    )


def use_of(
    fields: Mapping[str, Any], texts: DemoTexts, about: Mapping[str, Any], story_id: int
) -> StoryUse:
    """Make a line of the uses, not saved yet."""
    purpose, audience, medium = fields["cell"]
    day = texts.some_day(fields["on"])
    after = {name: texts.text(value) for name, value in fields.get("after", {}).items()}
    named = ("occasion", "place", "contact", "where_found", "recall_result", "told_by")
    return StoryUse.model_validate(
        {
            **about,
            **{name: texts.text(fields.get(name)) for name in named},
            "story_id": story_id,
            "on": day,
            "purpose": purpose,
            "audience": audience,
            "medium": medium,
            "group_size": fields.get("group", 0),
            "copies": fields.get("copies", 0),
            "reach": usual_reach(Purpose(purpose), Medium(medium)),
            "recalled_on": texts.day(fields.get("recalled")),
            "after": {**after, "on": day + timedelta(days=1)} if after else {},
        }
    )


def add_withdrawn(
    desk: Desk, act: Act, fields: Mapping[str, Any], texts: DemoTexts, people: Numbers
) -> None:
    """Save what stays of a story that was withdrawn."""
    narrator = people[fields["narrator"]]
    # Numbers that no story and no consent has again.
    gone = act.put(Story(title="-"))
    given = act.put(
        StoryConsent(
            story_id=gone.id, status=ConsentStatus.REFUSED, given_at=_moment(desk, fields["given"])
        )
    )
    act.remove(given)
    act.remove(gone)
    proof = Proof(
        consent_id=given.id,
        status=ConsentStatus.GIVEN.value,
        given_at=_moment(desk, fields["given"]),
        version_no=fields["version_no"],
    )
    act.put(
        Tombstone(
            story_id=gone.id,
            narrator_id=narrator,
            withdrawn_at=_moment(desk, fields["on"]),
            via=fields["via"],
            noted_by=desk.vault.user_id,
            proofs=(proof,),
            told_narrator_on=_moment(desk, fields["told_narrator"]),
        )
    )
    about = {"version_no": fields["version_no"], "narrator_id": narrator}
    for one in fields["uses"]:
        act.put(use_of(one, texts, about, gone.id))


def _moment(desk: Desk, days: int) -> datetime:
    return desk.clock.now().replace(microsecond=0) + timedelta(days=days)
