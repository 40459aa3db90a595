"""The forms of a client's talk: what was asked, when it is, why it lapsed. Never a name."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from edtui.desk import client_talks
from edtui.desk.naming import name_guard
from edtui.errors import N_
from edtui.locale import _
from edtui.records.client_talk import ClientTalk, TalkMode
from edtui.tui.dialogs.form import Form, Section
from edtui.tui.screens.people.record_form import Part, record_form
from edtui.tui.screens.planning.checked_form import CheckedForm
from edtui.tui.screens.planning.checks_field import ChecksField
from edtui.tui.screens.planning.talk_planning import TalkPlanning
from edtui.tui.screens.planning.times import time_fields
from edtui.tui.screens.planning.tools import PlanTools
from edtui.tui.widgets.fields import DateField, Field, LongTextField, TextField, TimeField

Values = Mapping[str, Any]


def new_talk(tools: PlanTools, **fields: Any) -> ClientTalk:
    """Give a talk that was asked for today."""
    return ClientTalk(asked_on=tools.desk.clock.today(), **fields)


def talk_form(tools: PlanTools, talk: ClientTalk) -> Form:
    """Make the form of what was asked; its result is the saved talk."""
    guard = name_guard(tools.desk)
    fields: list[Field] = [
        TextField("handle", N_("Known as"), required=True, max_length=200, guard=guard,
                  help=N_("as agreed with the client, such as 'the man with the garden'; no name")),
        TextField("reach", N_("To reach"), max_length=200, guard=guard,
                  help=N_("as agreed with the client")),
        tools.choice("mode", N_("With whom"), "talk_modes",
                     help=N_("the client chooses; backspace: not asked yet")),
        DateField("asked_on", N_("Asked on"), required=True),
        LongTextField("notes", N_("Notes"), guard=guard, help=N_("never a client's name")),
    ]  # fmt: skip
    if tools.desk.reads("locations"):
        fields.insert(2, tools.location("location_id", N_("Location")))

    def shown(held: ClientTalk) -> dict[str, Any]:
        return {**dict(held), "mode": held.mode.value if held.mode else ""}

    def written(held: ClientTalk, values: Values) -> Values:
        mode = values.get("mode") or None
        chosen = held.chosen_on if mode == held.mode else tools.desk.clock.today()
        return {**values, "mode": mode, "chosen_on": chosen if mode else None}

    part = Part(
        "talk",
        talk.handle or _("A client asks for a talk"),
        [Section("", fields)],
        shown=shown,
        written=written,
    )
    return record_form(tools.desk, talk, part, partial(client_talks.save_talk, tools.desk))


def lapse_form(tools: PlanTools, talk: ClientTalk) -> Form:
    """Make the form of a talk that is not wanted or not possible any more."""

    def save(values: Values) -> ClientTalk:
        return client_talks.lapse(tools.desk, talk.id, values["why"])

    fields = [
        TextField("why", N_("Why"), required=True, max_length=200, guard=name_guard(tools.desk),
                  help=N_("such as 'moved' or 'does not want to any more'; never a name")),
    ]  # fmt: skip
    title = _("Lapsed: {handle}").format(handle=talk.handle)
    return Form(title, [Section("", fields)], save=save, small=True)


def plan_form(tools: PlanTools, talk: ClientTalk) -> Form:
    """Make the form that plans a talk as the client chose it, with the talk afterwards."""
    planning, checks = TalkPlanning(tools, talk), ChecksField()
    fields: list[Field] = [*time_fields()]
    if talk.mode is not TalkMode.CONFIDANT:
        fields.append(tools.person("peer_id", N_("Peer worker"), required=True))
    if talk.mode is not TalkMode.ALONE:
        fields.append(tools.person("confidant_id", N_("Confidant"), required=True))
    if talk.peer_goes_alone:
        fields += [
            DateField("debrief_day", N_("Talk afterwards"), required=True,
                      help=N_("within two days: how was it, and what stays with you?")),
            TimeField("debrief_time", N_("At what time"), required=True),
        ]  # fmt: skip
    return CheckedForm(
        _("Plan: {handle}").format(handle=talk.handle),
        [Section("", [*fields, checks])],
        checks=checks,
        look=planning.look,
        follow=planning.follow,
        stored=planning.shown(),
        save=planning.save,
        check=planning.wrong,
        small=True,
    )
