"""The form of a method: its name, and its steps one a row."""

from collections.abc import Mapping
from typing import Any

from edtui.desk import methods as methods_desk
from edtui.desk.session import Desk
from edtui.desk.vocabularies import vocabularies
from edtui.errors import N_, Sentence
from edtui.locale import _, spoken
from edtui.records.method import Method, MethodStep, Words
from edtui.tui.dialogs.form import Form, Section
from edtui.tui.widgets.fields import (
    Field,
    NumberField,
    PartsField,
    PickField,
    TextField,
    from_vocabulary,
)


def method_form(desk: Desk, held: Method | None) -> Form:
    """Make the form; in one language, the words of the other stay as they are.

    Args:
        desk: where.
        held: the method that is changed; None for a new one.
    """

    def save(values: Mapping[str, Any]) -> Method:
        steps = tuple(_step(part) for part in values["steps"])
        if held is None:
            people = (values["least"], max(values["least"], values["most"]))
            made = methods_desk.new_method(desk, values["name"], steps, people=people)
            return methods_desk.save_method(desk, made)
        changed = held.with_(
            name=_words(held.name, values["name"]),
            steps=steps,
            minutes=sum(step.minutes for step in steps),
            people=(values["least"], max(values["least"], values["most"])),
        )
        return methods_desk.save_method(desk, changed)

    def check(values: Mapping[str, Any]) -> dict[str, Sentence]:
        return {} if values.get("steps") else {"steps": Sentence(N_("A method has a step."))}

    least, most = held.people if held else (2, 12)
    fields: list[Field] = [
        TextField("name", N_("Name"), required=True, max_length=80),
        NumberField("least", N_("At least"), required=True, least=1, most=100, whole=True,
                    help=N_("people")),
        NumberField("most", N_("At most"), required=True, least=1, most=100, whole=True,
                    help=N_("people")),
        PartsField("steps", N_("Steps"), fields=lambda: _step_fields(desk), line=_line,
                   title=N_("One step")),
    ]  # fmt: skip
    stored = {
        "name": held.name.text(spoken()) if held else "",
        "least": least,
        "most": most,
        "steps": [_part(step) for step in held.steps] if held else [],
    }
    title = held.name.text(spoken()) if held else _("A new method")
    return Form(title, [Section("", fields)], stored=stored, save=save, check=check)


def name_form(desk: Desk, held: Method) -> Form:
    """Make the form that names a copy."""

    def save(values: Mapping[str, Any]) -> Method:
        return methods_desk.save_method(desk, methods_desk.copy_of(desk, held.code, values["name"]))

    field = TextField("name", N_("Name of the copy"), required=True, max_length=80)
    title = held.name.text(spoken())
    return Form(title, [Section("", [field])], save=save, small=True)


def _step_fields(desk: Desk) -> list[Field]:
    speakers = vocabularies(desk)["speakers"]
    return [
        TextField("title", N_("Step"), required=True, max_length=80),
        NumberField("minutes", N_("Minutes"), required=True, least=1, most=240, whole=True),
        PickField("who", N_("Who speaks"), from_vocabulary(lambda: speakers, spoken()),
                  required=True),
        TextField("prompt", N_("Prompt"), max_length=200),
    ]  # fmt: skip


def _line(part: Mapping[str, Any]) -> str:
    return f"{part.get('minutes', '')}  {part.get('title', '')}"


def _part(step: MethodStep) -> dict[str, Any]:
    """Give a step as a row: the words of this language, and the whole of it beside them."""
    return {
        "title": step.title.text(spoken()),
        "minutes": step.minutes,
        "who": step.who.value,
        "prompt": step.prompt.text(spoken()) if step.prompt else "",
        "whole": step.model_dump(mode="json"),
    }


def _step(part: Mapping[str, Any]) -> MethodStep:
    whole = dict(part.get("whole") or {})
    title, prompt = whole.get("title"), whole.get("prompt")
    return MethodStep.model_validate(
        {
            **whole,
            "title": _words(Words.model_validate(title) if title else None, part["title"]),
            "minutes": part["minutes"],
            "who": part["who"],
            "prompt": _words(Words.model_validate(prompt) if prompt else None, part["prompt"])
            if part.get("prompt")
            else None,
        }
    )


def _words(held: Words | None, text: str) -> Words:
    """Give words with another text in this language; a changed one stands for both."""
    if held is not None and held.text(spoken()) == text:
        return held
    return Words(nl=text) if spoken() == "nl" else Words(en=text)
