"""A story on the shelf: for whom, until when; put there and taken off."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from edtui.desk import publishing
from edtui.desk.session import Desk
from edtui.desk.story_texts import texts_of
from edtui.errors import N_, Sentence
from edtui.locale import _, dates, say
from edtui.records.story import Story
from edtui.records.story_gate import Answer, Verdict
from edtui.records.story_version import StoryVersion
from edtui.records.story_words import Audience, Catalogue
from edtui.tui.dialogs.form import Section as FormSection
from edtui.tui.screens.consent.story_form import StoryForm
from edtui.tui.screens.people.page import Fact, Section
from edtui.tui.widgets.fields import ChoiceField, Option, SeveralField

if TYPE_CHECKING:
    from edtui.tui.screens.stories.node import StoryNode
    from edtui.tui.screens.stories.tools import StoryTools

NO_TEXT = Sentence(N_("There is no text yet."))
NOT_ALLOWED = Sentence(N_("The narrator did not say yes to these readers for this text."))


def open_shelf(node: "StoryNode") -> None:
    """Ask which text stands there, and for whom; nobody takes it off. Or say why it may not."""
    story = node.story
    if story is None:
        return
    if (why := _why_not(node.desk, story)) is not None:
        node.app.notify(say(why), severity="warning", markup=False)
        return
    tools = node.tools()
    desk, label = node.desk, tools.words.label
    allowed = _allowed(desk, story.id)
    there = publishing.published(desk, story.id)
    versions = {one.id: one for one in texts_of(desk, story.id)}
    numbers = list(dict.fromkeys([*allowed, *(one.version_id for one in there)]))
    readers = [who for who in publishing.AUDIENCES if any(who in one for one in allowed.values())]

    def texts() -> list[Option]:
        return [Option(str(number), _text_name(tools, versions[number])) for number in numbers]

    fields = [
        ChoiceField("version", N_("Text"), texts, required=True),
        SeveralField(
            "readers",
            N_("Who reads it there"),
            lambda: [Option(who.value, label("story_audiences", who.value)) for who in readers],
            help=N_("only whom the narrator said yes to; nobody: it is taken off"),
            required=not there,
            word_for=lambda code: label("story_audiences", code),
        ),
    ]
    now = {who for one in there for who in one.audiences}
    version = there[0].version_id if there else numbers[0]

    def check(values: Mapping[str, Any]) -> dict[str, Sentence]:
        may = {who.value for who in allowed.get(int(values.get("version") or 0), ())}
        wrong = set(values.get("readers") or ()) - may
        return {"readers": NOT_ALLOWED} if wrong else {}

    def save(values: Mapping[str, Any]) -> bool:
        wanted = [Audience(code) for code in values["readers"]]
        if wanted:
            publishing.publish(desk, story.id, int(values["version"]), wanted)
        else:
            publishing.take_off(desk, story.id)
        return bool(wanted)

    node.app.push_screen(
        StoryForm(
            _("{title} on the shelf").format(title=story.title),
            [FormSection("", fields)],
            stored={
                "version": str(version),
                "readers": [who.value for who in Audience if who in now],
            },
            save=save,
            check=check,
            small=True,
        ).about(story.id)
    )


def shelf_sections(tools: "StoryTools", story: Story) -> Iterable[Section]:
    """Give the section of a story's page: where it can be read, or that it could be."""
    from edtui.tui.screens.stories.plug import CONSENT

    there = publishing.published(tools.desk, story.id)
    label = tools.words.label
    facts = [
        Fact(
            _("read by {who}, until {day}").format(
                who=", ".join(label("story_audiences", who.value) for who in one.audiences),
                day=dates.full_day(one.until),
            )
        )
        for one in there
    ]
    if not there:
        allowed = _allowed(tools.desk, story.id)
        if not allowed:
            return
        may = _("may stand there; {key} puts it there").format(key="h")
        facts = [Fact(may, "quiet")]
    yield Section("shelf", _("Shelf"), facts, group=CONSENT, form="shelf")


def _why_not(desk: Desk, story: Story) -> Sentence | None:
    """Give why a story can neither be put on the shelf nor be taken off."""
    if publishing.published(desk, story.id):
        return None
    if story.catalogue is Catalogue.HIDDEN:
        return publishing.NotListed().said
    return None if _allowed(desk, story.id) else _nearest(desk, story.id)


def _allowed(desk: Desk, story_id: int) -> dict[int, list[Audience]]:
    """Give the readers for whom each text may stand there, the newest text first."""
    found: dict[int, list[Audience]] = {}
    for version in reversed(texts_of(desk, story_id)):
        yes = [who for who, one in _verdicts(desk, version) if one.answer is Answer.YES]
        if yes:
            found[version.id] = yes
    return found


def _nearest(desk: Desk, story_id: int) -> Sentence:
    """Give why the text that is nearest to it may not."""
    order = list(Answer)
    every = [one for version in texts_of(desk, story_id) for _who, one in _verdicts(desk, version)]
    if not every:
        return NO_TEXT
    best = max(every, key=lambda one: (order.index(one.answer), -len(one.reasons)))
    return best.reasons[0]


def _verdicts(desk: Desk, version: StoryVersion) -> Iterable[tuple[Audience, Verdict]]:
    return publishing.may_publish(desk, version.story_id, version.id).items()


def _text_name(tools: "StoryTools", version: StoryVersion) -> str:
    kind = tools.words.label("story_version_kinds", version.kind.value)
    return f"{version.no} {kind}"
