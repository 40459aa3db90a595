"""What can be done with a story that stands among the answers of "May we?"."""

from abc import abstractmethod
from typing import TYPE_CHECKING, Any

from edtui.desk import story_asks
from edtui.desk.story_occasion import OccasionLine
from edtui.errors import N_, EdtuiError, Sentence
from edtui.locale import _, explain
from edtui.records.story_gate import Answer, Verdict
from edtui.records.story_papers import Occasion
from edtui.tui.commands.base import Command
from edtui.tui.screens.consent import withdrawing
from edtui.tui.screens.people.why_not import NOBODY, read_only
from edtui.tui.screens.stories.tools import StoryTools

if TYPE_CHECKING:
    from edtui.tui.screens.base import DeskScreen

    _Screen = DeskScreen
else:
    _Screen = object

_NEEDS_ONE = frozenset({"use", "ask", "texts", "consent", "withdraw"})
_WRITES = frozenset({"use", "ask", "withdraw"})
MAY_NOT = N_("This story may not for this occasion. {reason}")
ASK_FIRST = Sentence(N_("The narrator is to be asked first: {key} puts it in the queue."),
                     {"key": "a"})  # fmt: skip
NOT_ASKED = Sentence(N_("Nothing has to be asked for this one."))
NO_TEXT = Sentence(N_("There is no text of it."))


class AnswerKeys(_Screen):
    """For a screen with an occasion and a story under its cursor."""

    occasion: Occasion | None

    @property
    @abstractmethod
    def line(self) -> OccasionLine | None:
        """The story under the cursor."""

    def tools(self) -> StoryTools:
        """Give what forms are made with."""
        return StoryTools(self.desk, self.app)

    def why_not(self, command: Command) -> Sentence | None:
        """Give why a key does nothing now."""
        verb, line = command.id.rpartition(".")[2], self.line
        if verb in _NEEDS_ONE and line is None:
            return NOBODY
        if verb in _WRITES and (why := read_only(self)) is not None:
            return why
        if line is None or verb not in ("use", "ask", "texts"):
            return None
        if line.version is None:
            return NO_TEXT
        return None if verb == "texts" else _why_not(verb, line.verdict)

    def names_object(self, command: Command) -> Sentence | None:
        """Name the story that would be withdrawn."""
        if command.id == "may_we.withdraw" and self.line is not None:
            return withdrawing.question(self.line.story)
        return None

    def stands_on(self, command: Command) -> object:  # noqa: ARG002  the same for all
        """Give the story."""
        return self.line.story.id if self.line is not None else None

    def action_use(self) -> None:
        """Use it: logged first."""
        from edtui.tui.screens.consent.use_form import use_form

        line, held = self.line, self.occasion
        if line is not None and line.version is not None and held is not None:
            self.app.push_screen(use_form(self.tools(), line, held), self._used)

    def _used(self, done: Any) -> None:
        if done is not None:
            done(self.app)

    def action_ask(self) -> None:
        """Put the question in the queue."""
        line, held = self.line, self.occasion
        if line is None or line.version is None or held is None:
            return
        try:
            story_asks.ask(self.desk, line.story.id, line.version.id, held)
        except EdtuiError as error:
            self.app.notify(explain(error), severity="warning", markup=False)
            return
        self.app.notify(_("It stands in the queue: q shows what is to be asked."), markup=False)

    def action_queue(self) -> None:
        """Go to the queue."""
        from edtui.tui.screens.consent.asks import AsksScreen

        self.app.push_screen(AsksScreen(self.mode))

    def action_texts(self) -> None:
        """Show the text that is meant."""
        from edtui.tui.screens.stories.openings import show_text

        if self.line is not None and self.line.version is not None:
            show_text(self, self.line.version.id)

    def action_consent(self) -> None:
        """See what the narrator allows."""
        from edtui.tui.screens.consent.consent_screen import ConsentScreen

        line = self.line
        if line is not None:
            version = line.version.id if line.version is not None else 0
            self.app.push_screen(ConsentScreen(self.mode, line.story.id, version))

    def action_withdraw(self) -> None:
        """Withdraw it."""
        if self.line is not None:
            withdrawing.withdraw(self, self.line.story.id)


def _why_not(verb: str, verdict: Verdict) -> Sentence | None:
    answer = verdict.answer
    if answer is Answer.NO:
        return Sentence(MAY_NOT, {"reason": verdict.reasons[0]})
    if verb == "use":
        return ASK_FIRST if answer is Answer.ASK else None
    return NOT_ASKED if answer is Answer.YES else None
