"""What meetings answer to: the list, an agenda, the meeting itself, minutes, methods."""

from edtui.errors import N_
from edtui.tui.commands.base import KEY_ALONE, Command
from edtui.tui.commands.registry import place, register

MEETINGS = place("meetings", N_("Meetings: the list"))
AGENDA = place("agenda", N_("Meetings: an agenda"))
MEETING = place("meeting", N_("Meetings: while it goes on"))
MEETING_WRITING = place("meeting_writing", N_("Meetings: while you write"), typing=True)
LAST_TIME = place("last_time", N_("Meetings: actions of last time"), modal=True)
CHOICES = place("choices", N_("Meetings: everyone's own choice"), typing=True, modal=True)
MINUTES = place("minutes", N_("Meetings: minutes"))
METHODS = place("methods", N_("Meetings: methods"))

register(
    Command("meetings.new", "n", N_("new"), N_("Make the agenda of a next meeting."), MEETINGS,
            shown=2),
    Command("meetings.methods", "m", N_("methods"), N_("Go to the methods."), MEETINGS, shown=3),
    Command("meetings.remove", "x", N_("remove"), N_("Remove an agenda that is not needed."),
            MEETINGS, dangerous=True, shown=61),
    Command("meetings.filter", "/", N_("search"), N_("Filter the list while you type."), MEETINGS,
            shown=62),
    Command("meetings.back", "escape", N_("back"), N_("Back to where you came from."), MEETINGS,
            shown=90, palette=False),
)  # fmt: skip

register(
    Command("agenda.begin", "b", N_("begin"), N_("Begin the meeting: the clock runs."), AGENDA,
            shown=1),
    Command("agenda.add", "n", N_("new"), N_("Put a case or something else on the agenda."),
            AGENDA, shown=2),
    Command("agenda.edit", "e", N_("edit"), N_("Change the line under the cursor: title, question, "
            "minutes, method."), AGENDA, shown=3),
    Command("agenda.method", "m", N_("method"), N_("Choose how this case is talked over."),
            AGENDA, shown=4),
    Command("agenda.up", "K,left_square_bracket", N_("up"), N_("Move the line up."), AGENDA,
            shown=5),
    Command("agenda.down", "J,right_square_bracket", N_("down"), N_("Move the line down."), AGENDA,
            shown=6),
    Command("agenda.more", "plus", N_("longer"), N_("Give it a minute more."), AGENDA, shown=7),
    Command("agenda.less", "minus", N_("shorter"), N_("Give it a minute less."), AGENDA, shown=8),
    Command("agenda.divide", "d", N_("divide"), N_("Divide the minutes over the cases again."),
            AGENDA, shown=9),
    Command("agenda.attendance", "h", N_("who is here"), N_("Say who is here, by role."), AGENDA,
            shown=61),
    Command("agenda.take_off", "x", N_("take off"), N_("Take the line off the agenda."), AGENDA,
            shown=62),
    Command("agenda.settings", "s", N_("day and time"), N_("Change title, day, time and length."),
            AGENDA, shown=63),
    Command("agenda.back", "escape", N_("back"), N_("Back to the list."), AGENDA, shown=90,
            palette=False),
)  # fmt: skip

register(
    Command("meeting.pause", "space", N_("pause"), N_("Let the clock stand, or go on."), MEETING,
            shown=2),
    Command("meeting.next", "n", N_("next"), N_("Go to the next step."), MEETING, shown=3),
    Command("meeting.previous", "p", N_("back"), N_("Go to the step before; its time goes on."),
            MEETING, short=KEY_ALONE, shown=7),
    Command("meeting.more", "plus", N_("2 min"), N_("Give this step two minutes more."), MEETING,
            short=KEY_ALONE, shown=6),
    Command("meeting.write", "enter", N_("write"), N_("Write under this step; esc ends it."),
            MEETING, short=N_("type"), shown=1),
    Command("meeting.action", "a", N_("action"), N_("Note who does what, before when."), MEETING,
            shown=4),
    Command("meeting.decision", "d", N_("decision"), N_("Note what is decided or advised."),
            MEETING, shown=5),
    Command("meeting.form", "f", N_("form"), N_("Fill in the form of this step."), MEETING,
            short=KEY_ALONE, shown=10),
    Command("meeting.board", "w", N_("board"), N_("Open or close the whiteboard, a column for each "
            "side."), MEETING, short=KEY_ALONE, shown=8),
    Command("meeting.curtain", "c", N_("curtain"), N_("Show initials in place of names, or names "
            "again."), MEETING, short=KEY_ALONE, shown=9),
    Command("meeting.question", "q", N_("question"), N_("Change the question that stands on top."),
            MEETING, shown=61),
    Command("meeting.returns", "r", N_("comes back"), N_("Say when this case is to come back."),
            MEETING, shown=62),
    Command("meeting.last_time", "o", N_("last time"), N_("Go through the actions of last time."),
            MEETING, shown=63),
    Command("meeting.attendance", "h", N_("who is here"), N_("Say who is here, by role."), MEETING,
            shown=64),
    Command("meeting.bell", "b", N_("bell"), N_("Turn the soft bell at the end of a step on or "
            "off."), MEETING, shown=65),
    Command("meeting.take", "t", N_("write here"), N_("Write at this terminal from now on; the "
            "other one shows."), MEETING, shown=66),
    Command("meeting.finish", "e", N_("end it"), N_("End the meeting; the minutes are there."),
            MEETING, dangerous=True, shown=67),
    Command("meeting.leave", "escape", N_("leave"), N_("Look elsewhere; the meeting goes on."),
            MEETING, short=KEY_ALONE, shown=90, palette=False),
    Command("meeting_writing.done", "escape", N_("done"), N_("End writing; the keys work again."),
            MEETING_WRITING, shown=1, palette=False),
    Command("meeting_writing.on", "ctrl+n", N_("next step"),
            N_("Go to the next step and write on."), MEETING_WRITING, shown=2),
    Command("meeting_writing.instead", "f4", N_("put something else"),
            N_("Put a role or a handle in the place of what could name somebody."),
            MEETING_WRITING, medium=N_("instead"), short=N_("instead"), shown=4),
    Command("meeting_writing.other", "tab", N_("other column"),
            N_("On the whiteboard: write in the other column."), MEETING_WRITING, shown=3,
            palette=False, instead_of="everywhere.next"),
)  # fmt: skip

register(
    Command("last_time.done", "d", N_("done"), N_("Note that it is done."), LAST_TIME, shown=1),
    Command("last_time.carry", "c", N_("carry over"), N_("Carry it over to the next meeting."),
            LAST_TIME, shown=2),
    Command("last_time.drop", "x", N_("drop"), N_("Drop it, with a reason."), LAST_TIME, shown=3),
    Command("last_time.close", "escape", N_("back"), N_("Back to the meeting."), LAST_TIME,
            shown=90, palette=False),
    Command("choices.next_line", "enter", N_("next line"), N_("Go to the next line; after the last "
            "one the choice is kept."), CHOICES, shown=1, palette=False),
    Command("choices.show", "f2", N_("show all"), N_("Show everyone's choice now."), CHOICES,
            shown=2),
    Command("choices.fewer", "f3", N_("one fewer"), N_("One person fewer writes a choice."),
            CHOICES, shown=3),
    Command("choices.close", "escape", N_("back"), N_("Back to the meeting; what was kept stays."),
            CHOICES, shown=90, palette=False),
)  # fmt: skip

register(
    Command("minutes.final", "f", N_("make final"), N_("Make the minutes final: actions, cases and "
            "the next agenda follow."), MINUTES, shown=1),
    Command("minutes.edit", "e", N_("correct"), N_("Correct what was written."), MINUTES, shown=2),
    Command("minutes.outcomes", "a", N_("agreed"), N_("Correct actions and decisions."), MINUTES,
            shown=3),
    Command("minutes.down", "down,j,space,pagedown", N_("down"), N_("Read on."), MINUTES, shown=4,
            palette=False),
    Command("minutes.up", "up,k,pageup", N_("up"), N_("Read back."), MINUTES, palette=False),
    Command("minutes.back", "escape", N_("back"), N_("Back to the list."), MINUTES, shown=90,
            palette=False),
)  # fmt: skip

register(
    Command("methods.new", "n", N_("new"), N_("Make a method of the team's own."), METHODS,
            shown=2),
    Command("methods.edit", "e", N_("edit"), N_("Change steps, minutes and prompts."), METHODS,
            shown=3),
    Command("methods.copy", "c", N_("copy"), N_("Make a copy under another name, to change."),
            METHODS, shown=4),
    Command("methods.drop", "x", N_("drop"), N_("Stop offering it; of one that the team changed, "
            "the changes go first."), METHODS, shown=5, dangerous=True),
    Command("methods.filter", "/", N_("search"), N_("Filter the list while you type."), METHODS,
            shown=62),
    Command("methods.back", "escape", N_("back"), N_("Back to the meetings."), METHODS, shown=90,
            palette=False),
)  # fmt: skip
