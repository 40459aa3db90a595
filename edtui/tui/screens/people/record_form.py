"""A form over a record, or over a part of it, with its draft and its two versions."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from edtui.desk import drafts
from edtui.desk.session import Desk
from edtui.desk.users import user_names
from edtui.errors import N_, EdtuiError, Sentence
from edtui.records.base import Record
from edtui.records.sentences import sentences_by_path
from edtui.tui.dialogs.form import Form, Section

Changes = Mapping[str, Any]


def as_it_is(record: Record) -> dict[str, Any]:
    """Give the values of a record by field key, where keys and fields have the same names."""
    return dict(record)


def unchanged(_record: Record, values: Changes) -> Changes:
    """Give the changes of a record, where keys and fields have the same names."""
    return values


@dataclass(frozen=True)
class Part:
    """What a form shows of a record and writes to it."""

    name: str
    """Name of the form, for its draft."""

    title: str
    """Heading (translated; private text is welcome)."""

    sections: Sequence[Section]
    shown: Callable[[Any], dict[str, Any]] = as_it_is
    """Gives the values by field key."""

    written: Callable[[Any, Changes], Changes] = unchanged
    """Gives what changes in the record, of the record as it is and the values that were read."""


def record_form(
    desk: Desk,
    record: Record,
    part: Part,
    save: Callable[[Any], Any],
    *,
    small: bool = False,
    form: type[Form] = Form,
    finish: Callable[[Any, Changes], Any] | None = None,
) -> Form:
    """Make a form.

    Args:
        desk: keeps the draft.
        record: the record as it was read; id 0 for a new one.
        part: what is shown and written.
        save: keeps the changed record; what it gives is the form's result.
        small: a window in the middle instead of the whole screen.
        form: a form of one's own.
        finish: instead of ``save``: gets the changed record and all values that were read.
    """
    now = record

    def changed(values: Changes) -> Any:
        return now.with_(**dict(part.written(now, values)))

    def keep(values: Changes) -> Any:
        return save(changed(values)) if finish is None else finish(changed(values), values)

    def take_theirs(document: Changes) -> dict[str, Any]:
        nonlocal now
        now = type(record).from_document(record.id, document)
        return part.shown(now)

    keys = {field.key for section in part.sections for field in section.fields}

    def check(values: Changes) -> dict[str, Sentence]:
        try:
            changed(values)
        except ValidationError as error:
            return at_fields(error, keys)
        return {}

    def elsewhere() -> Sentence | None:
        try:
            return since_then(desk, now)
        except EdtuiError:  # the desk was locked meanwhile
            return None

    def keep_draft(values: dict[str, Any]) -> None:
        if record.id and desk.find(type(record), record.id) is None:
            return  # erased meanwhile: nothing of it comes back
        drafts.keep(desk, part.name, record.table, record.id, values)

    def drop_draft() -> None:
        drafts.drop(desk, part.name, record.table, record.id)

    return form(
        part.title,
        part.sections,
        stored=part.shown(record),
        save=keep,
        check=check,
        draft=drafts.offer(desk, part.name, record.table, record.id),
        keep_draft=keep_draft,
        drop_draft=drop_draft,
        take_theirs=take_theirs,
        small=small,
        elsewhere=elsewhere if record.id else None,
    )


def since_then(desk: Desk, record: Record) -> Sentence | None:
    """Give what somebody did with a record since it was read; None for nothing."""
    found = desk.find(type(record), record.id)
    if found is None:
        return Sentence(N_("Somebody else removed this just now; it cannot be saved any more."))
    if found.revision == record.revision:
        return None
    name = user_names(desk).get(found.changed_by)
    if found.changed_by == desk.vault.user_id or name is None:
        return Sentence(N_("This was changed elsewhere just now; saving shows both versions."))
    return Sentence(N_("{name} changed this just now; saving shows both versions."), {"name": name})


def at_fields(error: ValidationError, keys: set[str]) -> dict[str, Sentence]:
    """Give what is wrong by field key: ``vog.renew_by`` is said at ``vog_renew_by``."""
    found: dict[str, Sentence] = {}
    for path, sentence in sentences_by_path(error).items():
        steps = path.split(".")
        tried = ["_".join(steps[: len(steps) - cut]) for cut in range(len(steps))]
        tried.append(steps[-1])
        found.setdefault(next((key for key in tried if key in keys), ""), sentence)
    return found
