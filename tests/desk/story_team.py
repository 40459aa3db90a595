"""A story of Riet, what may be done with it, and what somebody does at the desk."""

from datetime import timedelta
from types import SimpleNamespace

from edtui.desk import (
    roster,
    stories,
    story_consents,
    story_exit,
    story_papers,
    story_plugin,
    story_versions,
)
from edtui.desk.errors import ChangedSince
from edtui.desk.session import Desk
from edtui.records.person import Person
from edtui.records.story import Story
from edtui.records.story_consent import Cell, Scope
from edtui.records.story_gate import Exit
from edtui.records.story_version import StoryVersion
from edtui.records.story_words import Audience, Medium, Purpose, Value, VersionKind, Workflow

CANARY = "kanariezinnetje dat nergens anders staat"
TEXT = f"Eerst was er {CANARY}.\n\nToen ging het open."
LESSON = Cell(Purpose.TRAINING, Audience.STUDENTS, Medium.ON_PAPER)


def grid(value: Value = Value.YES, cell: Cell = LESSON) -> tuple[Scope, ...]:
    return (Scope(purpose=cell.purpose, audience=cell.audience, medium=cell.medium, value=value),)


def tell(desk: Desk, value: Value = Value.YES) -> SimpleNamespace:
    story_plugin.plug_in()
    today = desk.clock.today()
    riet = roster.add_person(desk, Person(first_names="Riet"))
    story = stories.add_story(
        desk,
        title=f"Titel met {CANARY}",
        narrator_id=riet.id,
        attribution="first_name",
        third_checked_on=today,
    )
    version = story_versions.begin_version(desk, story.id)
    version = story_versions.save_text(desk, version.id, TEXT)
    version = story_versions.approve(desk, version.id, version.digest, how="samen gelezen")
    story = stories.set_workflow(desk, story.id, Workflow.READY)
    until = today + timedelta(days=365)
    consent = story_consents.give(
        desk, version.id, version.digest, scopes=grid(value), valid_until=until
    )
    return SimpleNamespace(story=story, version=version, consent=consent, person=riet)


def lesson(desk: Desk, on=None):
    return story_papers.occasion(desk, *LESSON, on=on, words="klinische les", group_size=30)


def out(desk: Desk, told, way: Exit = Exit.PRINTING):
    return story_exit.let_out(desk, told.story.id, told.version.id, lesson(desk), way, copies=30)


def everything(desk: Desk) -> str:
    return desk.vault.db.everything()


def do(desk: Desk, told, step: str) -> None:
    version, story = desk.find(StoryVersion, told.version.id), desk.find(Story, told.story.id)
    newest = story_versions.versions_of(desk, told.story.id)[-1:]
    if step in ("undo", "redo"):
        try:
            getattr(desk.undo_stack, step)()
        except ChangedSince:
            desk.undo_stack.skip()
    elif step == "text" and newest and newest[0].may_change:
        story_versions.save_text(desk, newest[0].id, f"{TEXT} nog iets")
    elif step == "derive" and version:
        story_versions.derive(desk, version.id, VersionKind.SHORTENED)
    elif step == "give" and version and version.text:
        until = desk.clock.today() + timedelta(days=9)
        story_consents.give(desk, version.id, version.digest, scopes=grid(), valid_until=until)
    elif step == "refuse" and version:
        story_consents.refuse(desk, version.id)
    elif step == "title" and story:
        stories.save_story(desk, story.with_(title=f"Ander {CANARY}"))
    elif step == "rest" and story:
        stories.set_workflow(desk, story.id, Workflow.RESTING)
    elif step == "unapprove" and version:
        story_versions.unapprove(desk, version.id)
