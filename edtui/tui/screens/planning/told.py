"""Who must be told of a change, with old and new time: before it is saved, or after."""

from collections.abc import Iterable, Sequence

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from edtui.desk import printing
from edtui.errors import N_, EdtuiError, Sentence
from edtui.locale import _, dates, explain, ngettext, say
from edtui.records.activity import Activity
from edtui.records.telling import News, ToTell, What
from edtui.tui.commands.base import Command
from edtui.tui.commands.planning import TOLD
from edtui.tui.dialogs.base import Dialog
from edtui.tui.plain import plain
from edtui.tui.screens.planning.tools import PlanTools

MOST = 6
"""So many dates of one person stand on the screen; paper has them all."""

NOBODY = N_("Nobody needs to be told.")

_SENTENCES = {
    What.MOVED: N_("was {old}, becomes {new}"),
    What.PLACE: N_("{new}: at another place, {place}"),
    What.CANCELLED: N_("{old}: does not go on"),
    What.NEW: N_("{new}: is new"),
    What.NOT_ANY_MORE: N_("{old}: need not come any more"),
}


class Told(Dialog[bool]):
    """Shows who must be told; gives True where the change may be saved.

    Args:
        tools: for names and places.
        title: translated; private text is welcome.
        told: who, and what.
        asks: whether the change is still to be saved.
    """

    WHERE = TOLD
    DEFAULT_CLASSES = "-told"

    def __init__(self, tools: PlanTools, title: str, told: Sequence[ToTell], *, asks: bool) -> None:
        super().__init__(title)
        self.tools = tools
        self.told = told
        self.asks = asks

    def compose_body(self) -> Iterable[Widget]:
        """Give the people, each with what changes for them."""
        yield Static(plain(self.lead()), classes="lead")
        with VerticalScroll(id="told", can_focus=False):
            yield Static(self.content(), markup=False)
        yield Static("", id="said", markup=False)

    def on_mount(self) -> None:
        """Say nothing is wrong."""
        self.query_one("#said").display = False

    def lead(self) -> str:
        """Give how many there are to be told."""
        count = len(self.told)
        if not count:
            return _(NOBODY)
        return ngettext(
            "{count} person must be told.", "{count} people must be told.", count
        ).format(count=count)

    def content(self) -> Content:
        """Give the list as it stands on the screen."""
        lines: list[Content] = []
        for one in self.told:
            lines.append(plain(self.tools.who(one.person_id, one.name)).stylize("bold"))
            lines += [plain(f"  {news_line(self.tools, news)}") for news in one.news[:MOST]]
            more = len(one.news) - MOST
            if more > 0:
                said = ngettext("and {count} date more", "and {count} dates more", more)
                lines.append(plain("  " + said.format(count=more)).stylize("$text-muted"))
        return Content("\n").join(lines)

    def text(self) -> str:
        """Give the list as it comes on paper."""
        lines = [self.heading, ""]
        for one in self.told:
            lines.append(self.tools.who(one.person_id, one.name))
            lines += [f"  [ ] {news_line(self.tools, news)}" for news in one.news]
            lines.append("")
        return "\n".join(lines)

    def why_not(self, command: Command) -> Sentence | None:
        """Give why a key does nothing now."""
        if command.id == "told.print_list" and not self.told:
            return Sentence(NOBODY)
        return None

    def hides(self, command: Command) -> bool:
        """Tell whether a key is not there: what is saved already is not saved again."""
        return super().hides(command) or (command.id == "told.take" and not self.asks)

    def action_take(self) -> None:
        """Save."""
        self.dismiss(True)

    def action_down(self) -> None:
        """Show what stands below."""
        self.query_one("#told").scroll_down(animate=False)

    def action_up(self) -> None:
        """Show what stands above."""
        self.query_one("#told").scroll_up(animate=False)

    def action_print_list(self) -> None:
        """Print the list."""
        numbers = {
            one.id
            for who in self.told
            for news in who.news
            for one in (news.before, news.after)
            if one is not None and one.id
        }
        said = self.query_one("#said", Static)
        try:
            printing.print_text(self.tools.desk, self.text(), Activity.table, sorted(numbers))
            said.update(plain(_("Sent to the printer.")))
        except EdtuiError as error:
            said.update(plain(explain(error)))
        said.display = True


def news_line(tools: PlanTools, news: News) -> str:
    """Give one thing to tell, in words."""
    old, new = news.before, news.after
    place = (tools.place(new.location_id or 0) or new.place) if new else ""
    params = {"old": _when(old), "new": _when(new), "place": place}
    return say(Sentence(_SENTENCES[news.what], params))


def _when(one: Activity | None) -> str:
    if one is None:
        return ""
    if one.whole_day:
        return dates.day(one.day)
    return f"{dates.day(one.day)} {dates.time(one.start)}-{dates.time(one.end)}"
