"""The copy of a text that comes on a shelf: what a reader needs of a story, and nothing more."""

from collections.abc import Collection

from edtui.desk.session import Desk
from edtui.desk.story_byline import byline
from edtui.desk.story_terms import HELP_LINE, until_of
from edtui.records.shelf_story import ShelfStory
from edtui.records.story import Story
from edtui.records.story_gate import Verdict
from edtui.records.story_parts import notes_for
from edtui.records.story_version import StoryVersion
from edtui.records.story_words import Attribution, Audience, Catalogue


def copy_of(
    desk: Desk,
    kind: type[ShelfStory],
    version: StoryVersion,
    verdict: Verdict,
    audiences: Collection[Audience],
) -> ShelfStory:
    """Make the copy, not saved yet.

    Args:
        desk: where.
        kind: for which shelf.
        version: the text.
        verdict: by which the gate lets it stand there today.
        audiences: who reads it there.
    """
    story = desk.get(Story, version.story_id)
    whole = story.catalogue is Catalogue.FULL
    attribution = verdict.attribution or Attribution.ANONYMOUS
    return kind(
        story_id=story.id,
        version_id=version.id,
        version_no=version.no,
        text_digest=version.digest,
        title=story.title,
        summary=story.summary if whole else "",
        text=version.text,
        language=version.language or story.language,
        plain_level=version.plain_level or story.plain_level,
        form=story.form,
        perspective=story.perspective,
        byline=byline(desk, story, attribution),
        attribution=attribution,
        purpose_of_narrator=story.purpose_of_narrator,
        not_for=story.not_for,
        wish_recognition=story.wish_recognition,
        experience=story.experience if whole else (),
        shown=tuple(one.words for one in story.diversity if one.show_to_reader),
        notes_state=story.notes_state,
        notes=notes_for(story.notes, version.id),
        help_line=bool(story.domains & HELP_LINE),
        dimensions=story.dimensions if whole else (),
        chime=story.chime if whole else (),
        life_domains=story.life_domains if whole else (),
        themes=story.themes if whole else (),
        audiences=tuple(one for one in Audience if one in audiences),
        until=until_of(desk, verdict),
        published_on=desk.clock.today(),
    )
