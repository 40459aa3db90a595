"""What the roster and the page of a person answer to."""

from edtui.errors import N_
from edtui.tui.commands.base import Command
from edtui.tui.commands.registry import place, register

PEOPLE = place("people", N_("People: the list"))
PERSON = place("person", N_("People: one person"))
PAGE = place("page", N_("On every page"))
FILTER = place("filter", N_("While you filter"), typing=True)

register(
    Command("page.choose", "enter", N_("change"), N_("Change the part under the cursor."), PAGE,
            shown=1),
    Command("page.down", "down,j", N_("down"), N_("Go to the next part of the page."), PAGE,
            palette=False),
    Command("page.up", "up,k", N_("up"), N_("Go to the part before."), PAGE, palette=False),
    Command("page.next_group", "right", N_("next tab"), N_("Show the next tab of the page."), PAGE,
            palette=False),
    Command("page.previous_group", "left", N_("tab before"), N_("Show the tab before."), PAGE,
            palette=False),
    Command("page.page_down", "pagedown", N_("page down"), N_("Show what stands below."), PAGE,
            palette=False),
    Command("page.page_up", "pageup", N_("page up"), N_("Show what stands above."), PAGE,
            palette=False),
    Command("page.first", "g,home", N_("first"), N_("Go to the first part."), PAGE, palette=False),
    Command("page.last", "G,end", N_("last"), N_("Go to the last part."), PAGE, palette=False),
)  # fmt: skip

register(
    Command("filter.close", "escape", N_("clear"), N_("Show everything again."), FILTER, shown=2,
            palette=False),
    Command("filter.done", "enter,down", N_("to the list"),
            N_("Keep the filter and go to the list."), FILTER, shown=1, palette=False),
)  # fmt: skip

register(
    Command("people.new", "n", N_("new"), N_("Add a person."), PEOPLE, shown=2),
    Command("people.edit", "e", N_("edit"), N_("Change the person under the cursor."), PEOPLE,
            shown=3),
    Command("people.roles", "r", N_("role"), N_("Add, change or end a role of this person."),
            PEOPLE, shown=4),
    Command("people.filters", "f", N_("filters"),
            N_("Narrow the list: status, role, origin, free day, expiring, not spoken."), PEOPLE,
            shown=5),
    Command("people.import_people", "i", N_("import"), N_("Take people in from a spreadsheet."),
            PEOPLE, shown=6),
    Command("people.status", "s", N_("status"), N_("Move this person on: trial, active, pause …"),
            PEOPLE, shown=61),
    Command("people.checklist", "c", N_("checklist"), N_("Go through the checklist of a start."),
            PEOPLE, shown=62),
    Command("people.organisations", "o", N_("organisations"),
            N_("Go to the organisations and their locations."), PEOPLE, shown=63),
    Command("people.vacancies", "v", N_("vacancies"), N_("Go to the vacancies and applications."),
            PEOPLE, shown=64),
    Command("people.filter", "/", N_("search"), N_("Filter the list while you type."), PEOPLE,
            shown=65),
    Command("people.spoken", "t", N_("spoken today"),
            N_("Write down that you spoke with this person today."), PEOPLE),
    Command("people.calendar", "a", N_("calendar"), N_("See what this person has in the calendar."),
            PEOPLE, shown=66),
    Command("people.remove", "x", N_("remove"),
            N_("Remove somebody who was added by mistake, with every role."), PEOPLE,
            dangerous=True),
    Command("people.back", "escape", N_("back"),
            N_("Back to the list; in the list: clear the filter."), PEOPLE, palette=False),
)  # fmt: skip

register(
    Command("person.edit", "e", N_("edit"), N_("Change the part under the cursor."), PERSON,
            shown=61),
    Command("person.roles", "r", N_("role"), N_("Add, change or end a role of this person."),
            PERSON, shown=3),
    Command("person.status", "s", N_("status"), N_("Move this person on: trial, active, pause …"),
            PERSON, shown=4),
    Command("person.checklist", "c", N_("checklist"), N_("Go through the checklist of a start."),
            PERSON, shown=5),
    Command("person.spoken", "t", N_("spoken today"),
            N_("Write down that you spoke with this person today."), PERSON, shown=6),
    Command("person.calendar", "a", N_("calendar"), N_("See what this person has in the calendar."),
            PERSON, shown=62),
    Command("person.next", "]", N_("next person"), N_("Go to the next person of the list."),
            PERSON, shown=7),
    Command("person.previous", "[", N_("person before"), N_("Go to the person before."), PERSON),
    Command("person.remove", "x", N_("remove"),
            N_("Remove somebody who was added by mistake, with every role."), PERSON,
            dangerous=True),
    Command("person.back", "escape", N_("back"), N_("Back to the list."), PERSON, shown=90),
)  # fmt: skip
