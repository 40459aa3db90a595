"""Stories in what is found anywhere: by any word of their texts and of what is known of them."""

from edtui.desk import stored
from edtui.desk.findable import Found
from edtui.desk.folding import fold
from edtui.desk.session import Desk
from edtui.desk.story_filters import StoryFilter, texts_for
from edtui.desk.story_search import index_of
from edtui.desk.story_snippets import Snippet, found_in, marks, snippet
from edtui.locale import _
from edtui.records.story import Story
from edtui.records.story_version import StoryVersion

_LOOKED_AT = 500
"""Of so many hits those whose title fits come first."""

_WIDTH, _LEAD = 80, 8
"""Signs of a piece of text, and those of them before what was found."""


def found(desk: Desk, typed: str, most: int) -> list[Found]:
    """Give the stories in which every typed word fits, with a piece of the text.

    Whoever is not the coordinator gets what the gate lets through (`story_filters.texts_for`).
    """
    index = index_of(desk)
    if index is None:
        return []
    asked, texts = index.asked(typed), texts_for(desk, StoryFilter())
    hits = []
    for number in sorted(index.find(asked, texts))[:_LOOKED_AT]:
        story = stored.read(desk.vault.db, Story.table, number)
        if story is not None:
            title = str(story.get("title", ""))
            hits.append((not marks(title, asked), fold(title), number, title, story))
    hits.sort(key=lambda hit: hit[:3])
    given = []
    for _other, _folded, number, title, story in hits[:most]:
        version = index.newest(number) if texts is None else texts[number]
        text = stored.read(desk.vault.db, StoryVersion.table, version or 0)
        piece = snippet(str((text or {}).get("text", "")), asked, _WIDTH, lead=_LEAD)
        piece = piece or found_in(story, asked, _WIDTH, _LEAD)
        given.append(Found(Story.table, number, title, _said(piece), "story"))
    return given


def _said(piece: Snippet | None) -> str:
    if piece is None:
        return ""
    return f"{_(piece.label)}: {piece.text}" if piece.label else piece.text
