"""9 Beheer: parts side by side, one in sight, each with a list and keys of its own."""

from collections.abc import Iterable

from textual.containers import Container
from textual.widget import Widget

from edtui.locale import _
from edtui.tui.commands.admin import ADMIN
from edtui.tui.messages import CurtainMoved
from edtui.tui.screens.admin.area import Area
from edtui.tui.screens.admin.area_line import AreaLine
from edtui.tui.screens.admin.backups import BackupsArea
from edtui.tui.screens.admin.file import FileArea
from edtui.tui.screens.admin.kiosk_post import KioskPostArea
from edtui.tui.screens.admin.kiosks import KiosksArea
from edtui.tui.screens.admin.log import LogArea
from edtui.tui.screens.admin.members import MembersArea
from edtui.tui.screens.admin.privacy import PrivacyArea
from edtui.tui.screens.admin.settings import SettingsArea
from edtui.tui.screens.admin.terminals import TerminalsArea
from edtui.tui.screens.base import DeskScreen
from edtui.tui.screens.people.keeps_desk import KeepsDesk

AREAS: tuple[type[Area], ...] = (
    LogArea,
    MembersArea,
    TerminalsArea,
    KiosksArea,
    KioskPostArea,
    BackupsArea,
    FileArea,
    PrivacyArea,
    SettingsArea,
)


class AdminScreen(KeepsDesk, DeskScreen):
    """The parts that the role may see."""

    WHERE = ADMIN
    MODE = "administration"

    def __init__(self, mode: object = None) -> None:
        super().__init__(mode)
        self.areas: list[Area] = []
        self.at = 0

    def compose_body(self) -> Iterable[Widget]:
        """Give the line of parts; each part comes when it is first shown."""
        role = self.desk.vault.role
        self.areas = [area() for area in AREAS if not area.ROLES or role in area.ROLES]
        yield AreaLine([area.TITLE for area in self.areas])
        yield Container(id="area")

    def on_mount(self) -> None:
        """Start in the first part."""
        self.call_later(self._go, 0)

    def reload(self) -> None:
        """Read again what is in sight; the other parts when they are shown."""
        for area in self.areas:
            area.stale = True
        if self.areas and self.area.is_mounted:
            self.area.reload()

    @property
    def area(self) -> Area:
        """The part in sight."""
        return self.areas[self.at]

    async def _go(self, at: int) -> None:
        self.at = at
        area = self.area
        if not area.is_attached:
            await self.query_one("#area").mount(area)
        for one in self.areas:
            one.display = one is area
        self.query_one(AreaLine).show(at)
        self.heading = f"{_('Administration')} · {_(area.TITLE)}"
        self.say_wrong("")
        area.table.focus()
        if area.stale:
            area.reload()
        else:
            area.tell()

    def show_record(self, table: str, number: int) -> None:  # noqa: ARG002  only one table
        """Go to the letter of a kiosk that was chosen on Vandaag."""
        for at, area in enumerate(self.areas):
            if isinstance(area, KioskPostArea):
                area.wanted = number
                self.call_later(self._go, at)

    async def action_next_area(self) -> None:
        """Go to the next part; after the last the first follows."""
        await self._go((self.at + 1) % len(self.areas))

    async def action_previous_area(self) -> None:
        """Go to the part before."""
        await self._go((self.at - 1) % len(self.areas))

    async def on_area_line_chosen(self, event: AreaLine.Chosen) -> None:
        """Go to the part that was clicked."""
        event.stop()
        await self._go(event.at)

    def on_curtain_moved(self, message: CurtainMoved) -> None:
        """Show names, or hide them: widths change too."""
        message.stop()
        for area in self.areas:
            if area.is_mounted:
                area.table.measure_again()
        self.reload()
