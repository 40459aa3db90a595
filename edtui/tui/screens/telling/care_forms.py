"""The forms of a narrator's care: what is agreed, how it is, a pause. Only the narrator decides."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from edtui.desk import story_uses
from edtui.desk.story_papers import care_of
from edtui.desk.telling_plugin import NEW_CARE
from edtui.errors import N_
from edtui.locale import _
from edtui.records.narrator_care import CheckIn, NarratorCare
from edtui.tui.dialogs.form import Form, Section
from edtui.tui.screens.people.record_form import Part, record_form
from edtui.tui.screens.stories.tools import StoryTools
from edtui.tui.widgets.fields import DateField, Field, NumberField, YesNoField

Values = Mapping[str, Any]


def care_form(tools: StoryTools, person_id: int) -> Form:
    """Make the form of what is agreed."""
    care = care_of(tools.desk, person_id)
    telling: list[Field] = [
        DateField("readiness_talk_on", N_("Talk on being ready"),
                  help=N_("when you talked about whether telling fits now")),
        DateField("not_now_until", N_("Pause until"),
                  help=N_("last day; until then nothing is shared")),
        NumberField("max_times_per_month", N_("Most in a month"), least=0, most=100, whole=True,
                    help=N_("how often the narrator tells; 0: not at all")),
        tools.long("no_go_topics", N_("Not about")),
    ]  # fmt: skip
    around: list[Field] = [
        YesNoField("wants_company", N_("Somebody along")),
        tools.line("aftercare_person", N_("Aftercare with"),
                   help=N_("whom the narrator can turn to after telling")),
        NumberField("contact_after_days", N_("Ask after days"), least=0, most=365, whole=True,
                    help=N_("how many days after telling you ask how it was")),
        tools.choice("state", N_("In touch"), "story_narrator_states",
                     help=N_("empty: you can reach each other")),
    ]  # fmt: skip
    name = "care" if care.id else f"{NEW_CARE}{person_id}"
    title = f"{tools.person_name(person_id)} · {_('Agreed')}"
    sections = [
        Section(N_("What the narrator wants"), telling),
        Section(N_("Around it"), around),
    ]
    part = Part(name, title, sections, shown=_shown, written=_written)
    return record_form(tools.desk, care, part, partial(story_uses.save_care, tools.desk))


def _shown(care: NarratorCare) -> dict[str, Any]:
    return dict(care) | {"state": care.state.value}


def _written(_care: NarratorCare, values: Values) -> Values:
    return dict(values) | {"state": values.get("state") or ""}


def check_in_form(tools: StoryTools, person_id: int) -> Form:
    """Make the small form of how it is with the narrator."""
    desk = tools.desk
    fields: list[Field] = [
        DateField("on", N_("On"), required=True),
        tools.line("words", N_("How is it"), help=N_("as far as the narrator wants it noted")),
    ]

    def save(values: Values) -> NarratorCare:
        care = care_of(desk, person_id)
        new = CheckIn(on=values["on"], words=values["words"])
        return story_uses.save_care(desk, care.with_(check_ins=(*care.check_ins, new)))

    title = f"{tools.person_name(person_id)} · {_('how is it')}"
    stored = {"on": desk.clock.today()}
    return Form(title, [Section("", fields)], stored=stored, save=save, small=True)


def pause_form(tools: StoryTools, person_id: int) -> Form:
    """Make the small form of a pause; an empty day ends it."""
    desk = tools.desk
    fields: list[Field] = [
        DateField("until", N_("Pause until"), help=N_("last day; empty: no pause"))
    ]

    def save(values: Values) -> NarratorCare:
        care = care_of(desk, person_id)
        return story_uses.save_care(desk, care.with_(not_now_until=values["until"]))

    title = f"{tools.person_name(person_id)} · {_('pause')}"
    stored = {"until": care_of(desk, person_id).not_now_until}
    return Form(title, [Section("", fields)], stored=stored, save=save, small=True)
