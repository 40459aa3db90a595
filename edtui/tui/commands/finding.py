"""What finding stories answers to: filters, three offers to a request, the collection."""

from edtui.errors import N_
from edtui.tui.commands.base import Command
from edtui.tui.commands.registry import place, register
from edtui.tui.commands.stories import STORIES, plugged

OFFERS = place("offers", N_("Stories: three offers"))
COLLECTION = place("collection", N_("Stories: the collection"))
REQUEST = place("request", N_("While you type what somebody looks for"), typing=True)

register(
    *plugged("filters", "f", N_("filters"),
             N_("Narrow the list: what it is about, form, length, reading level, for whom."),
             on=(STORIES,), shown=51),
    *plugged("request", "z", N_("in own words"),
             N_("Type what somebody looks for and see three offers, each with why."),
             on=(STORIES,), shown=52),
    *plugged("collection", "b", N_("the collection"),
             N_("See how varied the stories are, whose voices are not there, what is told again."),
             on=(STORIES,), shown=64, short=N_("collection")),
    Command("collection.back", "escape", N_("back"), N_("Back to the stories."), COLLECTION,
            shown=90, palette=False),
)  # fmt: skip

register(
    Command("offers.none", "n", N_("none of these"),
            N_("Say that none of these is right; why may stay open. Others are offered."), OFFERS,
            shown=2, short=N_("none")),
    Command("offers.request", "o,slash", N_("looks for"), N_("Type what is looked for."), OFFERS,
            shown=3),
    Command("offers.form", "e", N_("for whom"),
            N_("Say for whom and in which form, and what is better left out."), OFFERS, shown=4),
    Command("offers.text", "v", N_("text"), N_("Show the text that was meant."), OFFERS, shown=5),
    Command("offers.anew", "r", N_("start again"),
            N_("Forget what was typed and what was not right."), OFFERS, shown=6,
            short=N_("again")),
    Command("offers.back", "escape", N_("back"), N_("Back to the stories."), OFFERS, shown=90,
            palette=False),
)  # fmt: skip

register(
    Command("request.done", "enter,down", N_("look"), N_("Show three offers."), REQUEST, shown=1,
            palette=False),
    Command("request.close", "escape", N_("back"), N_("Back to the offers, or to the stories."),
            REQUEST, shown=2, palette=False),
)  # fmt: skip
