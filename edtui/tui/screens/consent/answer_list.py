"""The three answers as a list in sections, which tells where its cursor is."""

from collections.abc import Sequence
from datetime import date

from textual.content import Content
from textual.message import Message

from edtui.desk.story_asks import waiting_for
from edtui.desk.story_occasion import Answers, OccasionLine
from edtui.errors import N_
from edtui.locale import _, dates, say
from edtui.records.story_ask import StoryAsk
from edtui.records.story_gate import Answer
from edtui.records.story_papers import Occasion
from edtui.tui.plain import plain
from edtui.tui.screens.consent.words import Label
from edtui.tui.surroundings import marks
from edtui.tui.widgets.line import cut, padded
from edtui.tui.widgets.section_list import Entry, Section, SectionList

TITLES = (N_("May"), N_("May if asked"), N_("May not"))


class AnswerList(SectionList):
    """Stories by answer; `Moved` says which one is under the cursor."""

    class Moved(Message):
        """The cursor is on another line, or the lines are other ones."""

    def show(self, sections: Sequence[Section]) -> None:
        """Show other sections."""
        super().show(sections)
        self.post_message(self.Moved())

    def action_move(self, by: int) -> None:
        """Go down, or up."""
        super().action_move(by)
        self.post_message(self.Moved())

    def _entry(self, entry: Entry, width: int, *, cursor: bool) -> Content:
        """Give title and reason; nothing else needs the room."""
        signs = marks(self.app)
        title = min(self._title_width, width * 2 // 5)
        name = cut(plain(entry.title), title - 2, signs.cut)
        told = cut(plain(entry.told), width - 2 - title, signs.cut)
        line = Content.assemble(
            Content.styled(f"{signs.cursor} " if cursor else "  ", "$accent bold"),
            padded(name, title).stylize("bold" if cursor else ""),
            padded(told, width - 2 - title),
        )
        return line.stylize("on $panel") if cursor and self.has_focus else line

    @property
    def line(self) -> OccasionLine | None:
        """The story under the cursor."""
        value = self.current.value if self.current is not None else None
        return value.line if isinstance(value, Held) else None


class Held:
    """A line that is the same one for the cursor as long as it is about the same story."""

    def __init__(self, line: OccasionLine) -> None:
        self.line = line

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Held) and other.line.story.id == self.line.story.id

    def __hash__(self) -> int:
        return hash(self.line.story.id)


def sections(
    found: Answers, occasion: Occasion, asks: Sequence[StoryAsk], label: Label, dot: str
) -> list[Section]:
    """Give the answers as sections; each story with its text and why.

    Args:
        found: what the gate says.
        occasion: of it.
        asks: questions that wait for an answer.
        label: of codes.
        dot: what stands between two reasons.
    """
    made = []
    for title, lines in zip(TITLES, found, strict=True):
        entries = [_entry(line, occasion, asks, label, dot) for line in lines]
        if entries:
            made.append(Section(_(title), entries))
    return made


def _entry(
    line: OccasionLine, occasion: Occasion, asks: Sequence[StoryAsk], label: Label, dot: str
) -> Entry:
    version, verdict = line.version, line.verdict
    said = [say(reason) for reason in verdict.reasons]
    if verdict.answer is Answer.YES and version is not None:
        kind = label("story_version_kinds", version.kind.value)
        text = f"{_('version {number}').format(number=version.no)}, {kind}"
        day = verdict.reasons[0].params.get("day")
        until = (
            [_("until {day}").format(day=dates.short_day(day))] if isinstance(day, date) else said
        )
        said = [*until, *([_("look first")] if verdict.warnings else []), text]
    elif verdict.answer is Answer.ASK and version is not None:
        asked = waiting_for(asks, version.id, occasion)
        if asked is not None and asked.asked_on:
            said.insert(0, _("asked {day}").format(day=dates.short_day(asked.asked_on)))
        elif asked is not None:
            said.insert(0, _("in the queue"))
    return Entry("", line.story.title, dot.join(said), "", value=Held(line))


def detail(line: OccasionLine, label: Label, dot: str) -> Content:
    """Give what the teller wants, what it touches on and every reason, for below the list.

    Args:
        line: the story.
        label: of codes.
        dot: what stands between two facts.
    """
    story, verdict = line.story, line.verdict
    name = [plain(story.title).stylize("bold")]
    name += [plain(f"{dot}{story.purpose_of_narrator}")] if story.purpose_of_narrator else []
    limits = []
    if story.not_for:
        limits.append(_("Not for: {what}").format(what=story.not_for))
    if story.wish_recognition:
        limits.append(_("wants to be seen as: {what}").format(what=story.wish_recognition))
    touches = "; ".join(
        f"{label('story_note_domains', note.domain)} ({label('story_note_levels', note.level)})"
        for note in story.notes
    ) or label("story_notes_states", story.notes_state.value)
    found = [Content("").join(name)]
    found += [plain(dot.join(limits))] if limits else []
    found.append(plain(_("Content: {what}").format(what=touches)))
    found.append(plain(dot.join(map(say, verdict.reasons))).stylize("$text-muted"))
    if verdict.warnings:
        found.append(plain(dot.join(map(say, verdict.warnings))).stylize("$warning"))
    return Content("\n").join(found)
