"""May we? An occasion, and which stories may, may if asked, and may not, each with why."""

from collections.abc import Iterable

from textual import work
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static
from textual.worker import get_current_worker

from edtui.desk import story_asks
from edtui.desk.session import Desk
from edtui.desk.story_occasion import Answers, OccasionLine, may_we
from edtui.desk.vocabularies import vocabularies
from edtui.errors import EdtuiError
from edtui.locale import _
from edtui.records.occasion_supposed import suppose
from edtui.records.occasion_words import ReadOccasion, read_occasion
from edtui.records.story_ask import StoryAsk
from edtui.records.story_papers import Occasion
from edtui.tui.commands.may_we import MAY_WE
from edtui.tui.screens.base import DeskScreen
from edtui.tui.screens.consent import answer_list, occasion_form
from edtui.tui.screens.consent.answer_keys import AnswerKeys
from edtui.tui.screens.consent.answer_list import AnswerList
from edtui.tui.screens.consent.occasion_line import OccasionLine as TypedLine
from edtui.tui.screens.people.keeps_desk import KeepsDesk
from edtui.tui.surroundings import marks
from edtui.tui.widgets.busy import PATIENCE
from edtui.tui.widgets.section_list import SectionList


class MayWeScreen(AnswerKeys, KeepsDesk, DeskScreen):
    """Asks the gate about every story for one occasion; nothing leaves by looking."""

    WHERE = MAY_WE
    MODE = "stories"
    stays_when_withdrawn = True

    class Read(Message):
        """The gate was asked."""

        def __init__(self, held: Occasion, found: Answers, asks: list[StoryAsk]) -> None:
            super().__init__()
            self.held = held
            self.found = found
            self.asks = asks

    def __init__(self, mode: object, only: int = 0) -> None:
        super().__init__(mode)
        self.only = only
        """Number of the one story that is asked about; 0 for all."""

        self.occasion: Occasion | None = None
        self._waiting: Timer | None = None

    def compose_body(self) -> Iterable[Widget]:
        """Give the line, the answers, and what the teller wants with the one under the cursor."""
        known = vocabularies(self.desk)

        def read(text: str) -> ReadOccasion:
            return suppose(read_occasion(text, self.desk.clock.today(), known))

        yield TypedLine(read, self.tools().words.label)
        empty = _("Type an occasion: for what, for whom, in which form, and when.")
        yield AnswerList(empty, id="answers")
        yield Static("", id="answer", markup=False)

    def on_mount(self) -> None:
        """Start with the occasion."""
        self.heading = _("May we?")
        self.typed.focus_line()

    @property
    def typed(self) -> TypedLine:
        """The line of the occasion."""
        return self.query_one(TypedLine)

    @property
    def answers(self) -> AnswerList:
        """The list."""
        return self.query_one(AnswerList)

    @property
    def line(self) -> OccasionLine | None:
        """The story under the cursor."""
        return self.answers.line

    # The occasion

    def on_occasion_line_typed(self, event: TypedLine.Typed) -> None:
        """Ask for this occasion; what is missing is filled in first."""
        event.stop()
        held = occasion_form.whole(self.desk, event.found)
        if held is not None:
            self.take(held, event.found.supposed)
        elif event.found != ReadOccasion() or self.occasion is None:
            self._fill_in(event.found)
        else:
            self.answers.focus()

    def on_occasion_line_left(self, event: TypedLine.Left) -> None:
        """Back to the answers, or away where there are none."""
        event.stop()
        if self.occasion is not None:
            self.answers.focus()
        else:
            self.leave()

    def take(self, held: Occasion, supposed: bool = False) -> None:
        """Ask the gate about this occasion; `supposed`: nobody typed its form."""
        self.occasion = held
        self.typed.show(occasion_form.as_read(held)._replace(supposed=supposed))
        self.answers.focus()
        self.reload()

    def _fill_in(self, found: ReadOccasion) -> None:
        def filled(held: Occasion | None) -> None:
            if held is not None:
                self.take(held)

        form = occasion_form.occasion_form(self.tools(), found, kind=occasion_form.LookForm)
        self.app.push_screen(form, filled)

    def action_occasion(self) -> None:
        """Type another one."""
        self.typed.focus_line()

    def action_form(self) -> None:
        """Fill it in field by field."""
        held = self.occasion
        self._fill_in(occasion_form.as_read(held) if held is not None else self.typed.found)

    # Data down

    def reload(self) -> None:
        """Ask the gate again, in a thread."""
        if self.occasion is not None:
            self._waiting = self._waiting or self.set_timer(PATIENCE, self._say_looking)
            self._ask(self.desk, self.occasion)

    def _say_looking(self) -> None:
        self.heading = f"{_('May we?')} {marks(self.app).between} {_('looking…')}"

    @work(thread=True, exclusive=True, group="may_we", exit_on_error=False)
    def _ask(self, desk: Desk, occasion: Occasion) -> None:
        worker = get_current_worker()
        try:
            found = may_we(desk, occasion)
            asks = story_asks.queue(desk)
        except EdtuiError:  # locked meanwhile
            return
        if self.only:
            found = Answers(*(tuple(one for one in part if one.story.id == self.only)
                              for part in found))  # fmt: skip
        if not worker.is_cancelled:
            self.post_message(self.Read(occasion, found, asks))

    def on_may_we_screen_read(self, message: Read) -> None:
        """Show the answers, unless another occasion was typed meanwhile."""
        message.stop()
        if message.held != self.occasion:
            return
        if self._waiting is not None:
            self._waiting.stop()
            self._waiting = None
        self.heading = _("May we?")
        dot = f" {marks(self.app).between} "
        label = self.tools().words.label
        self.answers.show(
            answer_list.sections(message.found, message.held, message.asks, label, dot)
        )

    def on_answer_list_moved(self, event: AnswerList.Moved) -> None:
        """Read along with the cursor."""
        event.stop()
        line = self.line
        told = self.query_one("#answer", Static)
        told.display = line is not None
        if line is not None:
            signs = marks(self.app)
            rule = Content.styled(signs.rule * self.answers.size.width, "$text-disabled")
            said = answer_list.detail(line, self.tools().words.label, f" {signs.between} ")
            told.update(Content("\n").join([rule, said]))
        self.refresh_bindings()

    def on_section_list_chosen(self, event: SectionList.Chosen) -> None:
        """Show the story's page."""
        event.stop()
        from edtui.tui.screens.stories.openings import show_story

        if self.line is not None:
            show_story(self, self.line.story.id)

    def action_back(self) -> None:
        """Back to the stories."""
        self.leave()
