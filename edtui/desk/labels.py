"""Sentences as documents: what an act is called, kept in the vault until the act is taken back."""

from collections.abc import Mapping
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
    return value if isinstance(value, str | int | float | bool) else str(value)


def _given(value: object) -> object:
    if isinstance(value, Mapping):
        return label_sentence(list(value["sentence"]))
    return value
