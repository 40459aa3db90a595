"""The card of one activity: everything in words, and the keys for what can be done with it."""

from collections.abc import Iterable

from textual import work
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from edtui.desk import calendar, visit_reports
from edtui.desk.calendar import Key
from edtui.errors import EdtuiError, NotFound, Sentence
from edtui.locale import _, explain
from edtui.records.planned import ActivityStatus
from edtui.tui.commands.base import Command
from edtui.tui.commands.planning import ACTIVITY
from edtui.tui.dialogs.base import Dialog
from edtui.tui.messages import CurtainMoved, RecordsChanged
from edtui.tui.plain import plain
from edtui.tui.screens.planning import doing, status_forms
from edtui.tui.screens.planning.activity_facts import CardFact, facts
from edtui.tui.screens.planning.tools import PlanTools, cannot_write
from edtui.tui.widgets.cell_text import cell_text, wrapped
from edtui.tui.widgets.signs import signs_for

LABEL = 16
"""Cells of the labels."""

_TONES = {"attention": "$warning", "soft": "$warning", "quiet": "$text-muted", "": ""}
_WRITES = frozenset({"edit", "move", "confirm", "cancel", "done", "report"})


class Card(Dialog[None]):
    """Shows an activity and follows it; the keys go to `edtui.tui.screens.planning.doing`."""

    WHERE = ACTIVITY
    DEFAULT_CLASSES = "-card"

    def __init__(self, tools: PlanTools, key: Key) -> None:
        self.activity = calendar.activity(tools.desk, key)
        super().__init__(tools.heading(self.activity))
        self.tools = tools
        self.key = key
        self._gone = False

    def compose_body(self) -> Iterable[Widget]:
        """Give the room for the facts."""
        with VerticalScroll(id="card", can_focus=False):
            yield Static("", id="facts", markup=False)

    def on_mount(self) -> None:
        """Show the activity."""
        self.draw()

    def on_resize(self) -> None:
        """Break the lines again."""
        self.call_after_refresh(self.draw)

    def draw(self) -> None:
        """Write the facts."""
        width = self.query_one("#card").scrollable_content_region.width or 60
        lines: list[Content] = []
        for fact in facts(self.tools, self.activity):
            lines += self._lines(fact, width - LABEL)
        self.query_one("#facts", Static).update(Content("\n").join(lines))
        self.query_one("#title", Static).update(plain(self.tools.heading(self.activity)))
        self.refresh_bindings()

    def _lines(self, fact: CardFact, width: int) -> Iterable[Content]:
        signs = {"attention": f"{signs_for(self).look} ", "soft": f"{signs_for(self).unsure} "}
        sign = signs.get(fact.tone, "")
        label = plain(f"{fact.label:<{LABEL}}").stylize("$text-muted")
        text = [part for line in fact.text.splitlines() for part in wrapped(line, width - 2)]
        for at, part in enumerate(text or [""]):
            before = label if not at else plain(" " * LABEL)
            shown = plain((sign if not at else "") + cell_text(part)).stylize(_TONES[fact.tone])
            yield before + shown

    def on_records_changed(self, message: RecordsChanged) -> None:
        """Follow the activity; one that is gone closes its card."""
        message.stop()
        # What was entered for a date of a series gets a number of its own, or loses it.
        key = Key(0, self.key.series, self.key.original) if self.key.series else self.key
        try:
            self.activity = calendar.activity(self.tools.desk, key)
        except NotFound:
            self._gone = True
            self._leave_if_gone()
            return
        except EdtuiError:
            return
        self._gone = False
        self.key = calendar.key_of(self.activity)
        self.draw()

    def on_screen_resume(self) -> None:
        """Leave where the activity went away meanwhile."""
        self._leave_if_gone()

    def _leave_if_gone(self) -> None:
        # Only what stands on top can be left; a window over it may still bring the activity back.
        if self._gone and self.is_active:
            self.dismiss(None)

    def on_curtain_moved(self, message: CurtainMoved) -> None:
        """Show names, or hide them."""
        message.stop()
        self.draw()

    def why_not(self, command: Command) -> Sentence | None:
        """Give why a key does nothing now."""
        verb = command.id.rpartition(".")[2]
        if verb in _WRITES and (why := cannot_write(self.tools.desk)) is not None:
            return why
        return None

    def hides(self, command: Command) -> bool:
        """Tell whether a key is not there: what makes no sense for this activity as it is."""
        return super().hides(command) or command.id.rpartition(".")[2] in self._senseless()

    def _senseless(self) -> set[str]:
        activity, found = self.activity, set()
        if not activity.series_id:
            found.add("series")
        if activity.day > self.tools.desk.clock.today():
            found |= {"done", "report"}
        if activity.is_closed:
            found.add("move")
        if activity.status in (ActivityStatus.CANCELLED, ActivityStatus.NO_SHOW):
            found.add("report")
        if activity.is_closed and activity.status is not ActivityStatus.CANCELLED:
            found.add("confirm")
        return found

    def action_down(self) -> None:
        """Show what stands below."""
        self.query_one("#card").scroll_down(animate=False)

    def action_up(self) -> None:
        """Show what stands above."""
        self.query_one("#card").scroll_up(animate=False)

    def action_edit(self) -> None:
        """Change it."""
        self._run("edit")

    def action_move(self) -> None:
        """Move it."""
        self._run("move")

    def action_cancel(self) -> None:
        """Cancel it."""
        self._run("cancel")

    def action_confirm(self) -> None:
        """Note that it is confirmed."""
        self._run("confirm")

    def action_report(self) -> None:
        """Write its report, or change it."""
        self._run("report")

    def action_series(self) -> None:
        """Show the dates of its series."""
        self._run("series")

    def action_done(self) -> None:
        """Note that it was done."""
        try:
            self.activity = status_forms.done(self.tools, self.key)
        except EdtuiError as error:
            self.app.notify(explain(error), severity="warning", markup=False)
            return
        asked = visit_reports.asks_report(self.tools.desk)
        if self.activity.status is ActivityStatus.DONE and asked(self.activity):
            self.app.notify(_("Done. r writes the report."), markup=False)

    @work
    async def _run(self, what: str) -> None:
        await doing.carefully(self.app, doing.WAYS[what], self.tools, self.key)
