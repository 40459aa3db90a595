"""What consent adds to the stories: keys, sections of a story's page, records to show, drafts."""

from typing import TYPE_CHECKING

from edtui.errors import Sentence
from edtui.records.story import Story
from edtui.tui.commands import consent as _keys  # noqa: F401  bound before the screens are made
from edtui.tui.commands import may_we as _more_keys  # noqa: F401  the same
from edtui.tui.screens.people.page import Section
from edtui.tui.screens.stories.plug import Area, Key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from edtui.tui.dialogs.form import Form
    from edtui.tui.screens.stories.node import StoryNode
    from edtui.tui.screens.stories.tools import StoryTools


def _show(node: "StoryNode") -> None:
    _open(node, str(node.version_id or ""))


def _open(node: "StoryNode", number: str) -> None:
    from edtui.tui.screens.consent.consent_screen import ConsentScreen

    if node.number is not None:
        version = int(number) if number.isdigit() else 0
        node.app.push_screen(ConsentScreen(node.mode, node.number, version))


def _withdraw(node: "StoryNode") -> None:
    from edtui.tui.screens.consent.withdrawing import withdraw

    withdraw(node, node.number)


def _asks(node: "StoryNode") -> Sentence | None:
    from edtui.tui.screens.consent.withdrawing import question

    return question(node.story) if node.story is not None else None


def _withdrawn(node: "StoryNode") -> None:
    from edtui.tui.screens.consent.withdrawn import WithdrawnScreen

    node.app.push_screen(WithdrawnScreen(node.mode))


def _may_we(node: "StoryNode") -> None:
    from edtui.tui.commands.stories import STORY
    from edtui.tui.screens.consent.may_we import MayWeScreen

    only = node.number if node.WHERE == STORY else None
    node.app.push_screen(MayWeScreen(node.mode, only or 0))


def _asks_queue(node: "StoryNode") -> None:
    from edtui.tui.screens.consent.asks import AsksScreen

    node.app.push_screen(AsksScreen(node.mode))


def _ask(node: "StoryNode") -> None:
    from edtui.tui.screens.consent.openings import ask_narrator

    ask_narrator(node)


def _why_not_ask(node: "StoryNode") -> Sentence | None:
    from edtui.tui.screens.consent.openings import why_not_ask

    return why_not_ask(node)


def _show_ask(node: "StoryNode", number: int) -> None:
    from edtui.tui.screens.consent.asks import AsksScreen

    node.app.push_screen(AsksScreen(node.mode, number))


def _sections(tools: "StoryTools", story: Story) -> "Iterable[Section]":
    from edtui.tui.screens.consent.consent_page import story_sections

    return story_sections(tools, story)


def _show_consent(node: "StoryNode", number: int) -> None:
    from edtui.records.story_consent import StoryConsent
    from edtui.tui.screens.consent.consent_screen import ConsentScreen

    consent = node.desk.find(StoryConsent, number)
    if consent is not None:
        wanted = consent.version_id or 0
        node.app.push_screen(ConsentScreen(node.mode, consent.story_id, wanted))


def _show_withdrawn(node: "StoryNode", number: int) -> None:
    from edtui.records.story_tombstone import Tombstone
    from edtui.tui.screens.consent.withdrawing import show_reach

    stone = node.desk.find(Tombstone, number)
    if stone is not None:
        show_reach(node.app, node.mode, stone.story_id)


def _draft(tools: "StoryTools", table: str, number: int, form: str) -> "Form | None":
    from edtui.records.story_consent import StoryConsent
    from edtui.tui.screens.consent.openings import consent_draft

    del number  # a statement is always a new one
    return consent_draft(tools, form) if table == StoryConsent.table else None


AREA = Area(
    name="consent",
    keys={
        "consent": Key(do=_show, writes=False),
        "withdraw": Key(do=_withdraw, asks=_asks),
        "withdrawn": Key(do=_withdrawn, needs="", writes=False),
        "may_we": Key(do=_may_we, needs="", writes=False),
        "asks": Key(do=_asks_queue, needs="", writes=False),
        "ask": Key(do=_ask, needs="version", why_not=_why_not_ask),
    },
    sections=_sections,
    opens={"consent": _open},
    records={
        "story_consents": _show_consent,
        "story_tombstones": _show_withdrawn,
        "story_asks": _show_ask,
    },
    draft=_draft,
)
