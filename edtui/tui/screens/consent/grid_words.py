"""The grid's own short words and letters."""

from typing import Final

from edtui.errors import N_
from edtui.records.story_words import Medium, Purpose, Value

HEADS: Final = {
    Medium.TOLD_BY_SELF: N_("self told"),
    Medium.READ_ALOUD: N_("read aloud"),
    Medium.ON_PAPER: N_("paper"),
    Medium.INTERNAL_DIGITAL: N_("screen"),
    Medium.WEB: N_("web"),
    Medium.AUDIO: N_("audio"),
    Medium.VIDEO: N_("video"),
    Medium.THEATRE: N_("theatre"),
    Medium.QUOTE_ONLY: N_("quote"),
}
"""Forms of sharing as two columns have room for; the line below says them whole."""

SHORT: Final = {
    Purpose.SHELF: N_("reading terminal"),
    Purpose.ONE_TO_ONE: N_("one to one"),
    Purpose.TRAINING: N_("training, lesson"),
    Purpose.FUNDRAISING_PR: N_("fundraising, PR"),
    Purpose.AI_PROCESSING: N_("processing by AI"),
    Purpose.WEBSITE_BLOG: N_("website, blog"),
    Purpose.BOOK_BOOKLET: N_("book, booklet"),
}
"""Purposes whose word is too long for the first column."""

WORDS: Final = {Value.NO: N_("no"), Value.ASK: N_("ask"), Value.YES: N_("yes")}

LETTERS: Final = {
    "y": Value.YES,
    "j": Value.YES,
    "a": Value.ASK,
    "v": Value.ASK,
    "n": Value.NO,
}
"""Both languages' letters work in both: yes, ja; ask, vraag; no, nee."""

KEYS: Final = ((N_("y"), Value.YES), (N_("a"), Value.ASK), (N_("n"), Value.NO))
"""Letters as the head of the grid tells them, in the language in use."""
