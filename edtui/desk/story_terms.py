"""The terms under which a text is shared: until when, as whom, for what, not to be passed on."""

from datetime import date

from edtui.desk.session import Desk
from edtui.desk.story_byline import byline
from edtui.desk.story_exit import LetOut
from edtui.desk.vocabularies import word
from edtui.locale import _, dates
from edtui.records.story import Story
from edtui.records.story_consent import StoryConsent
from edtui.records.story_gate import Verdict
from edtui.records.story_papers import Occasion
from edtui.records.story_words import Attribution

HELP_LINE = frozenset({"suicide", "self_harm"})
"""What asks for a phone number beside it; vocabulary ``story_note_domains``."""


def until_of(desk: Desk, verdict: Verdict) -> date:
    """Give the last day of the yes by which the gate let a text out today."""
    today = desk.clock.today()
    if verdict.ask_id is not None:  # a yes to a question is for that day
        return today
    consent = desk.find(StoryConsent, verdict.consent_id)
    return consent.valid_until or today if consent is not None else today


def named(desk: Desk, story: Story, attribution: Attribution | None) -> str:
    """Give who tells it, as the narrator chose: a name, else what they are, else "anonymous"."""
    name = byline(desk, story, attribution)
    return name or word("story_attributions", (attribution or Attribution.ANONYMOUS).value)


def terms(desk: Desk, out: LetOut, occasion: Occasion, contact: str) -> tuple[str, ...]:
    """Give the lines that go with a text wherever it goes, in the language in use."""
    number = _("version {number}").format(number=out.version.no)
    purpose = occasion.words or word("story_purposes", occasion.purpose.value)
    audience = word("story_audiences", occasion.audience.value)
    until = _("valid until {day}").format(day=dates.short_day(until_of(desk, out.verdict)))
    keep = _("Not to be passed on, copied or put online.")
    ask = _("Questions, or stop: {contact}").format(contact=contact)
    by = named(desk, out.story, out.verdict.attribution)
    return (
        f"{out.story.title} · {by} · {number}",
        f"{_('For')}: {purpose} · {audience} · {until}",
        f"{keep} {ask}",
    )
