"""Keys for what comes in and goes out of the stories: a text file, the shelf, paper."""

from edtui.errors import N_
from edtui.tui.commands.registry import register
from edtui.tui.commands.stories import STORIES, STORY, STORY_TEXT, plugged

register(
    *plugged("shelf", "h", N_("shelf"),
             N_("Put the story on the shelf, for whom the narrator said yes, or take it off."),
             on=(STORIES, STORY, STORY_TEXT), shown=64),
    *plugged("paper", "p", N_("print"),
             N_("Make a booklet, a lesson handout or a plain sheet of what may (PDF)."),
             on=(STORIES, STORY), shown=65),
    *plugged("take_in", "i", N_("take a text in"),
             N_("Take a text in from a file (.txt, .md, .docx, .odt): a story, or a version."),
             on=(STORIES, STORY), shown=66, medium=N_("text in"), short=N_("in")),
)  # fmt: skip
