"""What every record has: number, revision, schema version, room for what it does not know."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict


class Part(BaseModel):
    """A piece of a record. Frozen; keeps fields that a newer version of the program wrote."""

    model_config = ConfigDict(
        frozen=True,
        extra="allow",
        str_strip_whitespace=True,
        # What was typed can be private, and an error's text can reach a terminal.
        hide_input_in_errors=True,
        # pydantic keeps short strings for as long as the process lives: an erased name too.
        cache_strings="none",
    )

    def with_(self, **changes: Any) -> Self:
        """Give a checked copy with ``changes``.

        Raises:
            pydantic.ValidationError: a changed value breaks a rule of the model.
        """
        return type(self).model_validate({**dict(self), **changes})


class Record(Part):
    """One document of a table. A new one has number 0; saving gives the number.

    ``table`` names the TinyDB table. ``schema_version`` goes up when a field changes its meaning;
    a document with a newer one opens read-only.
    """

    table: ClassVar[str]
    schema_version: ClassVar[int] = 1

    id: int = 0
    """Number within its table, from 1; 0 until saved. Not part of the document."""

    revision: int = 0
    """How often it was saved. A save names the revision that it changes."""

    created: datetime | None = None
    """When it was first saved."""

    changed: datetime | None = None
    """When it was last saved."""

    changed_by: str = ""
    """User id of who saved it last."""

    def document(self) -> dict[str, Any]:
        """Give what is stored: JSON values only, defaults left out, the schema version as ``v``."""
        stored = self.model_dump(mode="json", exclude={"id"}, exclude_defaults=True)
        return {"v": self.schema_version, **stored}

    @classmethod
    def from_document(cls, number: int, document: Mapping[str, Any]) -> Self:
        """Make the record from document ``number``; the inverse of `document`.

        Raises:
            pydantic.ValidationError: the document breaks a rule of the model.
        """
        fields = {name: value for name, value in document.items() if name != "v"}
        return cls.model_validate({**fields, "id": number})
