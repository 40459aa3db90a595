"""The lines of a round as they are shown: what is proposed, why, and what asks for a look."""

from collections.abc import Callable, Iterable
from typing import Any

from edtui.errors import N_, Sentence
from edtui.locale import _, dates, ngettext, say
from edtui.locale.numbers import count
from edtui.records.round_wish import RoundWish
from edtui.tui.screens.planning.tools import PlanTools
from edtui.tui.screens.visiting.board import Board, Fact
from edtui.tui.screens.visiting.round_lines import RoundLine, counted, looked_at
from edtui.tui.widgets.rows import Row, Toned
from edtui.tui.widgets.table_columns import Column


class RoundList(Board):
    """The lines of a round; a subclass finds them and does what the keys say."""

    COLUMNS = (
        Column("taken", N_("Taken"), min=5, max=6, priority=8, sorts=False),
        Column("when", N_("When"), min=13, max=18, priority=9),
        Column("place", N_("Location"), min=12, max=26, priority=9),
        Column("who", N_("Who"), min=10, max=30, priority=7),
        Column("why", N_("Because"), min=12, max=60, priority=3, sorts=False),
    )
    BESIDE = COLUMNS[:4]
    EMPTY = Sentence(N_("No location is due in this period. {key} chooses another."), {"key": "p"})

    def __init__(self, mode: object, tools: PlanTools, wish: RoundWish) -> None:
        super().__init__(mode, tools)
        self.wish = wish
        self.lines: list[RoundLine] = []
        self.only = False
        self.looking = True
        """Whether there is no proposal yet."""

    def read(self) -> Any:
        """Hold what is taken against the calendar as it is now."""
        return looked_at(self.desk, self.tools.index, self.lines, self.wish)

    def take(self, data: Any) -> list[RoundLine]:
        """Keep what asks for a look."""
        for line in self.lines:
            line.findings = data.get(line.location_id, [])
        return [one for one in self.lines if not self.only or one.line is None or one.open]

    def reload(self) -> None:
        """Look again, once there is a proposal."""
        if not self.looking:
            super().reload()

    def show_lines(self) -> None:
        """Show the lines at once, and look at them once more."""
        self.show_items(self.take({one.location_id: one.findings for one in self.lines}))
        self.reload()

    def number(self, item: RoundLine) -> int:
        """Give the location's number."""
        return item.location_id

    def row(self, item: RoundLine) -> Row:
        """Give a line."""
        place = self.tools.place(item.location_id)
        if item.line is None:
            why = say(item.why) if item.why else ""
            return Row(item.location_id, ("", _("no visit"), place, "", why), "", dim=True)
        looks = item.goes and item.open
        hard = any(one.hard for one in item.open)
        reasons = self._because(item)
        cells = (
            _("yes") if item.taken else _("no"),
            dates.moment(item.line.start),
            place,
            ", ".join(self.tools.person_name(number) for number in item.line.person_ids),
            Toned(reasons, "attention") if looks else reasons,
        )
        return Row(item.location_id, cells, ("!" if hard else "?") if looks else "", not item.taken)

    def _because(self, item: RoundLine) -> str:
        if item.goes and item.open:
            return say(item.open[0].sentence)
        reasons = item.line.reasons if item.line is not None else ()
        return "; ".join(say(one) for one in reasons)

    def keys(self) -> dict[str, Callable[[Any], Any]]:
        """Give by what the list sorts."""
        return {
            "when": lambda one: one.line.start if one.line else None,
            "place": lambda one: self.tools.place(one.location_id).casefold(),
            "who": lambda one: one.line.person_ids if one.line else None,
        }

    def facts(self, item: RoundLine) -> Iterable[Fact]:
        """Give everything about a line."""
        yield self.tools.place(item.location_id), ""
        if item.line is None:
            yield _("No visit"), say(item.why) if item.why else ""
            return
        start, end = item.line.start, item.line.end
        yield _("When"), f"{dates.full_day(start.date())} {dates.time(start)}-{dates.time(end)}"
        names = (self.tools.person_name(number) for number in item.line.person_ids)
        yield _("Who"), ", ".join(names)
        for at, reason in enumerate(item.line.reasons):
            yield "" if at else _("Because"), say(reason)
        for finding in item.findings if item.taken else ():
            hard = _("cannot be") if finding.hard else _("look here")
            yield hard, say(finding.sentence)
        if item.reason:
            yield _("All right because"), item.reason

    def lead(self) -> str:
        """Say how it stands."""
        if self.looking:
            return ""
        found = counted(self.lines)
        parts = [
            ngettext("{count} visit taken", "{count} visits taken", found.taken).format(
                count=count(found.taken)
            )
        ]
        for number, words in (
            (found.refused, _("{count} refused")),
            (found.left_out, _("{count} left out")),
            (found.in_the_way, _("{count} to look at")),
        ):
            if number:
                parts.append(words.format(count=count(number)))
        return " · ".join(parts)

    def headline(self) -> str:
        """Say for which days it is."""
        period = dates.period(self.wish.first, self.wish.last)
        return " · ".join((_("Round"), period, _("not planned yet")))
