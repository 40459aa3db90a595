"""Writing a story's text on the whole screen, with questions that help to begin."""

from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from edtui.desk import drafts, story_versions
from edtui.desk.errors import ChangedElsewhere
from edtui.desk.naming import NameGuard, name_guard
from edtui.desk.session import Desk
from edtui.desk.story_plugin import BEGUN
from edtui.errors import N_, EdtuiError, Sentence
from edtui.locale import _, explain
from edtui.records.story import Story
from edtui.records.story_version import StoryVersion
from edtui.records.story_words import VersionKind
from edtui.tui.dialogs.ask import Ask
from edtui.tui.dialogs.discard import OfferDraft
from edtui.tui.screens.stories.text_keys import WRITTEN
from edtui.tui.screens.writing import write

if TYPE_CHECKING:
    from edtui.tui.screens.stories.node import StoryNode

OWN_STORY = (
    N_("Where does your story begin?"),
    N_("What was a day like then?"),
    N_("What helped you?"),
    N_("What did not help, or made it worse?"),
    N_("Who was there, and who was not?"),
    N_("Was there a moment after which something was different?"),
    N_("What would you tell yourself then, as you are now?"),
    N_("What do you want people to understand?"),
    N_("What is still hard? It may stay open."),
    N_("How do you want to end? A story need not end well."),
)
"""For a story that is told for the first time."""

QUESTIONS: dict[VersionKind, Sequence[str]] = {
    VersionKind.ORIGINAL: OWN_STORY,
    VersionKind.UPDATE: (
        N_("What is different since you told it?"),
        N_("What is the same?"),
        N_("What would you tell otherwise now?"),
    ),
    VersionKind.SHORTENED: (
        N_("Which sentence may not be missing?"),
        N_("Is what the narrator wants with it still there?"),
        N_("Did it become nicer than it was? Then put back what was hard."),
    ),
    VersionKind.ANONYMISED: (
        N_("Who would still recognise this, by which event?"),
        N_("Which place, workplace or age tells too much?"),
        N_("Does the narrator want to be this unknown?"),
    ),
    VersionKind.PLAIN_LANGUAGE: (
        N_("How would you say this to somebody at the kitchen table?"),
        N_("Can this sentence become two?"),
        N_("Is it still the narrator's voice?"),
    ),
    VersionKind.SPOKEN: (
        N_("What is the first thing that you say?"),
        N_("Where do you pause?"),
        N_("What do you not tell today?"),
        N_("How do you end, and who is there afterwards?"),
    ),
}
"""By what is written."""


async def write_text(node: "StoryNode", story_id: int, version: StoryVersion | None) -> None:
    """Let somebody write a text, and save it; what goes wrong is said, and the draft stays.

    Args:
        node: on top of which.
        story_id: of which story.
        version: the text; None: the original is begun when something was written.
    """
    desk, app = node.desk, node.app
    story = desk.find(Story, story_id)
    if story is None:
        return
    keeper = _Keeper(desk, story_id, version)
    text, kind = keeper.start, version.kind if version else VersionKind.ORIGINAL
    draft = keeper.offered()
    if draft is not None and draft.values.get("text") != text:
        answer = await app.push_screen_wait(OfferDraft(draft.moment, desk.clock.today()))
        if answer is None:
            return
        if answer == "go_on":
            text = str(draft.values.get("text", ""))
        else:
            keeper.forget()
    guard: NameGuard | None = name_guard(desk) if kind is VersionKind.ANONYMISED else None
    written = await write(
        app,
        story.title,
        text,
        keep=keeper.keep,
        guard=guard,
        questions=QUESTIONS.get(kind, OWN_STORY),
    )
    try:
        keeper.save(written)
    except ChangedElsewhere:
        await _both(node, story_id, keeper, written)
    except EdtuiError as error:
        with suppress(EdtuiError):
            keeper.keep(written)
        app.notify(_("It is not saved.") + " " + explain(error), severity="warning", markup=False)


async def _both(node: "StoryNode", story_id: int, keeper: "_Keeper", mine: str) -> None:
    """Somebody else saved the text meanwhile: nothing of either is lost."""
    theirs = node.desk.find(StoryVersion, keeper.number)
    question = Sentence(N_("Somebody else wrote in this text meanwhile."))
    answers = [
        ("both", N_("put both under each other, and look")),
        ("theirs", N_("leave theirs")),
    ]
    answer = await node.app.push_screen_wait(Ask(question, answers))
    if answer == "theirs" or theirs is None:
        keeper.forget()
    elif theirs.may_change:
        keeper.keep(f"{theirs.text}\n\n---\n\n{mine}" if answer == "both" else mine)
        await write_text(node, story_id, theirs)


class _Keeper:
    """Keeps what is written as a sealed draft, and saves it."""

    def __init__(self, desk: Desk, story_id: int, version: StoryVersion | None) -> None:
        self._desk = desk
        self._story_id = story_id
        self._version = version
        self.number = version.id if version else 0
        self._form = text_form(story_id, self.number)

    @property
    def start(self) -> str:
        """What stands there now."""
        return self._version.text if self._version else ""

    def offered(self) -> drafts.Draft | None:
        """Give what was written before and not saved."""
        return drafts.offer(self._desk, self._form, StoryVersion.table, self.number)

    def keep(self, text: str) -> Any:
        """Keep a draft; not of a story that was withdrawn meanwhile."""
        if self._desk.find(Story, self._story_id) is None:
            self.forget()
            return
        drafts.keep(self._desk, self._form, StoryVersion.table, self.number, {"text": text})

    def forget(self) -> None:
        """Drop the draft."""
        drafts.drop(self._desk, self._form, StoryVersion.table, self.number)

    def save(self, text: str) -> None:
        """Save the text, where it is another one, and drop the draft."""
        if self._version is None:
            if text.strip():
                story_versions.begin_version(self._desk, self._story_id, text)
        elif text != self._version.text:
            story_versions.save_text(
                self._desk, self._version.id, text, revision=self._version.revision
            )
        self.forget()


def text_form(story_id: int, version_id: int) -> str:
    """Give the name of the form of a text's draft."""
    return WRITTEN if version_id else f"{BEGUN}{story_id}"
