"""What a calendar file would change here: new, changed, gone, refused; then all that is chosen."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from edtui.desk.calendar_choice import narrowed
from edtui.desk.calendar_exchange import (
    ImportPlan,
    Incoming,
    News,
    apply_import,
    preview_import,
)
from edtui.desk.calendar_taking import Taken
from edtui.errors import N_, Sentence
from edtui.exchange.errors import NoSuchFile, TooBig
from edtui.exchange.ics_in import MOST_BYTES
from edtui.exchange.ics_items import CalendarItem, Refused
from edtui.locale import _, dates, ngettext, say
from edtui.locale.numbers import count
from edtui.tui.commands.base import Command
from edtui.tui.commands.calendar_exchange import COMING
from edtui.tui.screens.planning.tools import PlanTools, cannot_write
from edtui.tui.screens.visiting.board import Board, Fact
from edtui.tui.widgets.rows import Row, Toned
from edtui.tui.widgets.table_columns import Column

NOTHING = Sentence(N_("Nothing is chosen to take over."))
WORDS = {
    News.NEW: N_("new"),
    News.CHANGED: N_("changed"),
    News.GONE: N_("gone"),
    News.SAME: N_("the same"),
}
_ORDER = (News.CHANGED, News.NEW, News.GONE)

Item = tuple[int, "Incoming | Refused"]
"""A place in the list, and an entry."""


class PreviewScreen(Board):
    """The entries of a file that say something else than the calendar here."""

    WHERE = COMING
    COLUMNS = (
        Column("is", N_("Is"), min=13, max=14, priority=9),
        Column("taken", N_("Becomes"), min=12, max=14, priority=7, sorts=False),
        Column("when", N_("When"), min=27, max=30, priority=8),
        Column("what", N_("What"), min=12, max=40, priority=8),
        Column("where", N_("Where"), min=8, max=24, priority=4),
    )
    BESIDE = COLUMNS[:4]
    EMPTY = Sentence(N_("Nothing in this file differs from the calendar here."))

    def __init__(self, mode: object, tools: PlanTools, path: Path) -> None:
        super().__init__(mode, tools)
        self.path = path
        self.plan: ImportPlan | None = None
        self.kinds = {News.NEW, News.CHANGED}

    def read(self) -> ImportPlan:
        """Read the file and hold it against the calendar."""
        try:
            with self.path.open("rb") as stream:
                data = stream.read(MOST_BYTES + 1)
        except OSError as error:
            raise NoSuchFile(name=self.path.name) from error
        if len(data) > MOST_BYTES:
            raise TooBig(name=self.path.name)
        return preview_import(self.desk, data, self.path.name)

    def take(self, data: ImportPlan) -> list[Item]:
        """Keep the plan and give what is not the same."""
        self.plan = data
        shown: list[Incoming | Refused] = list(data.refused)
        for news in _ORDER:
            shown += [one for one in data.entries if one.news is news]
        return list(enumerate(shown, start=1))

    def number(self, item: Item) -> int:
        """Give the place in the list."""
        return item[0]

    def row(self, item: Item) -> Row:
        """Give an entry's line."""
        number, one = item
        if isinstance(one, Refused):
            left = Toned(_("not read"), "attention")
            return Row(number, (left, _("left out"), "", one.title, say(one.why)), "!")
        taken = one.news in self.kinds
        what = one.item.title or one.item.uid
        cells = (_(WORDS[one.news]), self._becomes(one), _when(one.item), what, one.item.place)
        return Row(number, cells, "", not taken)

    def _becomes(self, one: Incoming) -> str:
        if one.news not in self.kinds:
            return _("left out")
        return _("cancelled") if one.news is News.GONE else _("taken over")

    def keys(self) -> dict[str, Callable[[Any], Any]]:
        """Give by what the list sorts."""
        return {
            "is": lambda item: item[1].news.value if isinstance(item[1], Incoming) else "",
            "when": lambda item: item[1].item.start if isinstance(item[1], Incoming) else None,
            "what": lambda item: _title(item[1]).casefold(),
        }

    def facts(self, item: Item) -> Iterable[Fact]:
        """Give what an entry says, here and in the file."""
        one = item[1]
        yield _title(one), ""
        if isinstance(one, Refused):
            yield _("Not read"), say(one.why)
            return
        now, before = one.item, one.before
        yield _("When"), _when(now)
        if now.rule is not None:
            yield _("Repeats"), now.rule.text
        if now.original is not None:
            yield _("Of a series"), _("its date {day}").format(day=dates.full_day(now.original))
        if now.place:
            yield _("Where"), now.place
        if one.news is News.CHANGED and before is not None:
            if (before.start, before.end) != (now.start, now.end):
                yield _("Was"), _when(before)
            if before.title != now.title and not now.partial:
                yield _("Was called"), before.title
            if before.place != now.place and not now.partial:
                yield _("Was at"), before.place
            if before.cancelled != now.cancelled:
                yield _("Now"), _("cancelled") if now.cancelled else _("goes on")
        if one.news is News.GONE:
            yield _("Mind"), _("it came from this calendar, and is not in it any more")

    def lead(self) -> str:
        """Say how much of what there is."""
        if self.plan is None:
            return ""
        parts = [
            f"{count(self.plan.count(news))} {_(WORDS[news])}"
            for news in (*_ORDER, News.SAME)
            if self.plan.count(news)
        ]
        if self.plan.refused:
            parts.append(_("{count} not read").format(count=count(len(self.plan.refused))))
        return " · ".join(parts)

    def headline(self) -> str:
        """Say which file it is."""
        source = self.plan.source if self.plan is not None else ""
        name = source or self.path.name
        return _("Calendar {name} · not done yet").format(name=name)

    def chosen(self, item: Item) -> None:
        """Take its kind over, or leave it."""
        one = item[1]
        if isinstance(one, Incoming):
            self._flip(one.news)

    def _flip(self, news: News) -> None:
        self.kinds ^= {news}
        self.table.rows_changed()
        self.tell()

    def action_new(self) -> None:
        """Take over what is new, or leave it."""
        self._flip(News.NEW)

    def action_changed(self) -> None:
        """Take over what is changed, or leave it."""
        self._flip(News.CHANGED)

    def action_gone(self) -> None:
        """Cancel what is gone, or leave it."""
        self._flip(News.GONE)

    def action_other_file(self) -> None:
        """Choose another file."""
        from edtui.tui.screens.calendar_exchange.asking import ask_calendar

        def chosen(path: Path | None) -> None:
            if path is not None:
                self.path = path
                self.plan = None
                self.reload()

        self.app.push_screen(ask_calendar(), chosen)

    def why_not(self, command: Command) -> Sentence | None:
        """Give why a key does nothing now."""
        if command.id == "calendar_import.take":
            if (why := cannot_write(self.desk)) is not None:
                return why
            if self.plan is None or not any(self.plan.count(news) for news in self.kinds):
                return NOTHING
        return super().why_not(command)

    def action_take(self) -> None:
        """Take over what is chosen, as one act."""
        plan = self.plan
        if plan is None:
            return
        chosen, gone = narrowed(plan, self.kinds), News.GONE in self.kinds

        def taken(result: Taken) -> None:
            total = result.new + result.changed + (plan.count(News.GONE) if gone else 0)
            said = ngettext("{count} entry taken over; u takes it back.",
                            "{count} entries taken over; u takes them back.", total)  # fmt: skip
            self.app.notify(said.format(count=count(total)))
            self.dismiss(None)

        self.do(
            _("The calendar is taken over"),
            lambda: apply_import(self.desk, chosen, with_gone=gone),
            taken,
        )


def _title(one: "Incoming | Refused") -> str:
    return one.title if isinstance(one, Refused) else one.item.title or one.item.uid


def _when(item: CalendarItem) -> str:
    day = dates.full_day(item.start.date())
    if item.whole_day:
        return day
    return f"{day} {dates.time(item.start)}-{dates.time(item.end)}"
