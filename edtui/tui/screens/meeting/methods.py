"""The methods: those that come along, and the team's own, which are made and changed here."""

from collections.abc import Callable
from typing import Any

from edtui.desk import folding
from edtui.desk import methods as methods_desk
from edtui.errors import N_, EdtuiError, Sentence
from edtui.locale import _, explain, ngettext, say, spoken
from edtui.locale.numbers import count
from edtui.records.method import Method
from edtui.tui.commands.base import Command
from edtui.tui.commands.meetings import METHODS
from edtui.tui.screens.meeting.method_form import method_form, name_form
from edtui.tui.screens.people.list_screen import ListScreen, Read
from edtui.tui.screens.people.page import Fact, Page, Section
from edtui.tui.screens.people.why_not import NOBODY, read_only
from edtui.tui.widgets.record_table import RecordTable
from edtui.tui.widgets.rows import ListSource, Row, RowSource
from edtui.tui.widgets.statusline import StatusLine
from edtui.tui.widgets.table_columns import Column


class MethodsScreen(ListScreen):
    """Every method that is offered."""

    WHERE = METHODS
    MODE = "casework"
    NAME = N_("Methods")
    COLUMNS = (
        Column("name", N_("Method"), min=24, max=40, priority=9),
        Column("minutes", N_("Minutes"), min=7, max=8, priority=7, right=True),
        Column("steps", N_("Steps"), min=5, max=6, priority=6, right=True),
        Column("people", N_("People"), min=6, max=8, priority=5, right=True),
        Column("own", N_("Comes from"), min=8, max=14, priority=4),
    )
    BESIDE = COLUMNS[:2]
    EMPTY = Sentence(N_("No method is offered. {key} makes one."), {"key": "n"})

    def on_mount(self) -> None:
        """Say what is wrong with files."""
        troubles = methods_desk.troubles()
        if troubles:
            self.query_one(StatusLine).wrong = say(troubles[0].said)

    def find_rows(self, text: str) -> tuple[RowSource, int]:
        """Give the methods whose name fits what was typed."""
        every = methods_desk.offered(self.desk)
        typed = folding.words(text)
        language = spoken()
        left = [
            one
            for one in every
            if folding.has_all(folding.searchable(f"{one.name.nl} {one.name.en}"), typed)
        ]
        self._codes = [one.code for one in methods_desk.methods(self.desk).values()]
        places = {code: at for at, code in enumerate(self._codes, 1)}

        def make(one: Method) -> Row:
            least, most = one.people
            cells = (
                one.name.text(language),
                count(one.minutes),
                count(len(one.steps)),
                f"{least}-{most}",
                _("the team") if one.id else _("a file"),
            )
            return Row(places[one.code], cells)

        keys: dict[str, Callable[[Any], Any]] = {
            "name": lambda one: folding.fold(one.name.text(language)),
            "minutes": lambda one: one.minutes,
            "steps": lambda one: len(one.steps),
        }
        return ListSource(left, make, lambda one: places[one.code], keys), len(every)

    _codes: list[str]

    def _method(self, number: int | None) -> Method | None:
        codes = getattr(self, "_codes", [])
        if not number or number > len(codes):
            return None
        return methods_desk.methods(self.desk).get(codes[number - 1])

    def find_page(self, number: int) -> Read | None:
        """Give what a method asks, step by step."""
        found = self._method(number)
        if found is None:
            return None
        language = spoken()
        steps = [
            Fact(
                f"{at} {step.title.text(language)}"
                + (f": {step.prompt.text(language)}" if step.prompt else ""),
                lead=_("{count} min").format(count=step.minutes),
            )
            for at, step in enumerate(found.steps, 1)
        ]
        told = [Fact(words.text(language)) for words in (found.yields, found.guard) if words]
        total = ngettext("{count} minute", "{count} minutes", found.minutes)
        page = Page(
            number,
            found.name.text(language),
            total.format(count=found.minutes),
            [Section("yields", N_("What comes of it"), told), Section("steps", N_("Steps"), steps)],
        )
        names = " · ".join(step.title.text(language) for step in found.steps)
        lines = [[(page.title, "name"), (f" · {page.facts}", "")]]
        lines += [[(fact.text, "quiet")] for fact in told[:1]]
        return Read(page, [*lines, [(names, "")]])

    def open_page(self, number: int) -> None:  # noqa: ARG002  the list's
        """Enter changes it; the page stands beside or below."""
        self.action_edit()

    def on_record_table_row_chosen(self, event: RecordTable.RowChosen) -> None:
        """Change it."""
        event.stop()
        event.prevent_default()  # the list's own way goes to the page beside it
        if self._refused("edit") is None:
            self.action_edit()

    def why_not(self, command: Command) -> Sentence | None:
        """Say why a key does nothing now."""
        if command.where == METHODS and (why := self._refused(command.runs)) is not None:
            return why
        return super().why_not(command)

    def _refused(self, verb: str) -> Sentence | None:
        if verb not in ("new", "edit", "copy", "drop"):
            return None
        if not self.desk.vault.may_write("directory"):
            return Sentence(N_("Your role does not do this."))
        if (why := read_only(self)) is not None:
            return why
        return NOBODY if verb != "new" and self._method(self.number) is None else None

    def names_object(self, command: Command) -> Sentence | None:
        """Ask before a method goes."""
        found = self._method(self.number)
        if command.runs != "drop" or found is None:
            return None
        return Sentence(N_("Drop {name}?"), {"name": found.name.text(spoken())})

    def action_new(self) -> None:
        """Make one."""
        self.app.push_screen(method_form(self.desk, None), self._kept)

    def action_edit(self) -> None:
        """Change it; one of a file is the team's from then on."""
        found = self._method(self.number)
        if found is not None:
            self.app.push_screen(method_form(self.desk, found), self._kept)

    def action_copy(self) -> None:
        """Copy it under another name."""
        found = self._method(self.number)
        if found is not None:
            self.app.push_screen(name_form(self.desk, found), self._kept)

    def action_drop(self) -> None:
        """Stop offering it."""
        found = self._method(self.number)
        if found is not None:
            try:
                methods_desk.drop_method(self.desk, found.code)
            except EdtuiError as error:
                self.say_wrong(explain(error))

    def _kept(self, _made: Method | None) -> None:
        self.load_rows()
        self.read_page()
