"""Writing a story's text on the whole screen, with questions that help to begin.

Nothing that was written is lost: where it cannot be saved, somebody chooses what becomes of it.
"""

from typing import TYPE_CHECKING, Any

from edtui.desk import story_versions
from edtui.desk.errors import ChangedElsewhere
from edtui.desk.naming import NameGuard, name_guard
from edtui.errors import N_, EdtuiError, NotFound, Sentence
from edtui.locale import _, explain
from edtui.records.story import Story
from edtui.records.story_version import StoryVersion
from edtui.records.story_words import VersionKind
from edtui.tui.dialogs.ask import Ask
from edtui.tui.dialogs.discard import OfferDraft
from edtui.tui.screens.stories.questions import OWN_STORY, QUESTIONS
from edtui.tui.screens.stories.text_keeper import TextKeeper
from edtui.tui.screens.writing import write
from edtui.tui.who_writes import explained

if TYPE_CHECKING:
    from textual.app import App

    from edtui.desk.session import Desk
    from edtui.tui.screens.stories.node import StoryNode

DISK = N_("the disk gave an error.")
BETWEEN = "\n\n---\n\n"
"""Between two texts that stand under each other."""


async def write_text(node: "StoryNode", story_id: int, version: StoryVersion | None) -> None:
    """Let somebody write a text, and save it.

    Args:
        node: on top of which.
        story_id: of which story.
        version: the text; None: the original is begun when something was written.
    """
    await _Sitting(node.app, node.desk, story_id, version).write()


class _Sitting:
    """One time of writing in one text."""

    def __init__(
        self, app: "App[Any]", desk: "Desk", story_id: int, version: StoryVersion | None
    ) -> None:
        self.app, self.desk, self.story_id = app, desk, story_id
        self.take(version)

    def take(self, version: StoryVersion | None) -> None:
        """Write in this text from now on."""
        self.version = version
        self.keeper = TextKeeper(self.desk, self.story_id, version)

    async def write(self) -> None:
        """Write until it is saved, or left."""
        text = await self.start()
        while text is not None:
            story = self.desk.find(Story, self.story_id)
            if story is None:
                return
            kind = self.version.kind if self.version else VersionKind.ORIGINAL
            guard: NameGuard | None = (
                name_guard(self.desk) if kind is VersionKind.ANONYMISED else None
            )
            written = await write(
                self.app,
                story.title,
                text,
                keep=self.keeper.keep,
                guard=guard,
                questions=QUESTIONS.get(kind, OWN_STORY),
            )
            text = await self.save(written)

    async def start(self) -> str | None:
        """Give with which words it begins: what stands there, or a draft; None to leave it."""
        text, draft = self.keeper.start, self.keeper.offered()
        if draft is None or draft.values.get("text") == text:
            return text
        question = OfferDraft(draft.moment, self.desk.clock.today())
        answer = await self.app.push_screen_wait(question)
        if answer == "go_on":
            return str(draft.values.get("text", ""))
        if answer is not None:
            self.keeper.forget()
        return text if answer is not None else None

    async def save(self, written: str) -> str | None:
        """Save it; give the text with which writing goes on, None where it is over."""
        try:
            self.keeper.save(written)
        except (ChangedElsewhere, story_versions.HasOriginal):
            return await self.both(written)
        except story_versions.VersionLocked:
            return await self.make_new(written)
        except NotFound as error:  # withdrawn meanwhile: nothing of it stays
            self.keeper.forget()
            self.app.notify(f"{_('It is not saved.')} {explain(error)}", markup=False)
        except EdtuiError as error:
            return await self.again(written, explained(self.app, error))
        except OSError:
            return await self.again(written, _(DISK))
        return None

    async def both(self, mine: str) -> str | None:
        """Somebody else saved the text meanwhile: nothing of either is lost."""
        every = story_versions.versions_of(self.desk, self.story_id)
        theirs = next((one for one in every if one.id == self.keeper.number), None)
        if theirs is None:
            theirs = next((one for one in every if one.kind is VersionKind.ORIGINAL), None)
        answer = await self.ask(
            Sentence(N_("Somebody else wrote in this text meanwhile.")),
            ("both", N_("put both under each other, and look")),
            ("theirs", N_("leave theirs")),
        )
        if answer == "theirs" or theirs is None:
            self.keeper.forget()
            return None
        self.keeper.forget()
        self.take(theirs)
        if not theirs.may_change:
            return await self.make_new(mine)
        return f"{theirs.text}{BETWEEN}{mine}"

    async def make_new(self, mine: str) -> str | None:
        """The text was handed in or approved meanwhile: a new version may be made of it."""
        answer = await self.ask(
            Sentence(N_("This text was handed in meanwhile; it does not change any more.")),
            ("new", N_("make a new version of it")),
            ("leave", N_("leave it")),
        )
        self.keeper.forget()
        if answer != "leave" and self.version is not None:
            kind = self.version.kind
            kind = VersionKind.EDITED if kind is VersionKind.ORIGINAL else kind
            try:
                story_versions.derive(self.desk, self.version.id, kind, text=mine)
            except EdtuiError as error:
                return await self.again(mine, explained(self.app, error))
        return None

    async def again(self, mine: str, why: str) -> str | None:
        """It could not be saved: go on writing, or leave it as a draft."""
        answer = await self.ask(
            Sentence(N_("It is not saved: {why} All that you wrote is still here."), {"why": why}),
            ("again", N_("go on writing")),
            ("leave", N_("leave it as a draft")),
        )
        if answer != "leave":
            return mine
        try:
            self.keeper.keep(mine)
        except (EdtuiError, OSError):
            self.app.notify(_("the draft cannot be kept now"), severity="warning", markup=False)
            return mine
        return None

    async def ask(self, question: Sentence, *answers: tuple[str, str]) -> str | None:
        """Ask something; the first answer is the safe one."""
        answer: str | None = await self.app.push_screen_wait(Ask(question, answers))
        return answer
