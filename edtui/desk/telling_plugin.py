"""The part of telling and of care in what stands already: what is due, on Vandaag; drafts."""

from collections.abc import Iterable, Sequence

from edtui.desk import drafts, today
from edtui.desk.page import Name
from edtui.desk.roster_rows import PersonRow
from edtui.desk.session import Desk
from edtui.desk.story_debriefs import debriefs_due
from edtui.desk.today import TodayItem
from edtui.errors import N_, Sentence
from edtui.locale import _
from edtui.records.names import display_name
from edtui.records.person import Person
from edtui.records.story import Story
from edtui.records.story_use import StoryUse

KINDS = {"debrief": N_("Aftercare")}
NEW_USE = "use_"
"""How the form of a use that is noted begins; the story's number follows."""

NEW_CARE = "care_"
"""How the form of what is agreed for the first time begins; the person's number follows."""


def plug_in() -> None:
    """Let telling take part; a second call does nothing."""
    if _debriefs in today.SOURCES:
        return
    today.KINDS.update(KINDS)
    today.SOURCES.append(_debriefs)
    drafts.NEW_OF[NEW_USE] = Story.table
    drafts.NEW_OF[NEW_CARE] = Person.table


def _debriefs(desk: Desk, _rows: Sequence[PersonRow]) -> Iterable[TodayItem]:
    for use, story, due in debriefs_due(desk):
        person = desk.find(Person, use.narrator_id)
        name = story.narrator_alias if story and story.narrator_alias else ""
        name = name or (display_name(person) if person else "")
        told = story.title if story else use.occasion or use.place or _("a story")
        asked = Sentence(N_("told: how was it?"))
        said: tuple[Sentence | Name, ...] = (Name(name), asked) if name else (asked,)
        yield TodayItem("debrief", told, said, due, StoryUse.table, use.id)
