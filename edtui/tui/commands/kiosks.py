"""What the kiosks' two parts of screen 9 answer to."""

from edtui.errors import N_
from edtui.tui.commands.admin import COORDINATOR
from edtui.tui.commands.base import Command
from edtui.tui.commands.registry import place, register

KIOSKS = place("kiosks", N_("Administration: kiosks"))
POST = place("kiosk_post", N_("Administration: post of kiosks"))

register(
    Command("kiosks.new", "n", N_("set up"),
            N_("Let a kiosk in and write the file with its key."), KIOSKS, shown=2,
            roles=COORDINATOR),
    Command("kiosks.edit", "e", N_("change"), N_("Change this kiosk's name, place and language."),
            KIOSKS, shown=3, roles=COORDINATOR),
    Command("kiosks.texts", "t", N_("texts"),
            N_("Change the welcome, the message of the day and the line with help."), KIOSKS,
            shown=4, roles=COORDINATOR),
    Command("kiosks.what", "w", N_("what it shows"),
            N_("Choose what kiosks show, and which stories they leave out."), KIOSKS, shown=5,
            medium=N_("shows"), roles=COORDINATOR),
    Command("kiosks.hours", "h", N_("hours"), N_("Choose when kiosks are open."), KIOSKS, shown=6,
            roles=COORDINATOR),
    Command("kiosks.faces", "f", N_("who is named"),
            N_("Say who of the team is named on kiosks, with what, as that person agreed."), KIOSKS,
            shown=7, medium=N_("who"), roles=COORDINATOR),
    Command("kiosks.question", "q", N_("question"), N_("Ask visitors a question."), KIOSKS,
            shown=8, roles=COORDINATOR),
    Command("kiosks.close", "c", N_("close or open"), N_("Close this kiosk by hand, or open it."),
            KIOSKS, shown=9, medium=N_("close"), roles=COORDINATOR),
    Command("kiosks.reset", "r", N_("begin anew"),
            N_("Let this kiosk begin anew: who sits there is signed out."), KIOSKS,
            roles=COORDINATOR),
    Command("kiosks.remove", "x", N_("take keys away"),
            N_("Take this kiosk's keys away: its key file opens nothing any more."), KIOSKS,
            dangerous=True, roles=COORDINATOR),
)  # fmt: skip

register(
    Command("kiosk_post.take", "enter,t", N_("take in"),
            N_("Make of this letter what it asks for: a talk, a report, an action point."), POST,
            shown=2, roles=COORDINATOR),
    Command("kiosk_post.done", "x", N_("put away"),
            N_("Put this letter away: nothing is made of it."), POST, shown=3, dangerous=True,
            roles=COORDINATOR),
)  # fmt: skip
