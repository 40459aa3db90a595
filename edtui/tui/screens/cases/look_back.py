"""Looking back: a year in counts, what came of themes, what was advised, peer consultation."""

from datetime import date
from typing import Any

from edtui.desk import look_back
from edtui.desk.look_back import Outcome, Patterns
from edtui.desk.session import Desk
from edtui.errors import N_, Sentence
from edtui.locale import _, dates, ngettext
from edtui.locale.numbers import count, number
from edtui.records.case import Case
from edtui.tui.commands.base import Command
from edtui.tui.commands.cases import LOOK_BACK
from edtui.tui.screens.cases.forms import helped_form
from edtui.tui.screens.cases.tools import CaseTools
from edtui.tui.screens.people.facts import DOT
from edtui.tui.screens.people.page import Fact, Page, Section
from edtui.tui.screens.people.page_screen import PageScreen
from edtui.tui.screens.people.page_view import PageView
from edtui.tui.screens.people.why_not import read_only
from edtui.tui.surroundings import marks

YEAR, THEMES = N_("The year"), N_("Themes")
ADVICE, CONSULTATION = N_("Advice"), N_("Peer consultation")

TITLES = {
    "nature": (N_("Nature"), "natures"),
    "sector": (N_("Sector"), "sectors"),
    "route": (N_("Came through"), "contact_routes"),
    "asker": (N_("Asked by"), "askers"),
    "outcome": (N_("It ended"), "outcomes"),
    "themes": (N_("Themes"), "themes"),
    "involuntary": (N_("Involuntary"), "themes"),
    "undertaken": (N_("What was done"), "case_steps"),
}
"""Field that is counted to its title and vocabulary."""

NO_ADVICE = Sentence(N_("First put the cursor on an advice, in the tab of that name."))
_MOST_CASES = 5
_MONTHS = 12


class LookBackScreen(PageScreen):
    """What a year brought; the number of the page is the year."""

    WHERE = LOOK_BACK
    MODE = "casework"
    NAME = N_("Look back")

    def __init__(self, mode: object, tools: CaseTools) -> None:
        years = look_back.years_seen(tools.desk)
        super().__init__(mode, years[0], years[::-1])
        self._tools = tools

    def tools(self) -> CaseTools:
        """Give what forms are made with."""
        return self._tools.fresh()

    def find_page(self, number: int) -> Page | None:
        """Give the page of a year."""
        tools = self.tools()
        sections = [
            *year_sections(look_back.patterns(self.desk, number), tools),
            *theme_sections(self.desk, tools),
            *advice_sections(self.desk),
            *consultation_sections(self.desk, tools),
        ]
        return Page(number, str(number), "", tuple(sections))

    def on_resize(self, event: Any) -> None:
        """Each of the four is read alone, however wide the screen is."""
        event.prevent_default()

    def why_not(self, command: Command) -> Sentence | None:
        """Give why a key does nothing now."""
        if not command.id.endswith(".edit"):
            return None
        if (why := read_only(self)) is not None:
            return why
        return None if self.advised() else NO_ADVICE

    def advised(self) -> tuple[Case, int] | None:
        """Give the case and the place of the advice under the cursor."""
        section = self.view.section
        if section is None or not section.form.startswith("advice-"):
            return None
        _advice, case_id, place = section.form.split("-")
        case = self.desk.find(Case, int(case_id))
        if case is None or int(place) >= len(case.advice):
            return None
        return case, int(place)

    def action_edit(self) -> None:
        """Note whether an advice helped."""
        found = self.advised()
        if found is not None:
            case, place = found
            self.app.push_screen(helped_form(self.tools(), case, place))

    def on_page_view_section_chosen(self, event: PageView.SectionChosen) -> None:
        """Note whether an advice helped."""
        event.stop()
        if self.desk.read_only is None:
            self.action_edit()


def year_sections(year: Patterns, tools: CaseTools) -> list[Section]:
    """Say a year in counts."""
    began = ngettext("{count} case began", "{count} cases began", year.cases)
    told = [began.format(count=count(year.cases))]
    if year.cases:
        told.append(_("{closed} closed, {open} still open").format(
            closed=count(year.closed), open=count(year.still_open)))  # fmt: skip
    facts = [Fact(DOT.join(told))]
    if year.weeks is not None:
        facts.append(Fact(_("in the middle {weeks} weeks until closed").format(
            weeks=number(year.weeks))))  # fmt: skip
    if year.advised:
        facts.append(Fact(_("advised {times} times, helped {helped} times").format(
            times=count(year.advised), helped=count(year.helped))))  # fmt: skip
    found = [Section("year", N_("Cases"), facts, YEAR)]
    for field, counted in year.counts.items():
        title, vocabulary = TITLES[field]
        each = [f"{count(n)} {tools.words.label(vocabulary, code)}" for code, n in counted]
        found.append(Section(field, title, [Fact(DOT.join(each))], YEAR))
    return found


def theme_sections(desk: Desk, tools: CaseTools) -> list[Section]:
    """Say for each theme what came of the cases on it."""
    found = []
    for theme, times in look_back.themes_seen(desk):
        told = ngettext("{count} case", "{count} cases", times).format(count=count(times))
        facts = [Fact(tools.words.label("themes", theme))]
        outcomes = look_back.on_theme(desk, theme)
        facts += [_came_of(one, tools) for one in outcomes[:_MOST_CASES]]
        if len(outcomes) > _MOST_CASES:
            more = len(outcomes) - _MOST_CASES
            facts.append(Fact(_("and {count} more").format(count=count(more)), "quiet"))
        found.append(Section(f"theme-{theme}", told, facts, THEMES))
    return found or [Section("no-theme", N_("Themes"), (), THEMES)]


def advice_sections(desk: Desk) -> list[Section]:
    """Say what was advised, and whether it helped."""
    from edtui.desk.vocabularies import word

    found = []
    for case, place, advice in look_back.advice_given(desk):
        helped = word("helped", advice.helped) if advice.helped else _("did it help?")
        after = DOT.join((case.handle, dates.full_day(advice.given_on), helped))
        name = f"advice-{case.id}-{place}"
        facts = [Fact(advice.what), Fact(after, "quiet" if advice.helped else "attention")]
        found.append(Section(name, N_("Advice"), facts, ADVICE, name))
    return found or [Section("no-advice", N_("Advice"), (), ADVICE)]


def consultation_sections(desk: Desk, tools: CaseTools) -> list[Section]:
    """Say of everybody when they had peer consultation in a year; long ago asks for a look."""
    today = desk.clock.today()
    months = [today.year * 12 + today.month - 1 - back for back in reversed(range(_MONTHS))]
    letters = " ".join(dates.month(date(at // 12, at % 12 + 1, 1))[:1] for at in months)
    found = [Section("months", N_("Had it in"), [Fact(letters, "quiet")], CONSULTATION)]
    signs = marks(tools.app)
    none = []
    for one in look_back.intervision(desk):
        name = tools.hide(one.name)
        if not one.days:
            none.append(name)
            continue
        held = {day.year * 12 + day.month - 1 for day in one.days}
        strip = " ".join(signs.ticked if at in held else signs.between for at in months)
        said = _("last {day}").format(day=dates.relative(one.days[0], today))
        fact = Fact(f"{strip}  {said}", "attention" if one.look else "")
        found.append(Section(f"person-{one.person_id}", name, [fact], CONSULTATION))
    if none:
        found.append(Section("none", N_("None known"), [Fact(", ".join(none))], CONSULTATION))
    return found


def _came_of(one: Outcome, tools: CaseTools) -> Fact:
    words = tools.words
    ended = words.label("outcomes", one.line.outcome)
    month = dates.month(date.fromisoformat(f"{one.line.closed}-01"))
    if one.case is None:
        return Fact(DOT.join((month, ended, _("texts are gone"))), "quiet")
    told = (month, one.case.handle, ended, one.case.outcome_words)
    return Fact(DOT.join(filter(None, told)), "quiet")
