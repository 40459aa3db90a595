"""What the meeting screen shows: its lines and where they stand, narrow and wide."""

from collections.abc import Iterable
from typing import Any

from textual.containers import Container, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from edtui.desk.minutes import outcome_line
from edtui.desk.naming import NameGuard
from edtui.desk.session import Desk
from edtui.locale import _
from edtui.records.meeting import Meeting
from edtui.records.meeting_clock import Reading
from edtui.records.method import AgendaPart
from edtui.tui.plain import plain
from edtui.tui.screens.meeting.areas import WhiteBoard, WritingArea
from edtui.tui.screens.meeting.clock_face import ClockFace, written
from edtui.tui.screens.meeting.seen import seen_by
from edtui.tui.screens.meeting.steps_text import steps_text
from edtui.tui.surroundings import marks
from edtui.tui.widgets.line import cut

WIDE = 110
BOTH = 78
"""Cells from which both clocks stand beside each other."""

FEW_LINES, MOST_LINES = 3, 6
"""Of a form, on a low screen: from more than a few on nothing else is shown around the step, so
that six choices are seen together."""

FORM_MARGIN = 4
"""Cells beside a form's lines."""

FIVE = 5
"""Signs that fit beside the minutes when they are twice as big."""

HIGH = 34
"""Rows from which the figures of a wide screen are twice as big."""


class MeetingSheet(Container):
    """The body of the screen. `show` paints a meeting, `tick` its clock alone."""

    def __init__(self, guard: NameGuard | None = None) -> None:
        super().__init__(id="meeting")
        self._guard = guard

    def compose(self) -> Iterable[Widget]:
        """Give the parts: clock and question, steps, whiteboard, what was agreed."""
        with Container(id="meeting-left"):
            with Container(id="clocks"):
                yield ClockFace(id="step-clock")
                yield ClockFace(id="whole-clock")
            yield Static("", id="meeting-question", markup=False)
            yield Static("", id="meeting-plan", markup=False)
        with Vertical(id="meeting-right"):
            with Vertical(id="meeting-steps"):
                yield Static("", id="steps-before", markup=False)
                yield Static("", id="step-now", markup=False)
                yield WritingArea("step-said", self._guard)
                yield Static("", id="step-forms", markup=False)
                yield Static("", id="steps-after", markup=False)
            yield WhiteBoard(self._guard)
        yield Static("", id="meeting-agreed", markup=False)
        yield Static("", id="meeting-hint", markup=False)

    @property
    def said(self) -> WritingArea:
        """What was said under the step."""
        return self.query_one("#step-said", WritingArea)

    @property
    def board(self) -> WhiteBoard:
        """The whiteboard."""
        return self.query_one("#board", WhiteBoard)

    @property
    def areas(self) -> tuple[WritingArea, WritingArea, WritingArea]:
        """Everything that is written in."""
        return self.said, self.board.column("left"), self.board.column("right")

    def on_mount(self) -> None:
        """Nothing is marked yet."""
        self.hint("")

    def fit(self, width: int, height: int) -> None:
        """Choose the form for a size in cells."""
        self._roomy = width >= WIDE
        self._tight = width < BOTH
        self.query_one("#whole-clock").display = not self._tight
        self._big = self._roomy and height >= HIGH

    def show(self, desk: Desk, meeting: Meeting, *, texts: bool = True) -> str:
        """Show a running meeting; give its heading.

        Args:
            desk: for names.
            meeting: which.
            texts: also what is written; False while somebody types.
        """
        # Two columns of words want the whole width.
        wide = self._roomy and not meeting.board_open
        self.set_class(wide, "-wide")
        clock = meeting.clock
        assert clock is not None  # noqa: S101  a running meeting has one
        signs = marks(self.app)
        width = max(20, self.query_one("#meeting-right").size.width or self.app.size.width - 4)
        text = steps_text(desk, meeting, signs, width, seen_by(self.app))
        item = meeting.agenda[meeting.steps[clock.at].item]
        open_ = meeting.board_open
        self.query_one("#meeting-steps").display = not open_
        self.board.display = open_
        self._say("#meeting-question", _asked(text.question))
        high = self.app.size.height >= HIGH
        lines = [plain(line) for line in text.forms]
        if not high:
            lines = [cut(line, width - FORM_MARGIN, signs.cut) for line in lines[-MOST_LINES:]]
        many = len(lines) > (MOST_LINES if high else FEW_LINES)
        before = [] if many else text.before if high else text.before[-2:]
        self._say("#steps-before", Content("\n").join(before))
        self._say("#step-now", Content("\n").join(text.now))
        self._say("#step-forms", Content("\n").join(lines))
        plan = [] if many else text.after if high else text.after[:3]
        self._say("#steps-after", Content("") if wide else Content("\n").join(plan))
        self._say("#meeting-plan", Content("\n").join(text.after[:14]) if wide else Content(""))
        self._say("#meeting-agreed", self._agreed(desk, meeting))
        if texts:
            self.said.show(meeting.steps[clock.at].said)
            self.board.show(item.board, sides=item.part is AgendaPart.CASES)
        self._place = text.place
        return text.heading

    def hint(self, text: str) -> None:
        """Say quietly what could name somebody; an empty text takes it away."""
        self._say("#meeting-hint", plain(text))

    _place = ""
    _roomy = False
    _tight = False
    _big = False

    def tick(self, reading: Reading) -> None:
        """Show the time."""
        step = self.query_one("#step-clock", ClockFace)
        whole = self.query_one("#whole-clock", ClockFace)
        stands = _("paused") if reading.paused else ""
        over = _("over the time") if reading.left < 0 else ""
        step.seconds, step.quiet = reading.left, reading.paused
        step.scale = (
            2 if self._big and self.has_class("-wide") and len(written(reading.left)) <= FIVE else 1
        )
        left = round(reading.left_in_all / 60)
        whole_left = _("whole meeting {count} min").format(count=left) if self._tight else ""
        told = (self._place or _("step"), over, stands, whole_left)
        step.caption = " · ".join(part for part in told if part)
        whole.seconds, whole.quiet = reading.left_in_all, True
        more = _("whole meeting, over the time") if reading.left_in_all < 0 else _("whole meeting")
        whole.caption = more

    def _agreed(self, desk: Desk, meeting: Meeting) -> Content:
        """Give the newest agreements, as many lines as there is room for."""
        lines = []
        for number, one in enumerate(meeting.outcomes, 1):
            lines.append(f"{number}  {outcome_line(desk, one, seen_by(self.app))}")
        room = 6 if self.app.size.height >= HIGH else 2
        width = self.app.size.width - 2
        cut_ = marks(self.app).cut
        return Content("\n").join([cut(plain(line), width, cut_) for line in lines[-room:]])

    def _say(self, selector: str, content: Any) -> None:
        for part in self.query(selector).results(Static):  # none while the screen goes away
            part.update(content)
            part.display = bool(content.plain)


def _asked(question: str) -> Content:
    if not question:
        return Content("")
    label = Content.styled(_("The inbringer's question:"), "$text-muted")
    return Content.assemble(label, "  ", plain(question).stylize("bold"))
