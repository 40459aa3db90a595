"""What telling and care say on a page: uses, words of readers, how much telling asks, agreements.

For the narrator and who looks after the story; never a list of narrators, and never a rank.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from edtui.desk.reader_words import words_on
from edtui.desk.session import Desk
from edtui.desk.story_papers import care_of
from edtui.desk.story_uses import load_of, uses_of
from edtui.errors import N_
from edtui.locale import _, dates, ngettext, say
from edtui.locale.numbers import count
from edtui.records.narrator_care import NarratorCare
from edtui.records.story import Story
from edtui.records.story_use import Debrief, StoryUse
from edtui.records.story_words import Medium
from edtui.tui.screens.people.facts import DOT
from edtui.tui.screens.people.page import Fact, Section
from edtui.tui.screens.stories.plug import NARRATOR, TOLD
from edtui.tui.screens.stories.tools import StoryTools

MOST = 30
"""Uses that a page shows; the sheet has them all."""

CHECK_INS = 5


def story_sections(tools: StoryTools, story: Story) -> Iterable[Section]:
    """Give the sections of a story's page."""
    uses = uses_of(tools.desk, story.id)
    yield from use_sections(tools, uses, TOLD)
    if not uses:
        yield Section("no-use", N_("Told"), (), TOLD, "told")
    if words := words_on(tools.desk, story.id):
        yield Section("reader-words", N_("Words"), [Fact(", ".join(words))], TOLD)
    if story.narrator_id is not None:
        yield load_section(tools.desk, story.narrator_id, NARRATOR)
        care = care_of(tools.desk, story.narrator_id)
        yield Section("narrator-care", N_("Agreed"), care_facts(tools, care), NARRATOR, "narrator")


def use_sections(tools: StoryTools, uses: Sequence[StoryUse], group: str) -> Iterable[Section]:
    """Give a section a use, the newest first."""
    today = tools.desk.clock.today()
    for use in uses[:MOST]:
        title = dates.short_day(use.on)
        yield Section(f"use-{use.id}", title, use_facts(tools, use, today), group, f"use-{use.id}")
    if len(uses) > MOST:
        more = _("and {count} more, on the narrator's sheet")
        told = more.format(count=count(len(uses) - MOST))
        yield Section("more-uses", N_("Earlier"), [Fact(told, "quiet")], group)


def use_facts(tools: StoryTools, use: StoryUse, today: date) -> list[Fact]:
    """Say of a use where it was, for whom, by whom, which version, and how it was."""
    what = [
        use.occasion or tools.label("story_purposes", use.purpose.value),
        use.place,
        people_words(use),
        tools.label("story_media", use.medium.value),
    ]
    facts = [Fact(DOT.join(filter(None, what)))]
    more = [
        tools.label("story_audiences", use.audience.value),
        _("version {number}").format(number=use.version_no) if use.version_no else "",
        _("by {name}").format(name=tools.hide(use.told_by)) if use.told_by else "",
        use.where_found,
    ]
    facts.append(Fact(DOT.join(filter(None, more)), "quiet"))
    facts += _after(tools, use, today)
    return facts


def _after(tools: StoryTools, use: StoryUse, today: date) -> Iterable[Fact]:
    after = use.after
    if after == Debrief():
        if use.medium is Medium.TOLD_BY_SELF and use.on <= today:
            yield Fact(_("how was it for the narrator? not looked back yet"), "attention")
        return
    energy = tools.label("story_energy", after.energy.value)
    yield Fact(DOT.join(filter(None, (energy, after.how_was_it))) or _("looked back"))
    if after.follow_up:
        yield Fact(_("then: {what}").format(what=after.follow_up))


def people_words(use: StoryUse) -> str:
    """Say for how many people; empty for none known."""
    if not use.group_size:
        return ""
    told = ngettext("{count} person", "{count} people", use.group_size)
    return told.format(count=count(use.group_size))


def load_section(desk: Desk, person_id: int, group: str) -> Section:
    """Say how much telling asks of a narrator now; gently."""
    load = load_of(desk, person_id)
    told = ngettext("told {count} time this month", "told {count} times this month",
                    load.this_month).format(count=count(load.this_month))  # fmt: skip
    if load.most is not None:
        told += DOT + _("at most {count}").format(count=count(load.most))
    facts = [Fact(told)]
    facts += [Fact(say(one), "attention") for one in load.advice]
    return Section("load", N_("Telling"), facts, group, "narrator")


def care_facts(tools: StoryTools, care: NarratorCare) -> list[Fact]:
    """Say what is agreed with a narrator."""
    today = tools.desk.clock.today()
    facts = []
    if care.state:
        facts.append(Fact(tools.label("story_narrator_states", care.state.value), "attention"))
    if care.not_now_until is not None:
        paused = care.not_now_until >= today
        said = _("pause until {day}") if paused else _("had a pause until {day}")
        day = dates.echo(care.not_now_until, today)
        facts.append(Fact(said.format(day=day), "attention" if paused else "quiet"))
    if care.readiness_talk_on is not None:
        day = dates.short_day(care.readiness_talk_on)
        facts.append(Fact(_("talked about being ready on {day}").format(day=day)))
    if care.max_times_per_month is not None:
        most = care.max_times_per_month
        told = ngettext("at most {count} time a month", "at most {count} times a month", most)
        facts.append(Fact(told.format(count=count(most))))
    if care.no_go_topics:
        facts.append(Fact(_("not about: {topics}").format(topics=care.no_go_topics)))
    if care.wants_company is not None:
        company = _("wants somebody along") if care.wants_company else _("prefers to go alone")
        facts.append(Fact(company))
    if care.aftercare_person:
        name = tools.hide(care.aftercare_person)
        facts.append(Fact(_("aftercare: {name}").format(name=name)))
    if care.contact_after_days is not None:
        days = care.contact_after_days
        told = ngettext("asked after {count} day how it was", "asked after {count} days how it was",
                        days)  # fmt: skip
        facts.append(Fact(told.format(count=count(days))))
    return facts


def check_in_facts(care: NarratorCare) -> list[Fact]:
    """Give how it was with a narrator, the last time first."""
    latest = sorted(care.check_ins, key=lambda one: one.on, reverse=True)[:CHECK_INS]
    return [Fact(DOT.join(filter(None, (dates.short_day(one.on), one.words)))) for one in latest]
