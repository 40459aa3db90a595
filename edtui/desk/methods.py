"""The methods to choose from: those that come along, a person's own files, the team's own.

Files stand in ``data/methods`` and in the folder ``methods`` of the person's settings; what the
team added or changed in the program stands in the vault. Later ones take the place of earlier ones
with the same code.
"""

from collections.abc import Sequence
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from edtui import config
from edtui.desk import tables
from edtui.desk.session import Desk
from edtui.errors import N_, NotAllowed, NotFound, Sentence
from edtui.locale import spoken
from edtui.records.method import Method, MethodStep, Use, Words
from edtui.records.method_files import MethodUnreadable, Read, load_methods
from edtui.records.vocabulary import slug


@lru_cache(maxsize=8)
def _from_files(folder: Path) -> Read:
    return load_methods(folder)


def folders() -> tuple[Path, Path]:
    """Give the folders of files: the program's, and the person's own, which may not be there."""
    return config.data_dir() / "methods", config.config_dir() / "methods"


def look_at_files_again() -> None:
    """Read the files anew when they are asked for next."""
    _from_files.cache_clear()


def troubles() -> list[MethodUnreadable]:
    """Give what is wrong with files, one a file."""
    return [trouble for folder in folders() for trouble in _from_files(folder).troubles]


def methods(desk: Desk) -> dict[str, Method]:
    """Give every method by its code, retired ones too, in the order in which they are offered."""
    every: dict[str, Method] = {}
    for folder in folders():
        every.update(_from_files(folder).methods)
    with suppress(NotAllowed):  # no key for the directory: the files alone
        every.update((own.code, own) for own in desk.all(Method))
    ordered = sorted(every.values(), key=lambda one: (one.order, one.code))
    return {method.code: method for method in ordered}


def offered(desk: Desk, *uses: Use) -> list[Method]:
    """Give the methods to choose from, for some uses or for all."""
    return [
        method
        for method in methods(desk).values()
        if not method.retired and (not uses or method.use in uses)
    ]


def method(desk: Desk, code: str) -> Method:
    """Give a method by its code.

    Raises:
        NotFound: there is none.
    """
    found = methods(desk).get(code)
    if found is None:
        raise NotFound(what=tables.noun(Method.table), number=code)
    return found


def save_method(desk: Desk, changed: Method) -> Method:
    """Keep a method of the team's own; one that came from a file is from now on the team's.

    Raises:
        ChangedElsewhere: somebody saved it since it was read.
        ReadOnly: nothing can be written now.
    """
    name = changed.name.text(spoken())
    with desk.act(Sentence(N_("Method {name} kept"), {"name": name})) as act:
        return act.put(changed)


def new_method(
    desk: Desk, name: str, steps: Sequence[MethodStep], use: Use = Use.CASE, **more: object
) -> Method:
    """Make a method (not saved yet) with a code that is not in use.

    Raises:
        pydantic.ValidationError: a value breaks a rule.
    """
    known, code, number = methods(desk), slug(name), 2
    while code in known:
        code, number = f"{slug(name)}_{number}", number + 1
    words = Words(nl=name) if spoken() == "nl" else Words(en=name)
    total = sum(step.minutes for step in steps)
    return Method.model_validate(
        {"code": code, "name": words, "steps": steps, "minutes": total, "use": use, **more}
    )


def copy_of(desk: Desk, code: str, name: str) -> Method:
    """Give a copy under another name (not saved yet), to change.

    Raises:
        NotFound: there is none.
    """
    old = method(desk, code)
    return new_method(
        desk, name, old.steps, old.use, people=old.people, yields=old.yields, guard=old.guard,
        based_on=old.code,
    )  # fmt: skip


def drop_method(desk: Desk, code: str) -> None:
    """Stop offering a method; of one that stands in a file, the team's changes go first.

    Raises:
        NotFound: there is none.
        ReadOnly: nothing can be written now.
    """
    old = method(desk, code)
    name = old.name.text(spoken())
    in_file = any(code in _from_files(folder).methods for folder in folders())
    with desk.act(Sentence(N_("Method {name} is not offered any more"), {"name": name})) as act:
        if old.id and not (in_file and old.retired):
            act.remove(old)
        elif not old.id:
            act.put(old.with_(retired=True))
