"""Sentences as documents: what an act is called, kept in the vault until the act is taken back."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from edtui.errors import Sentence


def label_document(sentence: Sentence) -> list[Any]:
    """Give a sentence as JSON values: message id, then its parameters by name."""
    return [sentence.msgid, {name: _kept(value) for name, value in sentence.params.items()}]


def label_sentence(document: list[Any]) -> Sentence:
    """Make the sentence of `label_document` again; an empty one of an empty list."""
    if not document:
        return Sentence("")
    return Sentence(str(document[0]), {name: _given(v) for name, v in document[1].items()})


def _kept(value: object) -> object:
    if isinstance(value, Sentence):
        return {"sentence": label_document(value)}
    if isinstance(value, datetime):
        return {"moment": value.isoformat()}
    if isinstance(value, date):
        return {"day": value.isoformat()}
    return value if isinstance(value, str | int | float | bool) else str(value)


def _given(value: object) -> object:
    if not isinstance(value, Mapping):
        return value
    if "moment" in value:
        return datetime.fromisoformat(str(value["moment"]))
    if "day" in value:
        return date.fromisoformat(str(value["day"]))
    return label_sentence(list(value["sentence"]))
