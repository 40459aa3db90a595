"""Three offers with why, and "none of these", as a list that tells where its cursor is."""

from collections.abc import Sequence

from edtui.desk.story_offers import IN_TEXT, Offer, Offers
from edtui.errors import Sentence
from edtui.locale import _, ngettext, say
from edtui.locale.numbers import count
from edtui.records.story_version import reading_minutes
from edtui.tui.screens.finding.read_along import ReadAlong
from edtui.tui.screens.people.facts import DOT
from edtui.tui.screens.people.summary import Lines
from edtui.tui.screens.stories.tools import StoryTools
from edtui.tui.widgets.section_list import Entry, Section

NONE = "none"
"""Value of the line that says that none of them is right."""


class OfferList(ReadAlong):
    """The offers, always from the first one."""

    def show(self, sections: Sequence[Section]) -> None:
        """Show other offers."""
        self._moved = False
        super().show(sections)


def sections(found: Offers, *, curtain: bool) -> list[Section]:
    """Give the offers, and the way to turn them down.

    Args:
        found: what is offered.
        curtain: whether nothing of a text may be seen now.
    """
    offered = [
        Entry("", one.story.title, DOT.join(reasons(one, curtain=curtain)), "", value=one.story.id)
        for one in found.offers
    ]
    none = Entry("", _("None of these"), _("that is an answer too: others are offered"), "",
                 value=NONE)  # fmt: skip
    title = _("Offers") if offered else _("There is nothing more that may be offered now.")
    return [Section(title, offered), *([Section(_("Or"), [none])] if offered else [])]


def reasons(one: Offer, *, curtain: bool) -> list[str]:
    """Give why a story is offered."""
    return [say(reason) for reason in one.reasons if not (curtain and _of_text(reason))]


def remarks(found: Offers) -> str:
    """Give what is to be said of them together."""
    said = []
    if not found.fits and found.offers:
        said.append(_("Nothing has these words; this is something else."))
    if not found.other_course and found.offers:
        said.append(_("There is no story here that is noted not to go upward."))
    if found.left_out:
        said.append(
            ngettext(
                "{count} story was left out as you wished.",
                "{count} stories were left out as you wished.",
                found.left_out,
            ).format(count=count(found.left_out))
        )
    return " ".join(said)


def detail(one: Offer, tools: StoryTools, *, curtain: bool) -> Lines:
    """Give what the teller wants, what it touches on and how long it is."""
    story = one.story
    head = [(story.title, "name")]
    minutes = reading_minutes(one.version.text)
    for part in (
        tools.label("story_forms", story.form),
        ngettext("{count} minute", "{count} minutes", minutes).format(count=count(minutes)),
        story.summary,
    ):
        head += [(f"{DOT}{part}", "quiet")] if part else []
    wants = []
    if story.purpose_of_narrator:
        wants.append(_("wants: {what}").format(what=story.purpose_of_narrator))
    if story.not_for:
        wants.append(_("not for: {what}").format(what=story.not_for))
    touches = "; ".join(
        f"{tools.label('story_note_domains', note.domain)}"
        f" ({tools.label('story_note_levels', note.level)})"
        for note in story.notes
    ) or tools.label("story_notes_states", story.notes_state.value)  # fmt: skip
    return [
        head,
        *([[(DOT.join(wants), "")]] if wants else []),
        [(_("Content: {what}").format(what=touches), "")],
        [(DOT.join(reasons(one, curtain=curtain)), "quiet")],
    ]


def _of_text(reason: Sentence) -> bool:
    return reason.msgid == IN_TEXT
