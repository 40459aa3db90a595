"""Methods as files, which a person may edit.

::

    name = { nl = "Beide kanten van het verhaal", en = "Both sides of the story" }
    use = "case"              # case, frame (divides a meeting) or talk
    people = [2, 6]
    minutes = 40              # of all steps together: the program checks the sum

    [[steps]]
    title = { nl = "Het verhaal van de cliënt", en = "The client's story" }
    minutes = 7
    who = "presenter"         # a code of data/vocabulary/speakers.toml
    prompt = { nl = "…", en = "…" }

The file's name without ``.toml`` is the method's code. A file that is wrong is left out and told
in a sentence; the others still stand.
"""

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from edtui.errors import N_, EdtuiError, Sentence
from edtui.records.method import AgendaPart, Method, Speaker, StepForm, Use

_CODE = re.compile(r"[a-z0-9][a-z0-9_]{0,59}")

_CHOICES: dict[str, Iterable[str]] = {
    "who": Speaker,
    "use": Use,
    "form": [form for form in StepForm if form],
    "part": AgendaPart,
}


class MethodUnreadable(EdtuiError):
    """A method's file cannot be used (params: ``file``, ``why``, a sentence)."""

    sentence = N_("The method in {file} cannot be used: {why}")
    hint = N_("Correct the file, or put the one that came with the program back.")


class Read(NamedTuple):
    """What a folder of methods gave."""

    methods: dict[str, Method]
    """By code, in their order."""

    troubles: list[MethodUnreadable]
    """What is wrong with the other files."""


def load_method(path: Path) -> Method:
    """Read one file.

    Raises:
        MethodUnreadable: it is not there, not TOML, misses something, or does not add up.
    """
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        raise MethodUnreadable(file=path.name, why=Sentence(N_("it cannot be read."))) from None
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        line = int(found[1]) if found else 1
        why = Sentence(N_("line {line} is not written as TOML asks."), {"line": line})
        raise MethodUnreadable(file=path.name, why=why) from None
    if not _CODE.fullmatch(path.stem):
        why = Sentence(N_("its name may hold small letters, digits and _ only."))
        raise MethodUnreadable(file=path.name, why=why)
    try:
        return Method.model_validate({**content, "code": path.stem})
    except ValidationError as error:
        raise MethodUnreadable(file=path.name, why=_why(error.errors()[0])) from None


def load_methods(folder: Path) -> Read:
    """Read every ``.toml`` file of a folder; one that is not there is empty."""
    found: list[Method] = []
    troubles: list[MethodUnreadable] = []
    for path in sorted(folder.glob("*.toml")):
        try:
            found.append(load_method(path))
        except MethodUnreadable as trouble:
            troubles.append(trouble)
    ordered = sorted(found, key=lambda method: (method.order, method.code))
    return Read({method.code: method for method in ordered}, troubles)


def _why(error: ErrorDetails) -> Sentence:
    """Say the first thing that is wrong, and at which step."""
    place = [part for part in error["loc"] if isinstance(part, str)]
    steps = [part for part in error["loc"] if isinstance(part, int)]
    field = place[-1] if place else ""
    what = _what(error, field)
    if steps and place[0] == "steps":
        return Sentence(N_("step {step}: {what}"), {"step": steps[0] + 1, "what": what})
    return what


def _what(error: ErrorDetails, field: str) -> Sentence:
    context: dict[str, Any] = dict(error.get("ctx") or {})
    if "_msgid" in context:
        return Sentence(str(context["_msgid"]), context)
    if error["type"] == "missing":
        return Sentence(N_("{field} is missing."), {"field": field})
    if field in _CHOICES:
        words = ", ".join(str(choice.value) for choice in _CHOICES[field])  # type: ignore[attr-defined]  # members of an enum
        return Sentence(N_("{field} is one of: {choices}."), {"field": field, "choices": words})
    if field == "minutes":
        return Sentence(N_("minutes is a whole number from 1 to 240."))
    return Sentence(N_("{field} is not what is asked for there."), {"field": field})
