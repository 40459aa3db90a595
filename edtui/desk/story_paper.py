"""What comes on paper of stories that the gate let out: their words, their terms, what to know."""

from collections.abc import Sequence
from dataclasses import dataclass

from edtui.desk.session import Desk
from edtui.desk.settings import team_settings
from edtui.desk.story_exit import LetOut
from edtui.desk.story_terms import HELP_LINE, named, terms
from edtui.desk.vocabularies import word
from edtui.exchange.paper.content import Paper, PaperKind, PaperSize, PaperStory
from edtui.locale import _, ngettext, spoken
from edtui.records.story import Story
from edtui.records.story_papers import Occasion
from edtui.records.story_parts import ContentNote, notes_for
from edtui.records.story_words import NotesState
from edtui.records.text import clean_line

SIZES = {
    PaperKind.BOOKLET: PaperSize.A5,
    PaperKind.HANDOUT: PaperSize.A4,
    PaperKind.SHEET: PaperSize.A4,
}
"""Kind of paper to its usual size."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be printed around the stories."""

    kind: PaperKind = PaperKind.BOOKLET
    size: PaperSize | None = None
    """None: the usual one of the kind."""

    title: str = ""
    contact: str = ""
    """On every page; empty: the team."""

    kept_by: str = ""
    """Who is told when a story is withdrawn."""

    copies: int = 0


def paper_of(desk: Desk, let_out: Sequence[LetOut], occasion: Occasion, wish: Wish) -> Paper:
    """Give what comes on paper of the stories that the gate let out."""
    team = team_settings(desk).team_name
    contact = str(clean_line(wish.contact)) or team
    group = occasion.group_size
    people = ngettext("{count} person", "{count} people", group).format(count=group)
    for_whom = (
        occasion.words or word("story_purposes", occasion.purpose.value),
        people if group else word("story_audiences", occasion.audience.value),
    )
    return Paper(
        kind=wish.kind,
        size=wish.size or SIZES[wish.kind],
        title=str(clean_line(wish.title)) or _("Stories of {team}").format(team=team),
        team=team,
        made_on=desk.clock.today(),
        for_whom=", ".join(for_whom),
        contact=contact,
        language=spoken(),
        stories=tuple(_story(desk, one, occasion, contact) for one in let_out),
    )


def _story(desk: Desk, out: LetOut, occasion: Occasion, contact: str) -> PaperStory:
    story, version = out.story, out.version
    return PaperStory(
        title=story.title,
        by=named(desk, story, out.verdict.attribution),
        text=version.text,
        terms=terms(desk, out, occasion, contact),
        purpose=story.purpose_of_narrator,
        not_for=story.not_for,
        seen_as=story.wish_recognition,
        shown=tuple(one.words for one in story.diversity if one.show_to_reader),
        notes=tuple(map(_note, notes_for(story.notes, version.id))),
        notes_open=_state(story),
        help_line=bool(story.domains & HELP_LINE),
    )


def _state(story: Story) -> str:
    """Give what is said where nothing is listed; of "none" nothing has to be said."""
    if story.notes_state in (NotesState.NONE, NotesState.LISTED):
        return ""
    return word("story_notes_states", story.notes_state.value)


def _note(note: ContentNote) -> str:
    where = ""
    if note.first is not None and note.last not in (None, note.first):
        where = _("paragraphs {first} to {last}").format(first=note.first, last=note.last)
    elif note.first is not None:
        where = _("paragraph {number}").format(number=note.first)
    told = (
        word("story_note_domains", note.domain),
        word("story_note_levels", note.level) if note.level else "",
        where,
        note.text,
    )
    return ", ".join(text for text in told if text)
