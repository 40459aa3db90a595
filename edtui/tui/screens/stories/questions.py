"""Questions that help to begin a text, by what kind of text it is."""

from collections.abc import Sequence

from edtui.errors import N_
from edtui.records.story_words import VersionKind

OWN_STORY = (
    N_("Where does your story begin?"),
    N_("What was a day like then?"),
    N_("What helped you?"),
    N_("What did not help, or made it worse?"),
    N_("Who was there, and who was not?"),
    N_("Was there a moment after which something was different?"),
    N_("What would you tell yourself then, as you are now?"),
    N_("What do you want people to understand?"),
    N_("What is still hard? It may stay open."),
    N_("How do you want to end? A story need not end well."),
)
"""For a story that is told for the first time."""

QUESTIONS: dict[VersionKind, Sequence[str]] = {
    VersionKind.ORIGINAL: OWN_STORY,
    VersionKind.UPDATE: (
        N_("What is different since you told it?"),
        N_("What is the same?"),
        N_("What would you tell otherwise now?"),
    ),
    VersionKind.SHORTENED: (
        N_("Which sentence may not be missing?"),
        N_("Is what the narrator wants with it still there?"),
        N_("Did it become nicer than it was? Then put back what was hard."),
    ),
    VersionKind.ANONYMISED: (
        N_("Who would still recognise this, by which event?"),
        N_("Which place, workplace or age tells too much?"),
        N_("Does the narrator want to be this unknown?"),
    ),
    VersionKind.PLAIN_LANGUAGE: (
        N_("How would you say this to somebody at the kitchen table?"),
        N_("Can this sentence become two?"),
        N_("Is it still the narrator's voice?"),
    ),
    VersionKind.SPOKEN: (
        N_("What is the first thing that you say?"),
        N_("Where do you pause?"),
        N_("What do you not tell today?"),
        N_("How do you end, and who is there afterwards?"),
    ),
}
"""By what is written."""
