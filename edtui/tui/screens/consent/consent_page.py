"""What was said about each text of a story: what counts now, and what was said before."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from edtui.desk import story_consents
from edtui.desk.story_papers import history_before
from edtui.desk.story_texts import texts_of
from edtui.errors import N_
from edtui.locale import _, dates
from edtui.records.story import Story
from edtui.records.story_consent import ConsentStatus, StoryConsent, governing
from edtui.records.story_reasons import TALK_BY_MANAGER
from edtui.records.story_version import StoryVersion
from edtui.tui.screens.consent import grid, words
from edtui.tui.screens.people.page import Fact, Page, Section

if TYPE_CHECKING:
    from edtui.tui.screens.stories.tools import StoryTools

NO_WORDS = N_("There is no text yet to say yes to.")
NOW, BEFORE = N_("Counts now"), N_("Said before")
FORM = "consent"
"""How the form of a section begins; the number of the text follows behind a dash."""

_FIRST = 4
"""Conditions that are about the text itself; the others are about later."""

FEW = 4
"""Lines of what is allowed that stand on the story's page; its own screen has all."""


def consent_page(tools: "StoryTools", story: Story) -> Page:
    """Give the page of everything that was said about a story."""
    desk = tools.desk
    every = tuple(story_consents.consents_of(desk, story.id))
    versions = texts_of(desk, story.id)
    texts = [one for one in versions if one.purged_on is None]
    numbers = {one.id: one.no for one in versions}
    counting = {one.id: governing(every, one.id) for one in texts}
    sections = [text_section(tools, one, counting[one.id]) for one in reversed(texts)]
    count_now = {one.id for one in counting.values() if one is not None}
    older = [one for one in every if one.id not in count_now]
    sections += [_before(tools, one, numbers) for one in older]
    if not sections:
        sections = [Section("nothing", _("Texts"), [Fact(_(NO_WORDS), "quiet")], group=NOW)]
    return Page(story.id, story.title, tools.narrator(story), sections)


def text_section(
    tools: "StoryTools", version: StoryVersion, consent: StoryConsent | None, *, most: int = 0
) -> Section:
    """Give the section about one text.

    Args:
        tools: for words.
        version: the text.
        consent: the statement that counts for it.
        most: lines of what is allowed; 0 for all, and for everything else that was said.
    """
    desk = tools.desk
    today, label = desk.clock.today(), tools.words.label
    state, look = words.state(consent, label, today, history_before(desk))
    kind = label("story_version_kinds", version.kind.value)
    facts = [Fact(f"{kind} · {state}", "attention" if look else "")]
    if not version.is_approved:
        facts.append(Fact(_("the narrator has not approved this text yet"), "attention"))
    if consent is not None and consent.status is ConsentStatus.GIVEN:
        facts += _allowed(consent, label, most)
        if not most:
            facts += _conditions(consent, label)
    return Section(
        f"text-{version.id}",
        _("Version {number}").format(number=version.no),
        facts,
        group=NOW,
        form=f"{FORM}-{version.id}",
    )


def text_title(tools: "StoryTools", version: StoryVersion) -> str:
    """Give what a text is called: ``Version 3, shortened``."""
    kind = tools.words.label("story_version_kinds", version.kind.value)
    return f"{_('Version {number}').format(number=version.no)}, {kind}"


def story_sections(tools: "StoryTools", story: Story) -> Iterable[Section]:
    """Give what stands of it on the story's page: texts that matter for it, the newest first."""
    from edtui.tui.screens.stories.plug import CONSENT

    every = tuple(story_consents.consents_of(tools.desk, story.id))
    texts = [one for one in texts_of(tools.desk, story.id) if not one.purged_on]
    for version in reversed(texts):
        consent = governing(every, version.id)
        if consent is not None or version.is_approved or version is texts[-1]:
            found = text_section(tools, version, consent, most=FEW)
            yield found._replace(name=f"consent-{version.id}", group=CONSENT)


def _allowed(consent: StoryConsent, label: words.Label, most: int) -> list[Fact]:
    said = grid.said_by(consent.scopes)
    lines = words.allowed(said, label)
    if not lines:
        return [Fact(_(words.NOTHING_ALLOWED), "quiet")]
    shown = lines[:most] if most else lines
    facts = [
        Fact(f"{label('story_audiences', one.audience.value)}, {_(words.SAYS[one.value])}: "
             f"{one.words}")
        for one in shown
    ]  # fmt: skip
    if len(shown) < len(lines):
        facts.append(Fact(words.in_numbers(said), "quiet"))
    return facts


def _conditions(consent: StoryConsent, label: words.Label) -> list[Fact]:
    pairs = [f"{title}: {said}" for title, said in words.conditions(consent, label)]
    facts = [Fact("; ".join(pairs[:_FIRST])), Fact("; ".join(pairs[_FIRST:]))]
    facts += [Fact(line, "quiet") for line in words.talk(consent, label)]
    if words.by_manager(consent):
        facts.append(Fact(_(TALK_BY_MANAGER), "attention"))
    return facts


def _before(tools: "StoryTools", consent: StoryConsent, numbers: dict[int, int]) -> Section:
    label = tools.words.label
    status = label("story_consent_statuses", consent.status.value)
    number = numbers.get(consent.version_id or 0)
    which = _("Version {number}").format(number=number) if number else _("every text")
    facts = [Fact(f"{which}: {status}")]
    if consent.status is ConsentStatus.GIVEN:
        said = [words.in_numbers(grid.said_by(consent.scopes))]
        if consent.valid_until is not None:
            said.append(_("until {day}").format(day=dates.full_day(consent.valid_until)))
        facts.append(Fact(", ".join(said), "quiet"))
    if consent.withdrawn_via:
        facts.append(Fact(label("story_withdrawn_via", consent.withdrawn_via), "quiet"))
    day = dates.short_day(consent.given_at.date())
    return Section(f"said-{consent.id}", day, facts, group=BEFORE)
