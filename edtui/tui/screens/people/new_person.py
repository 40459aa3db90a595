"""The short form for somebody new: enough to be on the roster; the rest follows on the page."""

from collections.abc import Mapping, Sequence
from typing import Any

from textual import work
from textual.message import Message
from textual.widgets import Static
from textual.worker import get_current_worker

from edtui.desk import roster
from edtui.desk.session import Desk
from edtui.errors import N_, EdtuiError
from edtui.locale import _, say
from edtui.records.duplicates import DuplicateIndex, Likeness
from edtui.records.names import display_name
from edtui.records.person import Person
from edtui.records.roles import RoleAssignment
from edtui.tui.curtain import shown_name
from edtui.tui.dialogs.form import Form, Section
from edtui.tui.plain import plain
from edtui.tui.screens.people.record_form import Part, record_form
from edtui.tui.screens.people.tools import Tools
from edtui.tui.widgets.fields import DateField, Field, TextField

_BESIDE = ("mobile", "email", "role")
"""Fields of the form that are not fields of a person."""

_TELLING = frozenset({"first_names", "infix", "surname", "called", "mobile", "email"})
"""Fields by which somebody is recognised."""


class LikeFound(Message):
    """Who is like the person that is being typed."""

    def __init__(self, like: Sequence[Likeness]) -> None:
        super().__init__()
        self.like = like


class NewPersonForm(Form):
    """Says while a name is typed who is like that on the roster already."""

    desk: Desk
    known: DuplicateIndex | None = None
    """Everybody on the roster; made in a thread when the first name is typed."""

    def on_mount(self) -> None:
        """Keep a line free for the hint."""
        self._like = Static("", id="form-like", markup=False)
        self._like.display = False
        self.mount(self._like, before="#form-told")

    def on_field_changed(self, event: Field.Changed) -> None:
        """Check, and look who is like that."""
        if event.field.key in _TELLING:
            self._look(self.sheet.read())

    @work(thread=True, exclusive=True, group="known", exit_on_error=False)
    def _look(self, values: dict[str, Any]) -> None:
        worker = get_current_worker()
        try:
            person = Person(**_written(Person(called="?"), values))
            if self.known is None:
                self.known = DuplicateIndex(self.desk.all(Person))
        except (ValueError, EdtuiError):  # no name yet; or no hint, and the form works as well
            self.post_message(LikeFound(()))
            return
        like = self.known.like(person)[:2]
        if not worker.is_cancelled:
            self.post_message(LikeFound(like))

    def on_like_found(self, message: LikeFound) -> None:
        """Say who it may be."""
        message.stop()
        found = [
            f"{shown_name(self.app, display_name(one.person))} ({say(one.reasons[0])})"
            for one in message.like
        ]
        text = _("Is this somebody who is here already? {names}").format(names=", ".join(found))
        self._like.display = bool(found)
        self._like.update(plain(text if found else ""))


def new_person_form(tools: Tools) -> Form:
    """Make the form; its result is the person."""
    fields = [
        TextField("first_names", N_("First names"), max_length=80),
        TextField("infix", N_("Infix"), help=N_("such as 'van der'"), max_length=20),
        TextField("surname", N_("Surname"), max_length=80),
        TextField("called", N_("Called"), help=N_("where that is not the first name"),
                  max_length=80),
        TextField("mobile", N_("Mobile"), max_length=200),
        TextField("email", N_("E-mail"), max_length=200),
        tools.choice("origin", N_("Origin"), "origins"),
        tools.pick("channel", N_("Came through"), "channels"),
        tools.pick("status", N_("Status"), "statuses", required=True),
        DateField("since", N_("With us since")),
        tools.pick("role", N_("Role"), "roles",
                   help=N_("the first one; more roles and places with r on the page")),
    ]  # fmt: skip
    part = Part("person_new", _("A new person"), [Section("", fields)], written=_written)

    def finish(person: Person, values: Mapping[str, Any]) -> Person:
        role = values.get("role")
        roles = []
        if role:
            # The person's number is filled in when both are saved.
            start = person.since or tools.desk.clock.today()
            roles = [RoleAssignment(person_id=1, role=role, start=start)]
        return roster.add_person(tools.desk, person, *roles)

    blank = Person.model_construct(status="active")
    form = record_form(tools.desk, blank, part, save=_unused, form=NewPersonForm, finish=finish)
    assert isinstance(form, NewPersonForm)  # noqa: S101  what was asked for
    form.desk = tools.desk
    return form


def _unused(_person: Any) -> None:
    raise NotImplementedError


def _written(_person: Person, values: Mapping[str, Any]) -> dict[str, Any]:
    contacts = [
        {"kind": kind, "value": values[key]}
        for key, kind in (("mobile", "mobile"), ("email", "email"))
        if values.get(key)
    ]
    own = {key: value for key, value in values.items() if key not in _BESIDE}
    return {**own, "contacts": contacts}
