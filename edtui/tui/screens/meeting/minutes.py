"""The minutes: read once, corrected where needed, made final."""

from collections.abc import Iterable, Mapping
from typing import Any

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from edtui.desk import meeting_final
from edtui.desk.meetings import STATUSES
from edtui.desk.minutes import Look, minutes, usual_next
from edtui.errors import N_, NotFound, Sentence
from edtui.locale import _, dates
from edtui.records.meeting import Meeting, MeetingStatus, OutcomeKind
from edtui.tui.commands.base import Command
from edtui.tui.commands.meetings import MINUTES
from edtui.tui.dialogs.form import Form, Section
from edtui.tui.plain import plain
from edtui.tui.screens.base import DeskScreen
from edtui.tui.screens.meeting.outcome_parts import outcomes_field, outcomes_of
from edtui.tui.screens.meeting.running_forms import guard_of
from edtui.tui.screens.meeting.seen import seen_by
from edtui.tui.screens.people.keeps_desk import KeepsDesk
from edtui.tui.screens.people.why_not import read_only
from edtui.tui.widgets.fields import ChoiceField, DateField, Field, LongTextField, fixed

_STYLES = {
    Look.TITLE: "bold",
    Look.ITEM: "$accent bold",
    Look.STEP: "bold",
    Look.QUIET: "$text-muted",
    Look.OUTCOME: "",
    Look.TEXT: "",
}
_USEFUL = (
    ("1", N_("1 nothing")),
    ("2", N_("2")),
    ("3", N_("3 some")),
    ("4", N_("4")),
    ("5", N_("5 much")),
)
_SIDES = {"left": N_("Client's side"), "right": N_("Organisation's side")}


class MinutesScroll(VerticalScroll, can_focus=False, inherit_bindings=False):
    """The page; the screen's keys move it."""


class MinutesScreen(KeepsDesk, DeskScreen):
    """The minutes of one meeting."""

    WHERE = MINUTES
    MODE = "casework"

    def __init__(self, mode: object, number: int) -> None:
        super().__init__(mode)
        self.number = number
        self._read_once = False

    meeting: Meeting

    def compose_body(self) -> Iterable[Widget]:
        """Give the page."""
        with MinutesScroll(id="minutes-scroll"):
            yield Static("", id="minutes-text", markup=False)

    def on_mount(self) -> None:
        """Short minutes are read when they are seen."""
        self.call_after_refresh(self._look)
        self.watch(self._page, "scroll_y", self._look, init=False)

    @property
    def _page(self) -> MinutesScroll:
        return self.query_one(MinutesScroll)

    def _look(self, _at: float = 0) -> None:
        """See whether the end was on the screen."""
        if not self.is_attached:  # somebody left before it was painted
            return
        if not self._read_once and self._page.scroll_offset.y >= self._page.max_scroll_y:
            self._read_once = True
            self.refresh_bindings()

    def reload(self) -> None:
        """Read them again."""
        try:
            self.meeting = self.desk.get(Meeting, self.number)
        except NotFound:
            self.go_away(_("These minutes were removed."))
            return
        status = _(STATUSES[self.meeting.status])
        told = _("Minutes of {day}").format(day=dates.day(self.meeting.on))
        self.heading = f"{told} · {status}"
        said: list[Content] = []
        for one in minutes(self.desk, self.meeting, seen_by(self.app)):
            if one.look in (Look.ITEM, Look.STEP) and said:
                said.append(Content(""))
            text = one.text if one.look is not Look.OUTCOME else f"  {one.text}"
            said.append(plain(text).stylize(_STYLES[one.look]))
        self.query_one("#minutes-text", Static).update(Content("\n").join(said))
        self.call_after_refresh(self._look)
        self.refresh_bindings()

    def why_not(self, command: Command) -> Sentence | None:
        """Say why a key does nothing now."""
        verb = command.runs
        if command.where != MINUTES or verb not in ("final", "edit", "outcomes"):
            return None
        if self.meeting.status is not MeetingStatus.DRAFT:
            return Sentence(N_("These minutes are final."))
        if not self.desk.vault.may_write("casework"):
            return Sentence(N_("Your role does not do this."))
        if (why := read_only(self)) is not None:
            return why
        if verb == "final" and not self._read_once:
            return Sentence(N_("Read them to the end first; space reads on."))
        return None

    def action_down(self) -> None:
        """Read on."""
        self._page.scroll_page_down(animate=False)

    def action_up(self) -> None:
        """Read back."""
        self._page.scroll_page_up(animate=False)

    def action_back(self) -> None:
        """Back to the list."""
        self.leave()

    def action_final(self) -> None:
        """Ask how useful it was and when the next one is, then make them final."""
        fields: list[Field] = [
            ChoiceField("usefulness", N_("Of use"),
                        fixed(*((code, _(label)) for code, label in _USEFUL)),
                        help=N_("what the group says of this meeting")),
            DateField("next_on", N_("The next meeting"), help=N_("empty: none is planned")),
        ]  # fmt: skip

        def save(values: Mapping[str, Any]) -> Meeting:
            useful = int(values["usefulness"]) if values["usefulness"] else None
            return meeting_final.finalise(
                self.desk, self.meeting, usefulness=useful, next_on=values["next_on"]
            )

        stored = {"next_on": usual_next(self.desk, self.meeting)}
        form = Form(_("Make the minutes final"), [Section("", fields)], stored=stored, save=save,
                    small=True)  # fmt: skip
        self.app.push_screen(form, self._told)

    def action_edit(self) -> None:
        """Correct what was written: a field a step and a column of a whiteboard, and remarks."""
        fields: list[Field] = []
        stored: dict[str, Any] = {"remarks": self.meeting.remarks}
        guard = guard_of(self.desk)
        for at, step in enumerate(self.meeting.steps):
            if step.said:
                stored[f"step_{at}"] = step.said
                fields.append(LongTextField(f"step_{at}", step.title, guard=guard, large=True))
        for place, item in enumerate(self.meeting.agenda):
            for side, label in _SIDES.items():
                if said := getattr(item.board, side):
                    stored[f"{side}_{place}"] = said
                    fields.append(LongTextField(f"{side}_{place}", label, guard=guard, large=True))
        fields.append(LongTextField("remarks", N_("Remarks"), guard=guard, large=True))

        def save(values: Mapping[str, Any]) -> Meeting:
            changed = self.meeting.with_(remarks=values["remarks"])
            for name, said in values.items():
                if name.startswith("step_"):
                    changed = changed.with_said(int(name.removeprefix("step_")), said)
                elif name != "remarks":
                    side, place = name.split("_")
                    board = changed.agenda[int(place)].board.with_(**{side: said})
                    changed = changed.with_item(int(place), board=board)
            return meeting_final.save_minutes(self.desk, changed)

        form = Form(_("Correct the minutes"), [Section("", fields)], stored=stored, save=save)
        self.app.push_screen(form, self._told)

    def action_outcomes(self) -> None:
        """Correct actions and decisions."""
        desk, app = self.desk, self.app
        kinds = ((OutcomeKind.ACTION, "actions", N_("Actions")),
                 (OutcomeKind.DECISION, "decisions", N_("Decisions")))  # fmt: skip
        fields: list[Field] = [
            outcomes_field(key, label, desk, app, kind) for kind, key, label in kinds
        ]
        stored = {
            key: [one for one in self.meeting.outcomes if one.kind is kind]
            for kind, key, _label in kinds
        }

        def save(values: Mapping[str, Any]) -> Meeting:
            every = [one for kind, key, _label in kinds for one in outcomes_of(values[key], kind)]
            return meeting_final.save_minutes(desk, self.meeting.with_(outcomes=every))

        form = Form(_("What was agreed"), [Section("", fields)], stored=stored, save=save)
        self.app.push_screen(form, self._told)

    def _told(self, made: Meeting | None) -> None:
        if made is not None:
            self.reload()
            if made.status is MeetingStatus.FINAL:
                self.app.notify(_("The minutes are final; actions and cases follow them."))
