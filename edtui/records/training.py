"""Training that a person followed, with modules, certificate and until when it is valid."""

from datetime import date

from edtui.records.base import Part
from edtui.records.text import Code, Line, Name, Notes


class TrainingFollowed(Part):
    """One course of one person."""

    kind: Code = ""
    """Vocabulary ``training_kinds``."""

    title: Line = ""
    """What the course is called, if the kind does not say it."""

    provider: Name = ""
    status: Code = "passed"
    """Vocabulary ``training_statuses``: wanted, enrolled, running, passed, stopped."""

    modules: tuple[Code, ...] = ()
    """Modules done, vocabulary ``training_modules``."""

    started_on: date | None = None
    finished_on: date | None = None
    certificate: bool = False
    """The certificate was seen (no copy is kept)."""

    valid_until: date | None = None
    """Last day of validity; None where it does not expire."""

    note: Notes = ""
