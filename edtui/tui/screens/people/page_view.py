"""Shows one record's page: a cursor that goes from section to section, tabs on a small screen."""

from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from edtui.locale import _
from edtui.tui.commands.base import Command
from edtui.tui.commands.people import PAGE
from edtui.tui.commands.runner import Commanded
from edtui.tui.messages import Chose
from edtui.tui.screens.people.page import NO_PAGE, Page, Section
from edtui.tui.screens.people.page_layout import GUTTER, PageLine, layout
from edtui.tui.widgets.cell_text import cell_text, cut
from edtui.tui.widgets.signs import signs_for


class PageView(Commanded, ScrollView, can_focus=True, inherit_bindings=False):
    """The page of the record that `show` is given. Long text scrolls."""

    WHERE = PAGE
    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"page--{part}" for part in ("name", "title", "head", "quiet", "attention", "sign", "tab")
    }

    tabbed: var[bool] = var(False)
    """Show one group at a time, as tabs; else all groups under each other."""

    class SectionChosen(Chose):
        """Enter, or two clicks, on a section."""

        def __init__(self, view: "PageView", section: Section) -> None:
            super().__init__()
            self.view = view
            self.section = section

    def __init__(self, *, tabbed: bool = False, id: str | None = None) -> None:
        super().__init__(id=id)
        self.page = NO_PAGE
        self.section_index = 0
        self._lines: list[PageLine] | None = None
        self._width = -1
        self.set_reactive(PageView.tabbed, tabbed)

    def hides(self, command: Command) -> bool:
        """Leave enter out where nothing on the page can be changed."""
        nothing = bool(self.page.sections) and not any(one.form for one in self.page.sections)
        return (command.id == "page.choose" and nothing) or super().hides(command)

    # What a screen asks and says

    def show(self, page: Page) -> None:
        """Show this page; of the same record the cursor stays on its section."""
        same = page.number == self.page.number
        kept = self.section.name if same and self.section else ""
        self.page = page
        found = [at for at, one in enumerate(page.sections) if one.name == kept]
        self.section_index = found[0] if found else 0
        self._forget()
        if not same:
            self.scroll_to(y=0, animate=False, force=True)

    @property
    def section(self) -> Section | None:
        """The section under the cursor."""
        sections = self.page.sections
        return sections[self.section_index] if self.section_index < len(sections) else None

    @property
    def group(self) -> str:
        """The group that the cursor is in: the tab that is shown."""
        return self.section.group if self.section else ""

    def go_to(self, name: str) -> bool:
        """Put the cursor on a section; tell whether there is one of that name."""
        for at, section in enumerate(self.page.sections):
            if section.name == name:
                self._move(at)
                return True
        return False

    # Lines

    @property
    def head(self) -> int:
        """Lines above the sections: name, tabs, a blank one."""
        return 3 if self.tabbed else 2

    @property
    def lines(self) -> list[PageLine]:
        """What stands in the window at its width now."""
        width = self.scrollable_content_region.width
        if self._lines is None or self._width != width:
            self._width = width
            group = self.group if self.tabbed else None
            self._lines = layout(self.page, width, group, self.size.height - self.head)
        return self._lines

    def _forget(self) -> None:
        self._lines = None
        self.virtual_size = Size(0, len(self.lines) + self.head)
        self.refresh()

    def on_resize(self) -> None:
        """Break the lines anew."""
        self._forget()
        self._keep_in_sight()

    def watch_tabbed(self) -> None:
        """Lay out anew."""
        self._forget()

    def watch_has_focus(self, value: bool) -> None:
        """Show the cursor, or not."""
        super().watch_has_focus(value)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Give line ``y`` of the window."""
        width = self.scrollable_content_region.width
        base = self.rich_style
        if y < self.head:
            return Strip(self._head_line(y, width)).adjust_cell_length(width, base)
        at = round(self.scroll_y) + y - self.head
        lines = self.lines
        if not 0 <= at < len(lines):
            return Strip.blank(width, base)
        line = lines[at]
        here = line.first and line.section == self.section_index and self.has_focus
        signs = signs_for(self)
        parts = [
            Segment(f"{signs.cursor} " if here else " " * GUTTER, self._style("sign"))
            if line.section >= 0
            else Segment("", base)
        ]
        for text, part in line.parts:
            style = self._style(part) if part else base
            if here and part == "title":
                style += Style(bold=True)
            parts.append(Segment(text, style))
        return Strip(parts).adjust_cell_length(width, base)

    def _head_line(self, y: int, width: int) -> list[Segment]:
        signs = signs_for(self)
        if y == 0:
            name = cut(cell_text(self.page.title), width, signs.cut)
            parts = [Segment(name, self._style("name"))]
            if self.page.facts and width - cell_len(name) > 8:
                rest = cut(
                    f" {signs.between} {cell_text(self.page.facts)}",
                    width - cell_len(name),
                    signs.cut,
                )
                parts.append(Segment(rest, self._style("quiet")))
            return parts
        if y == 1 and self.tabbed:
            return self._tabs()
        return []

    def _tabs(self) -> list[Segment]:
        parts: list[Segment] = []
        for group in self.page.groups:
            style = self._style("tab") if group == self.group else self._style("quiet")
            parts.append(Segment(f"{cell_text(_(group))}", style))
            parts.append(Segment("   ", self.rich_style))
        return parts

    def _style(self, part: str) -> Style:
        return self.get_component_rich_style(f"page--{part}")

    # Moving

    def _move(self, at: int) -> None:
        count = len(self.page.sections)
        if not count:
            return
        before = self.group
        self.section_index = max(0, min(at, count - 1))
        if self.tabbed and self.group != before:
            self.scroll_to(y=0, animate=False, force=True)
            self._forget()
        self._keep_in_sight()
        self.refresh()
        self.refresh_bindings()

    def _keep_in_sight(self) -> None:
        mine = [at for at, line in enumerate(self.lines) if line.section == self.section_index]
        if not mine:
            return
        page = max(1, self.size.height - self.head)
        top = round(self.scroll_y)
        if mine[-1] >= top + page:
            top = mine[-1] - page + 1
        top = min(top, mine[0])
        self.scroll_to(y=0 if self.section_index == 0 else top, animate=False, force=True)

    def action_down(self) -> None:
        """Go to the next section."""
        self._move(self.section_index + 1)

    def action_up(self) -> None:
        """Go to the section before."""
        self._move(self.section_index - 1)

    def action_page_down(self) -> None:
        """Show what stands below."""
        self.scroll_to(y=self.scroll_y + self.size.height - self.head, animate=False, force=True)

    def action_page_up(self) -> None:
        """Show what stands above."""
        self.scroll_to(y=self.scroll_y - self.size.height + self.head, animate=False, force=True)

    def action_first(self) -> None:
        """Go to the first section."""
        self._move(0)

    def action_last(self) -> None:
        """Go to the last section."""
        self._move(len(self.page.sections) - 1)

    def action_next_group(self) -> None:
        """Go to the next tab."""
        self._go_group(1)

    def action_previous_group(self) -> None:
        """Go to the tab before."""
        self._go_group(-1)

    def _go_group(self, step: int) -> None:
        groups = self.page.groups
        if not groups:
            return
        wanted = groups[(groups.index(self.group) + step) % len(groups)]
        self._move([one.group for one in self.page.sections].index(wanted))

    def action_choose(self) -> None:
        """Choose the section under the cursor."""
        if self.section is not None:
            self.post_message(self.SectionChosen(self, self.section))

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse is; twice chooses."""
        at = round(self.scroll_y) + event.y - self.head
        if event.y >= self.head and 0 <= at < len(self.lines) and self.lines[at].section >= 0:
            self._move(self.lines[at].section)
            if event.chain == 2:
                self.action_choose()
