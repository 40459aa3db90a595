"""What the calendar answers to."""

from edtui.errors import N_
from edtui.tui.commands.base import Command
from edtui.tui.commands.registry import place, register

COORDINATORS = frozenset({"coordinator"})
CASEWORK = frozenset({"coordinator", "confidant"})

CALENDAR = place("calendar", N_("Calendar"))
GRID = place("calendar_grid", N_("Calendar: the days"))
LIST = place("calendar_list", N_("Calendar: what is on a day"))

register(
    Command("calendar_grid.choose", "enter", N_("open"),
            N_("Go to what is on this day; open it where it is one."), GRID, shown=1),
    Command("calendar_grid.left", "left", N_("a day before"), N_("Go a day back."), GRID,
            action="step(-1, 0)", palette=False),
    Command("calendar_grid.right", "right", N_("a day on"), N_("Go a day on."), GRID,
            action="step(1, 0)", palette=False),
    Command("calendar_grid.up", "up,k", N_("up"), N_("Go up: a week, or a line."), GRID,
            action="step(0, -1)", palette=False),
    Command("calendar_grid.down", "down,j", N_("down"), N_("Go down: a week, or a line."), GRID,
            action="step(0, 1)", palette=False),
)  # fmt: skip

register(
    Command("calendar_list.open", "enter", N_("open"), N_("Open what is under the cursor."), LIST,
            shown=1),
    Command("calendar_list.down", "down,j", N_("down"), N_("Go one line down."), LIST,
            palette=False),
    Command("calendar_list.up", "up,k", N_("up"), N_("Go one line up."), LIST, palette=False),
    Command("calendar_list.page_down", "pagedown", N_("page down"), N_("Go a page down."), LIST,
            palette=False),
    Command("calendar_list.page_up", "pageup", N_("page up"), N_("Go a page up."), LIST,
            palette=False),
    Command("calendar_list.first", "home", N_("first"), N_("Go to the first line."), LIST,
            palette=False),
    Command("calendar_list.last", "end", N_("last"), N_("Go to the last line."), LIST,
            palette=False),
)  # fmt: skip

register(
    Command("calendar.new", "n", N_("plan"), N_("Plan something on this day."), CALENDAR, shown=2),
    Command("calendar.move", "v", N_("move"), N_("Move what is under the cursor."), CALENDAR,
            shown=31),
    Command("calendar.cancel", "x", N_("cancel"), N_("Cancel what is under the cursor."), CALENDAR,
            shown=32),
    Command("calendar.confirm", "c", N_("confirm"),
            N_("Say that what is under the cursor goes on."), CALENDAR, shown=33),
    Command("calendar.report", "r", N_("report"), N_("Write the report of a visit that was."),
            CALENDAR, shown=34),
    Command("calendar.series", "s", N_("series"), N_("Plan something that comes back."), CALENDAR,
            shown=35),
    Command("calendar.due", "b", N_("to visit"), N_("See which locations ask for a visit."),
            CALENDAR, shown=36, roles=COORDINATORS),
    Command("calendar.plan_round", "p", N_("round"),
            N_("Get a proposal for all visits that are due."), CALENDAR, shown=37,
            roles=COORDINATORS),
    Command("calendar.hours", "h", N_("hours"), N_("See the hours of a month."), CALENDAR,
            shown=38, roles=COORDINATORS),
    Command("calendar.claims", "C", N_("claims"), N_("See the claims of a month."), CALENDAR,
            shown=39, roles=COORDINATORS),
    Command("calendar.talks", "T", N_("talks"), N_("See which clients asked for a talk."),
            CALENDAR, shown=42, roles=CASEWORK),
    Command("calendar.import_calendar", "i", N_("import"),
            N_("Take in a calendar from another program (iCalendar)."), CALENDAR, shown=40),
    Command("calendar.export_calendar", "o", N_("out"),
            N_("Write the calendar for another program (iCalendar)."), CALENDAR, shown=41),
)  # fmt: skip

register(
    Command("calendar.previous", "[", N_("before"), N_("Show the period before."), CALENDAR,
            shown=11),
    Command("calendar.next", "]", N_("after"), N_("Show the period after."), CALENDAR, shown=12),
    Command("calendar.today", "t", N_("today"), N_("Go to today."), CALENDAR, shown=13),
    Command("calendar.go", "g", N_("go to"), N_("Go to a date that you type."), CALENDAR,
            shown=14),
    Command("calendar.month", "m", N_("month"), N_("Show a month."), CALENDAR, shown=15),
    Command("calendar.fortnight", "W", N_("two weeks"), N_("Show two weeks."), CALENDAR),
    Command("calendar.week", "w", N_("week"), N_("Show a week."), CALENDAR, shown=16),
    Command("calendar.day", "d", N_("day"), N_("Show a day."), CALENDAR, shown=17),
    Command("calendar.agenda", "a", N_("list"), N_("Show four weeks as a list."), CALENDAR,
            shown=18),
    Command("calendar.lanes", "L", N_("lanes"),
            N_("Give every person, or every location, a line of its own in a week or a day."),
            CALENDAR, shown=21),
    Command("calendar.layers", "l", N_("layers"), N_("Choose what is shown: visits, holidays …"),
            CALENDAR, shown=20),
    Command("calendar.filters", "f", N_("filters"),
            N_("Narrow to a person, a location or kinds of activity."), CALENDAR, shown=19),
    Command("calendar.back", "escape", N_("back"),
            N_("Back to the days; there: show everything again."), CALENDAR, palette=False),
)  # fmt: skip
