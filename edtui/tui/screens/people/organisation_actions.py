"""What can be done with an organisation, from the list and from the page alike."""

from abc import abstractmethod
from typing import TYPE_CHECKING, Any

from textual import work

from edtui.desk import organisations
from edtui.errors import N_, EdtuiError, Sentence
from edtui.locale import _, explain
from edtui.records.organisation import Location, Organisation
from edtui.tui.commands.base import Command
from edtui.tui.dialogs.pick import Pick
from edtui.tui.screens.people.page import Section
from edtui.tui.screens.people.page_view import PageView
from edtui.tui.screens.people.tools import Tools
from edtui.tui.screens.people.why_not import NOBODY, read_only
from edtui.tui.widgets.fields import Option

if TYPE_CHECKING:
    from edtui.tui.screens.base import DeskScreen

    _Screen = DeskScreen
else:
    _Screen = object

_WRITES = frozenset({"new", "edit", "location", "remove"})
_NEEDS_ONE = frozenset({"edit", "location", "remove", "calendar"})


class OrganisationActions(_Screen):
    """For a screen that shows organisations: ``number`` says which."""

    number: Any

    @abstractmethod
    def tools(self) -> Tools:
        """Give what forms are made with."""

    @abstractmethod
    def under_cursor(self) -> Section | None:
        """Give the section of the page under the cursor; None where the cursor is in the list."""

    def refused(self, command: Command) -> Sentence | None:
        """Give why a command cannot be done now."""
        verb = command.id.rpartition(".")[2]
        if verb in _NEEDS_ONE and self.number is None:
            return NOBODY
        return read_only(self) if verb in _WRITES else None

    def _location(self) -> Location | None:
        section = self.under_cursor()
        if section is None or not section.form.startswith("location-"):
            return None
        number = section.form.removeprefix("location-")
        return self.desk.find(Location, int(number)) if number.isdigit() else None

    def names_object(self, command: Command) -> Sentence | None:  # noqa: ARG002  the only one
        """Give what a dangerous command would touch."""
        location = self._location()
        if location is not None:
            return Sentence(N_("Remove the location {name}?"), {"name": location.name})
        found = self.desk.find(Organisation, self.number)
        if found is None:
            return None
        return Sentence(N_("Remove {name}, with its locations?"), {"name": found.name})

    def action_edit(self) -> None:
        """Change what is under the cursor."""
        section = self.under_cursor()
        self.edit(section.form if section is not None else "organisation")

    def edit(self, form: str) -> None:
        """Open a form of the organisation, or of one of its locations."""
        from edtui.tui.screens.people.organisation_forms import location_form, organisation_form

        if form == "location-new":
            self.action_location()
            return
        location = self._location()
        if location is not None:
            self.app.push_screen(location_form(self.tools(), location))
            return
        organisation = self.desk.find(Organisation, self.number)
        if organisation is None:
            self.app.notify(_("This is no longer there."))
            return
        self.app.push_screen(organisation_form(self.tools(), organisation, form))

    def action_location(self) -> None:
        """Add a location."""
        from edtui.tui.screens.people.organisation_forms import location_form

        location = Location(organisation_id=self.number, name="")
        self.app.push_screen(location_form(self.tools(), location))

    @work
    async def action_calendar(self) -> None:
        """Go to what is planned at a location: the one under the cursor, or one that is picked."""
        from edtui.tui.screens.calendar.jump import show_calendar

        location = self._location()
        number = location.id if location is not None else 0
        theirs = [] if number else organisations.locations_of(self.desk, self.number)
        if len(theirs) == 1:
            number = theirs[0].id
        elif theirs:
            options = [Option(str(one.id), one.name) for one in theirs]
            number = int(await self.app.push_screen_wait(Pick(_("Which location?"), options)) or 0)
        elif not number:
            self.app.notify(_("There is no location here yet; l adds one."))
        if number:
            await show_calendar(self.app, location_id=number)

    def action_remove(self) -> None:
        """Remove the location under the cursor, or the organisation."""
        location = self._location()
        try:
            if location is not None:
                organisations.remove_location(self.desk, location.id)
            else:
                organisations.remove_organisation(self.desk, self.number)
        except EdtuiError as error:
            self.app.notify(explain(error), severity="warning")

    def on_page_view_section_chosen(self, event: PageView.SectionChosen) -> None:
        """Change the section that was chosen."""
        event.stop()
        if self.desk.read_only is None:
            self.edit(event.section.form)
