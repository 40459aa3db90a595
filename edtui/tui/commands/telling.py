"""What telling and care answer to: on the stories' screens, a narrator, an own sheet."""

from edtui.errors import N_
from edtui.tui.commands.base import Command
from edtui.tui.commands.reading import moves
from edtui.tui.commands.registry import place, register
from edtui.tui.commands.stories import STORIES, STORY, STORY_TEXT, plugged

NARRATOR = place("narrator", N_("Stories: a narrator"))
SHEET = place("narrator_sheet", N_("Stories: a narrator's own sheet"))

register(
    *plugged("read", "l", N_("reading"), N_("Read the text calmly, on the whole screen."),
             on=(STORIES, STORY), shown=3),
    *plugged("read", "l", N_("reading"), N_("Read the text calmly, on the whole screen."),
             on=(STORY_TEXT,), shown=9),
    *plugged("told", "d", N_("told"), N_("Note where the story was told, and in which version."),
             on=(STORIES, STORY), shown=5),
    *plugged("narrator", "y", N_("narrator"),
             N_("See how it is with the narrator: pauses, agreements, own sheet."),
             on=(STORIES, STORY), shown=9),
)  # fmt: skip

register(
    Command("narrator.edit", "e", N_("edit"), N_("Change the part under the cursor."), NARRATOR,
            shown=60),
    Command("narrator.check_in", "c", N_("how is it"), N_("Note how it is with the narrator."),
            NARRATOR, shown=3),
    Command("narrator.pause", "p", N_("pause"),
            N_("Note until when the narrator has a pause; as long as it lasts nothing is shared."),
            NARRATOR, shown=4),
    Command("narrator.sheet", "s", N_("own sheet"),
            N_("Show the narrator's own sheet: to read, to print, as a file."), NARRATOR, shown=5),
    Command("narrator.back", "escape", N_("back"), N_("Back to where you came from."), NARRATOR,
            shown=90, palette=False),
)  # fmt: skip

register(
    Command("narrator_sheet.paper", "p", N_("print"), N_("Print the sheet for the narrator."),
            SHEET, shown=1),
    Command("narrator_sheet.file", "f", N_("file"), N_("Write the sheet to a new file."), SHEET,
            shown=2),
    Command("narrator_sheet.language", "l", N_("other language"),
            N_("Show it in the other language."), SHEET, shown=3),
    Command("narrator_sheet.back", "escape", N_("back"), N_("Back to the narrator."), SHEET,
            shown=90, palette=False),
    *moves(SHEET),
)  # fmt: skip
