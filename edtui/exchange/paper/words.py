"""What is printed around the stories: short words that a reader at level B1 can follow."""

from typing import Final

from edtui.errors import N_

INTENT: Final = N_("What the narrator wants with this story")
NOT_FOR: Final = N_("What this story is not for")
SEEN_AS: Final = N_("How the narrator wants to be seen")
SHOWN: Final = N_("About the narrator")
NOTES: Final = N_("Good to know before you read")
CHOOSE: Final = N_("You may stop reading at any moment.")
HELP: Final = N_("Is it too much for you now? Call 113 or 0800-0113, day and night, free.")
IN_DANGER: Final = N_("In danger: call 112.")
WITHDRAWN: Final = N_(
    "A narrator may take a story back. If we tell you so, destroy these pages and keep no copy."
)
AGREED: Final = N_("Agreed before we begin")
AGREEMENTS: Final = (
    N_("This story belongs to who told it. What we say about it stays in this room."),
    N_("No pictures, no copies, nothing online."),
    N_("You may stop, skip or leave without saying why."),
)
TALK: Final = N_("To talk about")
QUESTIONS: Final = (
    N_("Which sentence stayed with you?"),
    N_("What helped, according to the narrator? What did not?"),
    N_("What would you have done in the place of the others in the story?"),
    N_("What would you want to ask, and may that be asked?"),
)
GIVE_BACK: Final = N_("Give these pages back after the lesson.")
STORIES: Final = N_("Stories in this booklet")
