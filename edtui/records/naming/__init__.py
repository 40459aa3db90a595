"""What in a text could name somebody: names, addresses, numbers, dates of birth.

A small recogniser on word lists and patterns, without a model: quick enough for each key press. It
makes a hint for the person who types, who knows better: it marks a street that is nobody's and
misses a name that it never heard. How much of each is measured by `tests/records/test_naming.py`.
"""

from edtui.records.naming.recogniser import Recogniser, spans
from edtui.records.naming.spans import Kind, Span
from edtui.records.naming.words import NO_WORDS, Words, load_words

__all__ = ["NO_WORDS", "Kind", "Recogniser", "Span", "Words", "load_words", "spans"]
