"""Where a withdrawn story went: each use, what can be done about it, and ticks."""

from collections.abc import Callable, Iterable
from typing import Any

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from edtui.desk import folding, printing, story_withdrawing
from edtui.desk.case_people import person_name
from edtui.desk.story_withdrawing import ReachLine, ReachReport
from edtui.errors import N_, EdtuiError, Sentence
from edtui.locale import _, dates, explain, spoken
from edtui.locale.numbers import count
from edtui.records.story_tombstone import Tombstone
from edtui.records.story_use import StoryUse
from edtui.records.story_words import Reach
from edtui.tui.commands.base import Command
from edtui.tui.commands.consent import REACH
from edtui.tui.curtain import shown_name
from edtui.tui.dialogs.form import Form
from edtui.tui.dialogs.form import Section as FormSection
from edtui.tui.plain import plain
from edtui.tui.screens.consent.letter import LetterScreen, letter_page, where_of
from edtui.tui.screens.people.list_screen import ListScreen, Read
from edtui.tui.screens.people.why_not import NOBODY, read_only
from edtui.tui.screens.people.words import Words
from edtui.tui.screens.stories.tools import StoryTools
from edtui.tui.surroundings import marks
from edtui.tui.widgets.fields import TextField
from edtui.tui.widgets.rows import ListSource, Row, RowSource, Toned
from edtui.tui.widgets.table_columns import Column

LANGUAGES = ("nl", "en")
_NEEDS_ONE = frozenset({"done", "result", "print_letter"})


class ReachScreen(ListScreen):
    """The uses of a withdrawn story, what is open first; on top what the narrator is told."""

    WHERE = REACH
    MODE = "stories"
    NAME = N_("Withdrawn")
    COLUMNS = (
        Column("reach", N_("Reach"), min=22, max=24, priority=8),
        Column("what", N_("Where"), min=16, max=40, priority=9),
        Column("day", N_("On"), min=11, max=16, priority=6),
        Column("contact", N_("With"), min=14, max=26, priority=2),
        Column("done", N_("Done"), min=8, max=12, priority=7),
    )
    BESIDE = COLUMNS[:3]
    EMPTY = Sentence(N_("It was never shared: there is nothing to get back."))

    def __init__(self, mode: object, story_id: int, *use: int) -> None:
        super().__init__(mode)
        self.story_id = story_id
        self.letters = spoken()
        self.wanted = use[0] if use else 0

    def compose_body(self) -> Iterable[Widget]:
        """Give what the narrator is told, then the list."""
        yield Static("", id="to-narrator", markup=False)
        yield from super().compose_body()

    # Data down

    def report(self) -> ReachReport:
        """Read where it went."""
        return story_withdrawing.reach_report(self.desk, self.story_id)

    def reload(self) -> None:
        """Read again, the words for the narrator too."""
        super().reload()
        try:
            report = self.report()
        except EdtuiError:
            return
        stone = report.tombstone
        told = stone.told_narrator_on
        done = (
            _("told on {day}").format(day=dates.full_day(told.date()))
            if told is not None
            else _("{key}: note that the narrator was told").format(key="t")
        )
        words = plain(report.to_narrator[self.letters])
        how = Words.of(self.desk).label("story_withdrawn_via", stone.via)
        asks = _("{key}: note how it was said").format(key="h")
        said = _("said: {how}").format(how=how) if stone.via else asks
        done += f" {marks(self.app).between} {said}"
        self.query_one("#to-narrator", Static).update(
            Content("\n").join([words, plain(done).stylize("$text-muted")])
        )

    def find_rows(self, text: str) -> tuple[RowSource, int]:
        """Give the uses that fit what was typed."""
        lines, words = list(self.report().lines), Words.of(self.desk)
        typed = folding.words(text)
        left = [
            one for one in lines
            if folding.has_all(folding.searchable(f"{where_of(one.use)} {one.use.contact}"), typed)
        ]  # fmt: skip

        def make(one: ReachLine) -> Row:
            use, open_ = one.use, not one.done
            reach = words.label("story_reach", use.reach.value)
            to_do = open_ and use.reach is not Reach.NOT
            cells = (
                Toned(reach, "attention") if to_do else reach,
                where_of(use),
                dates.short_day(use.on),
                use.contact,
                dates.short_day(use.recalled_on) if use.recalled_on else "",
            )
            # What cannot be got back has to be seen by somebody too: it is counted as to do.
            return Row(use.id, cells, mark="!" if open_ else "", dim=one.done)

        order = tuple(Reach)
        keys: dict[str, Callable[[Any], Any]] = {
            "reach": lambda one: order.index(one.use.reach),
            "day": lambda one: one.use.on,
            "what": lambda one: folding.fold(where_of(one.use)),
            "done": lambda one: one.use.recalled_on,
        }
        return ListSource(left, make, number=lambda one: one.use.id, keys=keys), len(lines)

    def narrowed_to(self) -> str:
        """Give how much is still to be done, and whose it was."""
        report = self.report()
        who = person_name(self.desk, report.tombstone.narrator_id)
        parts = [shown_name(self.app, who) if who else ""]
        if report.open:
            parts.append(_("{count} to do").format(count=count(report.open)))
        return " · ".join(part for part in parts if part)

    def find_page(self, number: int) -> Read | None:
        """Give the letter for a use."""
        line = next((one for one in self.report().lines if one.use.id == number), None)
        if line is None:
            return None
        page = letter_page(line, Words.of(self.desk), self.letters)
        facts = line.letters[self.letters].split("\n")
        shown = [[(fact, "")] for fact in facts if fact.strip()]
        return Read(page, [[(page.title, "name"), (f" · {page.facts}", "quiet")], *shown][:4])

    def open_page(self, number: int) -> None:
        """Show the letter whole."""
        self.app.push_screen(LetterScreen(self.mode, number, self))

    # Keys

    def why_not(self, command: Command) -> Sentence | None:
        """Give why a key does nothing now."""
        verb = command.id.rpartition(".")[2]
        if verb in _NEEDS_ONE and self.number is None:
            return NOBODY
        if verb in _NEEDS_ONE | {"told", "how"} and (why := read_only(self)) is not None:
            return why
        return super().why_not(command)

    @property
    def use(self) -> StoryUse | None:
        """The use under the cursor."""
        return self.desk.find(StoryUse, self.number)

    def action_done(self) -> None:
        """Tick off, or take the tick away."""
        use = self.use
        if use is not None:
            done = use.recalled_on is None
            ticked = self._do(lambda: story_withdrawing.tick(
                self.desk, use.id, use.recall_result, done=done))  # fmt: skip
            # A use that is done goes down; the cursor does not go with it, but to what is open.
            left = [one.use.id for one in self.report().lines if not one.done]
            if ticked and done and left:
                self.table.go_to(left[0])

    def action_result(self) -> None:
        """Note what came of it."""
        use = self.use
        if use is None:
            return
        fields = [TextField("result", N_("What came of it"), max_length=200)]

        def save(values: dict[str, Any]) -> StoryUse:
            return story_withdrawing.tick(self.desk, use.id, values["result"])

        title = f"{where_of(use)} · {dates.day(use.on)}"
        stored = {"result": use.recall_result}
        form = Form(title, [FormSection("", fields)], stored=stored, save=save, small=True)
        self.app.push_screen(form)

    def action_told(self) -> None:
        """Note that the narrator was told."""
        self._do(lambda: story_withdrawing.told_narrator(self.desk, self.story_id))

    def action_how(self) -> None:
        """Note how the narrator let it know."""
        tools = StoryTools(self.desk, self.app)
        help_ = N_("how the narrator let it know; a reason is never asked")
        field = tools.choice("via", N_("Said"), "story_withdrawn_via", help=help_)

        def save(values: dict[str, Any]) -> Tombstone:
            return story_withdrawing.said_how(self.desk, self.story_id, values["via"])

        stored = {"via": self.report().tombstone.via}
        section = [FormSection("", [field])]
        form = Form(_("How it was said"), section, stored=stored, save=save, small=True)
        self.app.push_screen(form)

    def action_language(self) -> None:
        """Show the letters in the other language."""
        self.letters = LANGUAGES[1 - LANGUAGES.index(self.letters)]
        self.reload()

    def action_print_letter(self) -> None:
        """Print the letter; the log has it first."""
        number = self.number
        text = self.letter(number) if number is not None else None
        if number is None or text is None:
            return
        if self._do(lambda: printing.print_text(self.desk, text, StoryUse.table, [number])):
            self.app.notify(_("Sent to the printer."), markup=False)

    def letter(self, number: int) -> str | None:
        """Give the letter for a use in the language that is shown; None where the use is gone."""
        line = next((one for one in self.report().lines if one.use.id == number), None)
        return line.letters[self.letters] if line is not None else None

    def _do(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except EdtuiError as error:
            self.app.notify(explain(error), severity="warning", markup=False)
            return False
        return True
