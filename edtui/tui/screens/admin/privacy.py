"""Privacy: what has been kept long enough, and erasing somebody who asks for it."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from edtui.desk import backups, retention, tables
from edtui.desk.erasing import Erased
from edtui.desk.keeping import Retention
from edtui.desk.retention import Kept
from edtui.desk.settings import team_settings
from edtui.errors import N_, Sentence
from edtui.locale import _, dates, ngettext, say
from edtui.tui.commands.admin import COORDINATOR, PRIVACY
from edtui.tui.commands.base import Command
from edtui.tui.curtain import shown_name
from edtui.tui.dialogs.form import Form, Section
from edtui.tui.screens.admin import erase_person
from edtui.tui.screens.admin.area import Area, Fact
from edtui.tui.surroundings import marks
from edtui.tui.widgets.fields import NumberField
from edtui.tui.widgets.rows import Row, Toned
from edtui.tui.widgets.table_columns import Column

AHEAD = timedelta(weeks=4)
"""What comes within so long is shown too, but cannot be marked yet."""


class PrivacyArea(Area):
    """The list of what is over its time, the longest first."""

    WHERE = PRIVACY
    NAME = "privacy"
    TITLE = N_("Privacy")
    ROLES = COORDINATOR
    EMPTY = Sentence(N_("Nothing is over its time. {key} erases somebody who asks for it."),
                     {"key": "p"})  # fmt: skip
    COLUMNS = (
        Column("mark", N_("Mark"), min=4, max=5, priority=8, sorts=False),
        Column("name", N_("Name"), min=12, max=34, priority=9),
        Column("kind", N_("Kind"), min=8, max=16, priority=4),
        Column("until", N_("Keep until"), min=16, max=16, priority=7),
        Column("why", N_("By which rule"), min=30, max=50, priority=3),
    )
    WRITES = frozenset({"erase_marked", "erase_person", "rules"})
    NEEDS_ROW = frozenset({"mark"})

    def __init__(self) -> None:
        super().__init__()
        self.marked: set[tuple[str, int]] = set()

    def read(self) -> list[Kept]:
        """Give what is due, and what comes soon."""
        return retention.due(self.desk, on=self.desk.clock.today() + AHEAD)

    def row(self, at: int, item: Kept) -> Row:
        """Give a line; what is not due yet is quiet."""
        due = self._due(item)
        mark = marks(self.app).ticked if (item.table, item.number) in self.marked else ""
        until = dates.relative(item.keep_until, self.desk.clock.today())
        cells = [
            mark,
            shown_name(self.app, item.name),
            say(tables.noun(item.table)),
            Toned(until, "attention") if due else until,
            say(item.why),
        ]
        return Row(at + 1, cells, mark="!" if due else "", dim=not due)

    def known_by(self, item: Kept) -> object:
        """Give which record it is."""
        return item.table, item.number

    def stands_on(self, command: Command) -> object:  # noqa: ARG002  there is one
        """What is dangerous here is about what is marked, wherever the cursor is."""
        return None

    def facts(self, item: Kept) -> Iterable[Fact]:
        """Say until when, by which rule, and what can be done."""
        yield _("Until"), dates.full_day(item.keep_until)
        yield _("Rule"), say(item.why)
        if not self._due(item):
            yield _("Now"), _("it may be kept until then")

    def lead(self) -> str:
        """Say how many are marked."""
        count = len(self.marked)
        said = ngettext("{count} marked to be erased", "{count} marked to be erased", count)
        return said.format(count=count) if count else ""

    def _due(self, item: Kept) -> bool:
        return item.keep_until < self.desk.clock.today()

    def action_mark(self) -> None:
        """Mark a line, or not any more."""
        item: Kept = self.current
        if self._due(item):
            self.marked ^= {(item.table, item.number)}
            self.reload()
        else:
            self.app.notify(_("It may be kept until {day}.").format(
                day=dates.full_day(item.keep_until)))  # fmt: skip

    def why_not(self, command: Command) -> Sentence | None:
        """Give why a key does nothing now."""
        if command.id == "privacy.erase_marked" and not self.marked:
            return Sentence(N_("First mark what is to be erased, with {key}."), {"key": _("space")})
        return super().why_not(command)

    def names_object(self, command: Command) -> Sentence | None:  # noqa: ARG002  there is one
        """Ask before what is marked is erased."""
        return Sentence(
            N_("Erase what is marked ({count})? It goes for good and cannot be taken back."),
            {"count": len(self.marked)},
        )

    def action_erase_marked(self) -> None:
        """Erase what is marked."""
        chosen = sorted(self.marked)
        told = _("It is erased, and the file is written anew with new keys")
        self.do(told, lambda: retention.erase_due(self.desk, chosen), self.erased)

    def erased(self, done: Erased) -> None:
        """Report, with the backups that still hold it."""
        self.marked.clear()
        self.do(
            _("The backups are looked at"),
            lambda: backups.still_holding(self.desk, done.generation),
            lambda holding: erase_person.report(self, done, holding),
        )

    def action_erase_person(self) -> None:
        """Erase somebody who asks for it."""
        erase_person.ask(self, self.erased)

    def action_rules(self) -> None:
        """Choose how long what is kept."""
        fields = [
            NumberField("weeks_after_rejection", N_("Applicants, weeks"), least=0, most=52,
                        whole=True, required=True, help=N_("after a no or a withdrawal")),
            NumberField("years_with_consent", N_("With consent, years"), least=0, most=1,
                        whole=True, required=True),
            NumberField("years_after_leaving", N_("Who left, years"), least=0, most=2, whole=True,
                        required=True),
            NumberField("months_after_case", N_("Closed cases, months"), least=1, most=24,
                        whole=True, required=True, help=N_("then the texts go; counts stay")),
        ]  # fmt: skip

        def save(values: dict[str, Any]) -> bool:
            retention.change_rules(self.desk, Retention(**values))
            return True

        stored = dict(team_settings(self.desk).retention)
        form = Form(_("How long what is kept"), [Section("", fields)], stored=stored, save=save,
                    small=True)  # fmt: skip
        self.app.push_screen(form, lambda saved: self.reload() if saved else None)
