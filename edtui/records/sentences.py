"""What is wrong with a record, in words: pydantic's errors as sentences, by field.

The rules of edtui's own records say their message id themselves (`edtui.records.refusal`);
pydantic's standard errors get kind words here. What was typed never stands in a sentence.
"""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from edtui.errors import N_, Sentence

_NUMBER = N_("Type a number here, such as 4 or 3.5.")
_WHOLE = N_("Type a whole number here, such as 4.")
_DAY = N_("Type a day here, such as 24-11 or tomorrow.")
_TIME = N_("Type a time here, such as 14:00.")
_WORDS: Mapping[str, str] = {
    "missing": N_("Fill this in."),
    "string_too_long": N_("This is too long: at most {max_length} characters."),
    "string_too_short": N_("This is too short: at least {min_length} characters."),
    "string_type": N_("Type text here."),
    "string_unicode": N_("There is a character here that cannot be kept."),
    "string_pattern_mismatch": N_("Choose a word from the list."),
    "int_parsing": _WHOLE,
    "int_parsing_size": _WHOLE,
    "int_type": _WHOLE,
    "int_from_float": _WHOLE,
    "float_parsing": _NUMBER,
    "float_type": _NUMBER,
    "finite_number": _NUMBER,
    "bool_parsing": N_("Choose yes or no."),
    "bool_type": N_("Choose yes or no."),
    "date_type": _DAY,
    "date_parsing": _DAY,
    "date_from_datetime_parsing": _DAY,
    "date_from_datetime_inexact": _DAY,
    "datetime_type": _DAY,
    "datetime_parsing": _DAY,
    "datetime_from_date_parsing": _DAY,
    "time_type": _TIME,
    "time_parsing": _TIME,
    "greater_than_equal": N_("This cannot be less than {ge}."),
    "greater_than": N_("This must be more than {gt}."),
    "less_than_equal": N_("This cannot be more than {le}."),
    "less_than": N_("This must be less than {lt}."),
    "too_long": N_("These are too many: at most {max_length}."),
}
_OTHER = N_("This does not fit here.")
_SHOWN = ("max_length", "min_length", "ge", "gt", "le", "lt")


def sentences(error: ValidationError) -> dict[str, Sentence]:
    """Give what is wrong by field: the first thing of each; "" where it is about no field.

    Something wrong inside a field, such as in the second contact way, is told at that field.
    """
    found: dict[str, Sentence] = {}
    for path, sentence in sentences_by_path(error).items():
        found.setdefault(path.split(".")[0], sentence)
    return found


def sentences_by_path(error: ValidationError) -> dict[str, Sentence]:
    """Give what is wrong by the whole way to it: ``contacts.1.value``."""
    found: dict[str, Sentence] = {}
    for details in error.errors(include_url=False, include_input=False):
        context: Mapping[str, Any] = details.get("ctx", {})
        steps = [str(step) for step in details["loc"]]
        if context.get("_field"):
            steps.append(str(context["_field"]))
        found.setdefault(".".join(steps), _sentence(details["type"], context))
    return found


def _sentence(kind: str, context: Mapping[str, Any]) -> Sentence:
    if "_msgid" in context:
        params = {name: value for name, value in context.items() if not name.startswith("_")}
        return Sentence(str(context["_msgid"]), params)
    params = {name: context[name] for name in _SHOWN if name in context}
    return Sentence(_WORDS.get(kind, _OTHER), params)
