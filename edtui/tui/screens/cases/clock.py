"""The retention clock: which texts go when, what goes and what stays, kept longer for a reason."""

from collections.abc import Callable, Iterable
from typing import Any

from textual import work
from textual.message import Message

from edtui.desk import case_retention, folding
from edtui.desk.case_retention import CasePreview
from edtui.desk.retention import Kept
from edtui.errors import N_, EdtuiError, Sentence
from edtui.locale import _, dates, explain, ngettext, say
from edtui.records.case import Case
from edtui.records.retention import is_past
from edtui.tui.commands.base import Command
from edtui.tui.commands.cases import CLOCK
from edtui.tui.screens.cases.look_back import TITLES
from edtui.tui.screens.cases.tools import CaseTools
from edtui.tui.screens.people.list_screen import ListScreen, Read
from edtui.tui.screens.people.page import Fact, Page, Section
from edtui.tui.screens.people.why_not import NOBODY, read_only
from edtui.tui.widgets.rows import ListSource, Row, RowSource, Toned
from edtui.tui.widgets.table_columns import Column

NOT_DUE = Sentence(N_("Its time is not over yet."))
NONE_DUE = Sentence(N_("No case is over its time."))
GOES, STAYS = N_("Goes"), N_("Stays")


class ClockScreen(ListScreen):
    """The closed cases, the first to go on top."""

    WHERE = CLOCK
    MODE = "casework"
    NAME = N_("Kept how long")
    COLUMNS = (
        Column("handle", N_("Case"), min=14, max=24, priority=9),
        Column("until", N_("Keep until"), min=12, max=18, priority=8),
        Column("why", N_("By which rule"), min=16, max=50, priority=5),
    )
    BESIDE = COLUMNS[:2]
    EMPTY = Sentence(N_("No case is closed. Texts of a closed case go on their day; counts stay."))

    class Done(Message):
        """Texts went, or why they did not."""

        def __init__(self, why: str = "") -> None:
            super().__init__()
            self.why = why

    def __init__(self, mode: object, tools: CaseTools, wanted: int = 0) -> None:
        super().__init__(mode)
        self.wanted = wanted
        self._tools = tools
        self.due: tuple[int, ...] = ()

    # Data down

    def find_rows(self, text: str) -> tuple[RowSource, int]:
        """Give the closed cases that fit what was typed."""
        today = self.desk.clock.today()
        everything = case_retention.kept_cases(self.desk)
        self.due = tuple(one.number for one in everything if is_past(one.keep_until, today))
        typed = folding.words(text)
        left = [one for one in everything if folding.has_all(folding.searchable(one.name), typed)]

        def make(one: Kept) -> Row:
            over = one.number in self.due
            until = dates.relative(one.keep_until, today)
            cells = (one.name, Toned(until, "attention") if over else until, say(one.why))
            return Row(one.number, cells, mark="!" if over else "")

        keys: dict[str, Callable[[Any], Any]] = {
            "handle": lambda one: folding.fold(one.name),
            "until": lambda one: one.keep_until,
            "why": lambda one: say(one.why),
        }
        return ListSource(left, make, number=lambda one: one.number, keys=keys), len(everything)

    def find_page(self, number: int) -> Read | None:
        """Give what goes of a case, and what stays."""
        case = self.desk.find(Case, number)
        if case is None or case.is_open:
            return None
        shown = case_retention.preview(self.desk, number)
        goes, stays = list(_goes(shown)), list(_stays(shown, self._tools))
        sections = (
            Section("until", N_("Until"), [Fact(dates.full_day(shown.keep_until))]),
            Section("goes", GOES, goes),
            Section("stays", STAYS, stays),
        )
        lines = [
            [(case.handle, "name"), (f" · {dates.full_day(shown.keep_until)}", "")],
            [(f"{_(GOES)}  ", "quiet"), (", ".join(fact.text for fact in goes), "")],
            [(f"{_(STAYS)}  ", "quiet"), (", ".join(fact.text for fact in stays), "")],
        ]
        return Read(Page(number, case.handle, "", sections), lines)

    def open_page(self, number: int) -> None:
        """Go to the case itself."""
        self.show_below(Case.table, number)

    # Keys

    def why_not(self, command: Command) -> Sentence | None:
        """Give why a key does nothing now."""
        if (why := super().why_not(command)) is not None:
            return why
        verb = command.id.rpartition(".")[2]
        if verb not in ("longer", "erase", "erase_all"):
            return None
        if (why := read_only(self)) is not None:
            return why
        if verb == "erase_all":
            return None if self.due else NONE_DUE
        if self.number is None:
            return NOBODY
        return NOT_DUE if verb == "erase" and self.number not in self.due else None

    def stands_on(self, command: Command) -> object:
        """All of them are not about the one under the cursor."""
        return None if command.id.endswith(".erase_all") else super().stands_on(command)

    def names_object(self, command: Command) -> Sentence | None:
        """Ask before texts go for good."""
        every = command.id.endswith(".erase_all")
        if every and len(self.due) != 1:
            msgid = N_("Erase the texts of {count} cases? They go for good; counts stay.")
            return Sentence(msgid, {"count": len(self.due)})
        case = self.desk.find(Case, self.due[0] if every else self.number)
        msgid = N_("Erase the texts of {handle}? They go for good; counts stay.")
        return Sentence(msgid, {"handle": case.handle}) if case is not None else None

    def action_longer(self) -> None:
        """Keep the texts of the case longer, for a reason."""
        from edtui.tui.screens.cases.forms import longer_form

        case = self.desk.find(Case, self.number)
        if case is not None:
            self.app.push_screen(longer_form(self._tools.fresh(), case))

    def action_erase(self) -> None:
        """Erase the texts of the case under the cursor."""
        if self.number is not None:
            self._erase((self.number,))

    def action_erase_all(self) -> None:
        """Erase the texts of every case whose time is over."""
        self._erase(self.due)

    @work(thread=True, group="erase", exit_on_error=False)
    def _erase(self, numbers: tuple[int, ...]) -> None:
        # The file is written anew with new keys, which takes a moment.
        try:
            case_retention.erase_cases(self.desk, numbers)
        except EdtuiError as error:
            self.post_message(self.Done(explain(error)))
        else:
            self.post_message(self.Done())

    def on_clock_screen_done(self, message: Done) -> None:
        """Say it."""
        message.stop()
        self.say_wrong(message.why)
        if not message.why:
            self.app.notify(_("The texts are gone, the counts stay."), markup=False)
        self.reload()


def _goes(shown: CasePreview) -> Iterable[Fact]:
    yield Fact(_("the case itself"))
    if shown.notes:
        yield Fact(ngettext("{count} note", "{count} notes", shown.notes).format(count=shown.notes))
    if shown.actions:
        told = ngettext(
            "{count} closed action point", "{count} closed action points", shown.actions
        )
        yield Fact(told.format(count=shown.actions))


def _stays(shown: CasePreview, tools: CaseTools) -> Iterable[Fact]:
    line = shown.stays
    for field in ("nature", "sector", "themes", "outcome"):
        value = getattr(line, field)
        codes = value if isinstance(value, tuple) else (value,)
        if label := tools.words.labels(TITLES[field][1], [code for code in codes if code]):
            yield Fact(label)
    yield Fact(f"{line.month} – {line.closed}")
    if shown.open_actions:
        told = ngettext(
            "{count} open action point, without the case",
            "{count} open action points, without the case",
            shown.open_actions,
        )
        yield Fact(told.format(count=shown.open_actions))
