"""What casework answers to: the cases, one case, a note, action points, looking back, the clock."""

from edtui.errors import N_
from edtui.tui.commands.base import Command
from edtui.tui.commands.registry import place, register

CASES = place("cases", N_("Casework: the cases"))
CASE = place("case", N_("Casework: one case"))
NOTE = place("case_note", N_("Casework: a note"))
ACTIONS = place("actions", N_("Casework: action points"))
LOOK_BACK = place("look_back", N_("Casework: looking back"))
CLOCK = place("case_clock", N_("Casework: how long texts are kept"))


def _both(where: str, shown: int) -> tuple[Command, ...]:
    return (
        Command(f"{where}.note", "o", N_("note"), N_("Write a note on this case."), where,
                shown=shown),
        Command(f"{where}.action", "a", N_("action"), N_("Make an action point in this case."),
                where, shown=shown + 1),
        Command(f"{where}.next_step", "s", N_("next step"),
                N_("Note the next step, and when the case comes back."), where, shown=shown + 2),
        Command(f"{where}.advice", "v", N_("advice"), N_("Note what the team advised."), where,
                shown=61),
        Command(f"{where}.close", "c", N_("close"),
                N_("Close the case with how it ended, or open a closed one again."), where,
                shown=62),
        Command(f"{where}.done", "d", N_("done"),
                N_("Note that the action point under the cursor is done."), where,
                shown=6 if where == CASE else 0),
        Command(f"{where}.remove", "x", N_("remove"),
                N_("Remove a case that was begun by mistake."), where, dangerous=True),
        Command(f"{where}.rename", "r", N_("other handle"),
                N_("Give the case another colour and animal."), where, dangerous=True),
    )  # fmt: skip


register(
    Command("cases.new", "n", N_("new"), N_("Begin a case; it gets a colour and an animal."),
            CASES, shown=2),
    Command("cases.edit", "e", N_("edit"), N_("Change the case under the cursor."), CASES,
            shown=3),
    *_both(CASES, 4),
    Command("cases.filters", "f", N_("filters"),
            N_("Narrow the list: open or closed, nature, theme, sector."), CASES, shown=63),
    Command("cases.actions", "p", N_("action points"), N_("Go to the action points of everybody."),
            CASES, shown=7),
    Command("cases.meetings", "m", N_("meetings"), N_("Go to the meetings: agendas, minutes."),
            CASES, shown=3),
    Command("cases.look_back", "b", N_("look back"),
            N_("Look back: a year in counts, themes, advice, peer consultation."), CASES,
            shown=64),
    Command("cases.clock", "l", N_("kept how long"),
            N_("See which texts go when, keep one longer, let them go."), CASES, shown=65),
    Command("cases.filter", "/", N_("search"), N_("Filter the list while you type."), CASES,
            shown=66),
    Command("cases.back", "escape", N_("back"),
            N_("Back to the list; in the list: clear the filter."), CASES, palette=False),
)  # fmt: skip

register(
    *_both(CASE, 3),
    Command("case.edit", "e", N_("edit"), N_("Change the part under the cursor."), CASE,
            shown=60),
    Command("case.next", "]", N_("next"), N_("Go to the next one of the list."), CASE),
    Command("case.previous", "[", N_("the one before"), N_("Go to the one before."), CASE),
    Command("case.back", "escape", N_("back"), N_("Back to the list."), CASE, shown=90),
)  # fmt: skip

register(
    Command("case_note.edit", "e", N_("edit"),
            N_("Change a draft, or correct a final note: what stood there stays readable."), NOTE,
            shown=1),
    Command("case_note.final", "f", N_("final"),
            N_("Make the draft final: from then on every change stays visible."), NOTE, shown=2,
            dangerous=True),
    Command("case_note.bring_in", "m", N_("for the meeting"),
            N_("Put the note on the agenda of the next meeting, or take it off."), NOTE, shown=3),
    Command("case_note.action", "a", N_("action"), N_("Make an action point of this note."), NOTE,
            shown=4),
    Command("case_note.versions", "v", N_("corrections"),
            N_("Show or hide what stood there before."), NOTE, shown=5),
    Command("case_note.next", "]", N_("next"), N_("Go to the next note on this case."), NOTE,
            shown=61),
    Command("case_note.previous", "[", N_("the one before"), N_("Go to the note before."), NOTE),
    Command("case_note.remove", "x", N_("remove"), N_("Remove a draft of yours."), NOTE,
            dangerous=True),
    Command("case_note.down", "down,j", N_("down"), N_("Read on."), NOTE, palette=False),
    Command("case_note.up", "up,k", N_("up"), N_("Read back."), NOTE, palette=False),
    Command("case_note.page_down", "pagedown,space", N_("page down"), N_("Show what stands below."),
            NOTE, palette=False),
    Command("case_note.page_up", "pageup", N_("page up"), N_("Show what stands above."), NOTE,
            palette=False),
    Command("case_note.first", "g,home", N_("first"), N_("Go to the beginning."), NOTE,
            palette=False),
    Command("case_note.last", "G,end", N_("last"), N_("Go to the end."), NOTE, palette=False),
    Command("case_note.back", "escape", N_("back"), N_("Back to the case."), NOTE, shown=90),
)  # fmt: skip

register(
    Command("actions.new", "n", N_("new"), N_("Make an action point."), ACTIONS, shown=2),
    Command("actions.edit", "e", N_("edit"), N_("Change the action point under the cursor."),
            ACTIONS, shown=61),
    Command("actions.done", "d", N_("done"), N_("Note that it is done."), ACTIONS, shown=3),
    Command("actions.drop", "x", N_("drop"), N_("Drop it, and say why."), ACTIONS, shown=4),
    Command("actions.reopen", "r", N_("open again"), N_("Open one again that was done or dropped."),
            ACTIONS),
    Command("actions.mine", "m", N_("mine"), N_("Show what you are to do."), ACTIONS, shown=5),
    Command("actions.late", "l", N_("late"), N_("Show what is late."), ACTIONS, shown=6),
    Command("actions.waiting", "w", N_("waiting for"), N_("Show what others are to do."), ACTIONS,
            shown=7),
    Command("actions.open", "a", N_("all open"), N_("Show everything that is open."), ACTIONS,
            shown=62),
    Command("actions.closed", "c", N_("closed"), N_("Show what was done or dropped."), ACTIONS,
            shown=63),
    Command("actions.filter", "/", N_("search"), N_("Filter the list while you type."), ACTIONS,
            shown=64),
    Command("actions.back", "escape", N_("back"), N_("Back to where you came from."), ACTIONS,
            shown=90, palette=False),
)  # fmt: skip

register(
    Command("look_back.edit", "e", N_("did it help"),
            N_("Note whether the advice under the cursor helped."), LOOK_BACK, shown=61),
    Command("look_back.next", "]", N_("year after"), N_("Show the year after."), LOOK_BACK,
            shown=3),
    Command("look_back.previous", "[", N_("year before"), N_("Show the year before."), LOOK_BACK,
            shown=2),
    Command("look_back.back", "escape", N_("back"), N_("Back to the cases."), LOOK_BACK, shown=90),
)  # fmt: skip

register(
    Command("case_clock.longer", "l", N_("keep longer"),
            N_("Keep the texts of this case longer, for a reason."), CLOCK, shown=2),
    Command("case_clock.erase", "x", N_("let go"),
            N_("Erase the texts of this case, as its time is over; counts stay."), CLOCK, shown=3,
            dangerous=True),
    Command("case_clock.erase_all", "X", N_("let all go"),
            N_("Erase the texts of every case whose time is over; counts stay."), CLOCK, shown=4,
            dangerous=True),
    Command("case_clock.filter", "/", N_("search"), N_("Filter the list while you type."), CLOCK,
            shown=61),
    Command("case_clock.back", "escape", N_("back"), N_("Back to the cases."), CLOCK, shown=90,
            palette=False),
)  # fmt: skip
