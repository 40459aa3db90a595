"""The talks that clients asked for: with whom, how far, what is still missing."""

from collections.abc import Callable, Iterable
from typing import Any

from textual.widget import Widget
from textual.widgets import Static

from edtui.desk import client_talks, grants
from edtui.errors import N_, EdtuiError, Sentence
from edtui.locale import _, dates, say
from edtui.records.activity import Activity
from edtui.records.client_talk import ClientTalk, TalkMode, TalkStatus, asks_debrief
from edtui.records.planned import ActivityStatus as Status
from edtui.tui.commands.base import Command
from edtui.tui.commands.planning import TALKS
from edtui.tui.dialogs.form import Form
from edtui.tui.dialogs.people.table_dialog import TableDialog
from edtui.tui.plain import plain
from edtui.tui.screens.people.person_form_parts import joined
from edtui.tui.screens.planning import talk_forms
from edtui.tui.screens.planning.tools import PlanTools
from edtui.tui.widgets.record_table import RecordTable
from edtui.tui.widgets.rows import ListSource, Row, Toned
from edtui.tui.widgets.table_columns import Column

ASK_FIRST = Sentence(N_("Ask the client first with whom the talk is to be; e notes the answer."))
OVER = Sentence(N_("This talk is over."))
ONLY_ALONE = Sentence(N_("Only a talk of the peer worker alone is prepared here."))
NOT_TO_TALK_OVER = Sentence(N_("Nothing is to be talked over here."))
_OPEN = (TalkStatus.OPEN, TalkStatus.PLANNED)


class Talks(TableDialog):
    """Lists the talks that ask for something; `a` shows those that are over too.

    Args:
        tools: the desk and its calendar.
        number: the talk on which the cursor begins; 0 for the first.
    """

    WHERE = TALKS
    COLUMNS = (
        Column("handle", N_("Known as"), min=14, max=32, priority=9),
        Column("place", N_("Where"), min=8, max=24, priority=5),
        Column("mode", N_("With whom"), min=10, max=34, priority=7),
        Column("how", N_("How far"), min=10, max=30, priority=8),
    )
    EMPTY = Sentence(N_("No client waits for a talk. {key} notes one."), {"key": "n"})
    WRITES = frozenset({"new", "edit", "plan", "prepare", "hold", "debriefed", "lapse"})
    NEEDS_ROW = WRITES - {"new"}

    def __init__(self, tools: PlanTools, number: int = 0) -> None:
        super().__init__(_("Talks that clients asked for"), tools)
        self.plan = tools
        self.number = number
        self.every = False
        self.found: dict[int, ClientTalk] = {}

    def compose_body(self) -> Iterable[Widget]:
        """Give the list, and below it the talk under the cursor in full."""
        yield from super().compose_body()
        yield Static("", id="talk-more", markup=False)

    def on_mount(self) -> None:
        """Begin on the talk that was asked for."""
        if self.number:
            self.call_after_refresh(lambda: self.table.go_to(self.number))

    def source(self) -> ListSource:
        """Give the talks."""
        found = client_talks.open_talks(self.desk)
        if self.every:
            there = {one.id for one in found}
            over = [one for one in self.desk.all(ClientTalk) if one.id not in there]
            found += sorted(over, key=lambda one: (one.asked_on, one.id), reverse=True)
        self.found = {one.id: one for one in found}
        self.call_after_refresh(self.tell)

        def make(one: ClientTalk) -> Row:
            mode = self.tools.words.label("talk_modes", one.mode.value) if one.mode else ""
            asks = Toned(_("ask with whom"), "attention")
            place = self.plan.place(one.location_id or 0)
            look = "!" if self.missing(one) or asks_debrief(one, self.desk.clock.today()) else ""
            return Row(one.id, (one.handle, place, mode or asks, self.how(one)), look,
                       one.status not in _OPEN and not look)  # fmt: skip

        return ListSource(found, make)

    def missing(self, talk: ClientTalk) -> list[Sentence]:
        """Give what still has to be done before it."""
        return client_talks.still_missing(self.desk, talk) if talk.status in _OPEN else []

    def how(self, talk: ClientTalk) -> Any:
        """Give how far a talk is, in words."""
        status = self.tools.words.label("talk_statuses", talk.status.value)
        if asks_debrief(talk, self.desk.clock.today()):
            return Toned(_("not talked over yet"), "attention")
        planned = self.desk.find(Activity, talk.activity_id)
        if talk.status is TalkStatus.PLANNED:
            if planned is None or planned.status in (Status.CANCELLED, Status.NO_SHOW):
                return Toned(_("not in the calendar any more"), "attention")
            return dates.moment(planned.start)
        return status

    @property
    def at(self) -> ClientTalk | None:
        """The talk under the cursor."""
        number = self.table.cursor_number
        return self.found.get(number) if number is not None else None

    def on_record_table_row_highlighted(self, event: RecordTable.RowHighlighted) -> None:
        """Show the talk under the cursor."""
        event.stop()
        self.tell()
        self.refresh_bindings()

    def tell(self) -> None:
        """Write the talk under the cursor in full."""
        if not self.is_mounted:
            return
        talk, more = self.at, self.query_one("#talk-more", Static)
        more.display = talk is not None
        if talk is None:
            return
        asked = _("asked {when}").format(
            when=dates.relative(talk.asked_on, self.desk.clock.today())
        )
        lines = [joined(talk.handle, asked, talk.lapsed_why)]
        people = [self.plan.person_name(n) for n in (talk.peer_id, talk.confidant_id) if n]
        after = talk.debrief_at
        for label, text in (
            (_("To reach"), talk.reach),
            (_("Who"), joined(*people)),
            (_("Talk afterwards"), dates.moment(after) if after else ""),
            (_("Notes"), talk.notes),
        ):
            if text:
                lines.append(f"{label}: {text}")
        lines += [f"! {say(one)}" for one in self.missing(talk)]
        more.update(plain("\n".join(lines)))

    def why_not(self, command: Command) -> Sentence | None:
        """Give why a key does nothing now."""
        verb = command.id.rpartition(".")[2]
        if verb in self.WRITES and not grants.may_write(self.desk, "casework"):
            return Sentence(N_("You can look at the talks, not change them."))
        if (why := super().why_not(command)) is not None:
            return why
        talk = self.at if self.is_mounted else None
        return _too_early_or_late(verb, talk) if talk is not None else None

    def on_record_table_row_chosen(self, event: RecordTable.RowChosen) -> None:
        """Open the talk that was chosen."""
        event.stop()
        if grants.may_write(self.desk, "casework") and self.desk.read_only is None:
            self.action_edit()

    def action_new(self) -> None:
        """Note that a client asks for a talk."""
        talk = talk_forms.new_talk(self.plan)
        self.app.push_screen(talk_forms.talk_form(self.plan, talk))

    def action_edit(self) -> None:
        """Change what was asked, or note with whom."""
        self._form(talk_forms.talk_form)

    def action_plan(self) -> None:
        """Plan it: it comes into the calendar, without who the client is."""
        self._form(talk_forms.plan_form)

    def action_lapse(self) -> None:
        """Note that it is not wanted or not possible any more."""
        self._form(talk_forms.lapse_form)

    def action_prepare(self) -> None:
        """Go through the preparation of a talk alone."""
        from edtui.tui.screens.planning.talk_preparation import TalkPreparation

        if self.at is not None:
            self.app.push_screen(TalkPreparation(self.plan, self.at))

    def action_hold(self) -> None:
        """Note that the talk was had."""
        self._do(client_talks.hold)

    def action_debriefed(self) -> None:
        """Note that it was talked over."""
        self._do(client_talks.debriefed)

    def action_every(self) -> None:
        """Show those that are over too, or not."""
        self.every = not self.every
        self.fill()

    def _form(self, make: Callable[[PlanTools, ClientTalk], Form]) -> None:
        if self.at is not None:
            self.app.push_screen(make(self.plan, self.at))

    def _do(self, act: Callable[..., ClientTalk]) -> None:
        if self.at is None:
            return
        try:
            act(self.desk, self.at.id)
        except EdtuiError as error:
            self.failed(error)


def _too_early_or_late(verb: str, talk: ClientTalk) -> Sentence | None:
    """Give why something does not follow on where a talk is now."""
    going = talk.status in _OPEN
    to_talk_over = talk.status is TalkStatus.DONE and talk.mode is TalkMode.ALONE
    if verb in ("hold", "lapse") and not going:
        return OVER
    if verb == "plan" and talk.status is TalkStatus.DONE:
        return OVER
    if verb in ("plan", "hold") and talk.mode is None:
        return ASK_FIRST
    if verb == "prepare" and not (talk.peer_goes_alone and going):
        return ONLY_ALONE
    if verb == "debriefed" and not (to_talk_over and talk.debriefed_on is None):
        return NOT_TO_TALK_OVER
    return None
