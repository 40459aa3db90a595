"""What the forms of planning are made with: people and places out of the calendar's index."""

from itertools import islice
from typing import Any

from edtui.desk import calendar, folding, grants
from edtui.desk.calendar_view import CalendarIndex
from edtui.desk.session import Desk
from edtui.errors import N_, Sentence
from edtui.locale import _, say
from edtui.records.organisation import Location, Organisation
from edtui.records.planned import PlannedFields
from edtui.tui.curtain import shown_name
from edtui.tui.screens.people.tools import FEW, Tools
from edtui.tui.widgets.fields import Option, PersonField
from edtui.tui.widgets.fields.options import narrow
from edtui.tui.widgets.fields.record_pick import NumberedPick

ONLY_READ = N_("You can look at the calendar, not change it. Ask the coordinator of your team.")


class PlanTools(Tools):
    """Makes fields over one desk and its calendar.

    Args:
        desk: where.
        app: for the curtain.
        index: built.
    """

    def __init__(self, desk: Desk, app: Any, index: CalendarIndex) -> None:
        roster = getattr(app, "roster", None)
        super().__init__(desk, app, lambda: roster.rows if roster is not None else ())
        self.index = index
        self._places: list[Option] | None = None

    def fresh(self) -> "PlanTools":
        """Give the same tools with the words as they are now."""
        return PlanTools(self.desk, self.app, self.index)

    def heading(self, planned: PlannedFields) -> str:
        """Give what an activity or series is called, with a capital."""
        name = calendar.named(self.desk, planned)
        return name[:1].upper() + name[1:]

    # People

    @property
    def knows_people(self) -> bool:
        """Whether the role at the desk holds the key of the roster."""
        return self.desk.reads("people")

    def person(self, key: str, label: str, *, but: int = 0, **more: Any) -> PersonField:
        """Make a field for somebody on the team; ``but`` is not offered."""

        def find(typed: str) -> list[tuple[int, str]]:
            words = [f" {word}" for word in folding.words(typed)]
            found = (
                (row.id, shown_name(self.app, row.name))
                for row in self._rows()
                if row.id != but and all(word in row.words for word in words)
                and (bit := self.index.person(row.id)) is not None and bit.on_team
            )  # fmt: skip
            return list(islice(found, FEW))

        return PersonField(key, label, find=find, name_of=self.person_name, **more)

    def person_name(self, number: int) -> str:
        """Give a person's name as it may be seen now; a number where the key is not held."""
        name = self.index.person_name(number)
        return shown_name(self.app, name) if name else _("person {number}").format(number=number)

    def who(self, person_id: int | None, name: str) -> str:
        """Give the name of somebody of the roster or of somebody else."""
        return self.person_name(person_id) if person_id else shown_name(self.app, name)

    # Places

    def location(self, key: str, label: str, **more: Any) -> NumberedPick:
        """Make a field for one of the locations, each with its organisation behind it."""
        return NumberedPick(
            key,
            label,
            narrowing=self._fitting,
            word_for=lambda code: self.place(int(code)),
            **more,
        )

    def _fitting(self, typed: str) -> list[Option]:
        """Give the locations by that name, then those of an organisation by that name."""
        every = self._locations()
        by_name = [Option(one.code, one.also[0]) for one in every]
        first = [one.code for one in narrow(by_name, typed)]
        held = {one.code: one for one in every}
        others = [one for one in narrow(every, typed) if one.code not in first]
        return [*(held[code] for code in first), *others]

    def place(self, number: int) -> str:
        """Give the name of a location; empty for one that is not there."""
        bit = self.index.location(number)
        return bit.name if bit else ""

    def held(self, number: int | None) -> Location | None:
        """Give a location, where its key is held."""
        if not number or not self.desk.reads("locations"):
            return None
        return self.desk.find(Location, number)

    def _locations(self) -> list[Option]:
        if self._places is None:
            readable = self.desk.reads("locations")
            of = dict(self.desk.documents(Organisation)) if readable else {}
            rows = self.desk.documents(Location) if readable else ()
            self._places = sorted(
                (
                    Option(
                        str(number),
                        f"{document.get('name', '')} · "
                        f"{of.get(int(document['organisation_id']), {}).get('name', '')}",
                        (str(document.get("name", "")),),
                    )
                    for number, document in rows
                    if document.get("active", True)
                ),
                key=lambda one: folding.fold(one.label),
            )
        return self._places


def tools_for(app: Any) -> PlanTools | None:
    """Give the tools, or None (and say why) where there is no calendar to plan in now."""
    desk: Desk | None = getattr(app, "desk", None)
    index: CalendarIndex | None = getattr(app, "calendar", None)
    if desk is None or index is None:
        return None
    if not index.ready:
        app.notify(_("The calendar is still being read. Try again in a moment."), markup=False)
        return None
    return PlanTools(desk, app, index)


def cannot_write(desk: Desk) -> Sentence | None:
    """Give why nothing in the calendar can be changed now; None where it can."""
    if not grants.may_write(desk, "calendar"):
        return Sentence(ONLY_READ)
    return desk.read_only


def may_write(app: Any, desk: Desk) -> bool:
    """Say whether the calendar can be changed now; tell the person why not."""
    why = cannot_write(desk)
    if why is not None:
        app.notify(say(why), severity="warning", markup=False)
    return why is None
