"""The log, for the auditor: who did what and when; never what it says."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from edtui.desk import grants, tables
from edtui.desk.health import ACCEPTED
from edtui.desk.log_view import EVENTS, LogFilter, LogLine, log_lines
from edtui.desk.users import user_names
from edtui.errors import N_, Sentence
from edtui.locale import _, dates, ngettext, numbers, say
from edtui.tui.commands.admin import LOG
from edtui.tui.curtain import shown_name
from edtui.tui.dialogs.form import Section
from edtui.tui.dialogs.narrow import Narrow
from edtui.tui.screens.admin.area import Area, AreaRead, Fact
from edtui.tui.screens.admin.restoring import kind_of
from edtui.tui.widgets.busy import Busy
from edtui.tui.widgets.fields import DateField, NumberField, Option, PickField
from edtui.tui.widgets.rows import Row, Toned
from edtui.tui.widgets.table_columns import Column

MONTH = timedelta(days=30)

FAILED_SIGN_INS = "-"
"""Code of "nobody was signed in" in the choice of people."""


class LogArea(Area):
    """The lines of the log, newest first."""

    WHERE = LOG
    NAME = "log"
    TITLE = N_("Log")
    ROLES = frozenset({grants.AUDITOR})
    EMPTY = Sentence(N_("There is nothing in the log for this choice."))
    COLUMNS = (
        Column("when", N_("When"), min=12, max=18, priority=9),
        Column("who", N_("Who"), min=8, max=22, priority=8),
        Column("what", N_("What"), min=10, max=30, priority=7),
        Column("about", N_("About"), min=8, max=28, priority=6),
        Column("how", N_("How"), min=7, max=10, priority=5),
    )

    def __init__(self) -> None:
        super().__init__()
        self.wanted = LogFilter()
        self._names: dict[str, str] = {}

    def on_mount(self) -> None:
        """Begin with the last month: a log of years takes seconds to read."""
        self.wanted = LogFilter(since=self.desk.clock.today() - MONTH)

    def reload(self) -> None:
        """Read again; say so where it may take long."""
        if self.wanted.since is None:
            self.query_one(Busy).start(_("The log is being read"))
        super().reload()

    def on_area_read(self, message: AreaRead) -> None:  # noqa: ARG002  what is there is shown by Area
        """It is read."""
        self.query_one(Busy).stop()

    def read(self) -> list[LogLine]:
        """Give the lines."""
        self._names = user_names(self.desk)
        return log_lines(self.desk, self.wanted)

    def row(self, at: int, item: LogLine) -> Row:
        """Give a line; reads of one day are one."""
        what = say(item.what)
        if item.times > 1:
            what = f"{what} {numbers.count(item.times)}×"
        how = item.how
        refused = Toned(say(how), "attention") if how is not None else ""
        cells = [self._when(item), self._who(item), what, self._about(item), refused]
        return Row(at + 1, cells, mark="!" if how is not None else "")

    def facts(self, item: LogLine) -> Iterable[Fact]:
        """Give all that the log knows of it."""
        if item.times > 1:
            until = dates.time(item.last)
            yield _("When"), f"{dates.moment(item.first)} - {until}"
        else:
            yield _("When"), dates.moment(item.first)
        if item.role:
            yield _("As"), say(grants.role_label(item.role))
        if item.workstation:
            yield _("At"), item.workstation
        if item.object_ids:
            yield _("Records"), ", ".join(map(str, item.object_ids[:20]))
        if item.person_ids:
            yield _("People (numbers)"), ", ".join(map(str, item.person_ids[:20]))
        if item.fields:
            yield _("Fields"), ", ".join(item.fields)
        if item.reason and item.reason != ACCEPTED:
            yield _("Reason"), item.reason

    def lead(self) -> str:
        """Say what is chosen, and how many lines that gives."""
        count = len(self.items)
        lines = ngettext("{count} line", "{count} lines", count).format(count=numbers.count(count))
        return f"{lines} · {self._chosen()}" if self._chosen() else lines

    def _chosen(self) -> str:
        wanted, parts = self.wanted, []
        if wanted.user_id is not None:
            parts.append(self._called(wanted.user_id))
        parts += [say(Sentence(EVENTS[event])) for event in wanted.events]
        if wanted.person is not None:
            parts.append(_("about person {number}").format(number=wanted.person))
        if wanted.since or wanted.until:
            parts.append(dates.period(wanted.since, wanted.until))
        return " · ".join(parts)

    def _when(self, item: LogLine) -> str:
        now = self.desk.clock.now()
        at = item.last.astimezone(now.tzinfo)
        return dates.time(at) if at.date() == now.date() else dates.moment(at)

    def _who(self, item: LogLine) -> str:
        return self._called(item.user_id)

    def _called(self, user_id: str) -> str:
        if not user_id:
            return _("nobody signed in")
        return shown_name(self.app, self._names.get(user_id, user_id[:8]))

    def _about(self, item: LogLine) -> str:
        if not item.object_type:
            return numbers.count(item.many) if item.many else ""
        count = item.many or len(item.object_ids)
        if count == 1 and item.object_ids:
            return f"{say(tables.noun(item.object_type))} {item.object_ids[0]}"
        said = say(kind_of(item.object_type))
        return f"{said}, {numbers.count(count)}" if count else said

    def action_filters(self) -> None:
        """Choose by person, day and kind."""
        people = [Option(user, shown_name(self.app, name)) for user, name in self._names.items()]
        people.append(Option(FAILED_SIGN_INS, _("nobody signed in")))
        kinds = [Option(code, say(Sentence(text))) for code, text in EVENTS.items()]
        fields = [
            PickField("who", N_("Who"), lambda: people),
            PickField("event", N_("What"), lambda: kinds),
            DateField("since", N_("From")),
            DateField("until", N_("Up to and with")),
            NumberField("person", N_("About person"), least=1, whole=True,
                        help=N_("number on the roster")),
        ]  # fmt: skip
        wanted = self.wanted
        stored = {
            "who": FAILED_SIGN_INS if wanted.user_id == "" else wanted.user_id or "",
            "event": next(iter(wanted.events), ""),
            "since": wanted.since,
            "until": wanted.until,
            "person": wanted.person,
        }
        form = Narrow(_("Choose from the log"), [Section("", fields)], stored=stored, small=True)
        self.app.push_screen(form, self._choose)

    def _choose(self, values: dict[str, Any] | None) -> None:
        if values is None:
            return
        who = values["who"]
        self.wanted = LogFilter(
            user_id="" if who == FAILED_SIGN_INS else who or None,
            person=values["person"],
            since=values["since"],
            until=values["until"],
            events=(values["event"],) if values["event"] else (),
        )
        self.reload()

    def action_all(self) -> None:
        """Show everything again."""
        self.wanted = LogFilter()
        self.reload()
