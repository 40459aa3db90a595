"""Asks where the calendar goes and what of it; then it goes, after the log has it."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from edtui.desk.calendar_exchange import Which
from edtui.desk.calendar_leaving import leave, usual_name
from edtui.desk.session import Desk
from edtui.errors import N_, EdtuiError, Sentence
from edtui.exchange.new_file import write_new
from edtui.locale import _, explain, ngettext
from edtui.locale.numbers import count
from edtui.tui.dialogs.form import Form, Section
from edtui.tui.screens.people.new_file import path_says
from edtui.tui.screens.people.path_field import PathField
from edtui.tui.screens.planning.tools import PlanTools
from edtui.tui.widgets.fields import ChoiceField, DateField, Option

Asked = tuple[Path, Which, bool]
"""Where to, what of it, and whether titles go too."""


def ask_and_leave(app: Any, tools: PlanTools, person_id: int, location_id: int) -> None:
    """Ask, then let the calendar out in a thread."""

    def asked(answer: Asked | None) -> None:
        if answer is not None:
            app.notify(_("The calendar is being written."), markup=False)
            app.run_worker(
                lambda: _leave(app, tools.desk, *answer),
                thread=True,
                group="plan",
                exit_on_error=False,
            )

    app.push_screen(leaving_form(tools, person_id, location_id), asked)


def leaving_form(tools: PlanTools, person_id: int, location_id: int) -> Form:
    """Make the form; its result is `Asked`."""
    if person_id:
        title = _("The calendar of {name} goes out").format(name=tools.person_name(person_id))
    elif location_id:
        title = _("The calendar of {name} goes out").format(name=tools.place(location_id))
    else:
        title = _("The calendar goes out")
    where = Which(person_id, location_id)
    fields = [
        PathField("path", N_("File"), help=N_("a new file; nothing is ever overwritten")),
        DateField("first", N_("From"), help=N_("empty: from the beginning")),
        DateField("last", N_("Up to and with"), help=N_("empty: without an end")),
        ChoiceField(
            "titles",
            N_("Titles too"),
            lambda: [Option("no", _("no")), Option("yes", _("yes"))],
            help=N_("they can name somebody; of talks with a client they never go out"),
        ),
    ]
    start = Path.home() / usual_name(where, tools.desk.clock.today())

    def save(values: Mapping[str, Any]) -> Asked:
        which = Which(
            person_id,
            location_id,
            values["first"] or date.min,
            values["last"] or date.max,
        )
        return Path(values["path"]), which, values["titles"] == "yes"

    return Form(
        title,
        [Section(N_("Never with notes, nor names of people"), fields)],
        stored={"path": str(start), "titles": "no"},
        save=save,
        check=_check,
        small=True,
    )


def _check(values: Mapping[str, Any]) -> dict[str, Sentence]:
    found = path_says(values)
    first, last = values.get("first"), values.get("last")
    if isinstance(first, date) and isinstance(last, date) and last < first:
        found["last"] = Sentence(N_("The last day is before the first day."))
    return found


def _leave(app: Any, desk: Desk, path: Path, which: Which, titles: bool) -> None:
    """Let it out. Runs in a thread."""
    try:
        leaving = leave(desk, which, titles=titles)
        write_new(path, leaving.data)
    except EdtuiError as error:
        _tell(app, desk, explain(error), "warning")
        return
    except Exception as error:  # whatever it is, the app reports it
        if app.desk is desk:
            app.fail_from_thread(error)
        return
    said = ngettext(
        "{count} entry went to {file}.", "{count} entries went to {file}.", leaving.entries
    ).format(count=count(leaving.entries), file=path.name)
    if leaving.kept_in:
        stayed = ngettext(
            "Of {count} a title or place stayed in.",
            "Of {count} a title or place stayed in.",
            leaving.kept_in,
        )
        said += " " + stayed.format(count=count(leaving.kept_in))
    _tell(app, desk, said, "information")


def _tell(app: Any, desk: Desk, said: str, severity: str) -> None:
    if app.desk is desk:  # not after a lock
        app.call_from_thread(app.notify, said, severity=severity, markup=False)
