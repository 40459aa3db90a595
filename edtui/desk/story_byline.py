"""By which name a narrator is named where a story is shared: as they chose, never more."""

from edtui.desk.session import Desk
from edtui.records.names import display_name, initials_of, short_name
from edtui.records.person import Person
from edtui.records.story import Story
from edtui.records.story_words import Attribution


def byline(desk: Desk, story: Story, attribution: Attribution | None) -> str:
    """Give the name; empty where the narrator is not named, or no name is known.

    Args:
        desk: where.
        story: of which narrator.
        attribution: by the gate (`Verdict.attribution`), the one that says least.
    """
    if attribution is Attribution.CHOSEN_NAME:
        return story.chosen_name
    if attribution not in (Attribution.FULL_NAME, Attribution.FIRST_NAME, Attribution.INITIALS):
        return ""
    person = desk.find(Person, story.narrator_id)
    # Another name at the desk is a name that the narrator does not want to be left behind.
    whole = story.narrator_alias or (display_name(person) if person else "")
    if attribution is Attribution.FULL_NAME:
        return whole
    if attribution is Attribution.INITIALS:
        return initials_of(whole) if whole else ""
    if story.narrator_alias:
        return story.narrator_alias.split(" ")[0]
    return short_name(person) if person else ""
