"""A consent in words: what is allowed, until when, on which conditions. For pages and for forms."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Final, NamedTuple

from edtui.errors import N_
from edtui.locale import _, dates, ngettext
from edtui.locale.numbers import money
from edtui.records.story_consent import Cell, ConsentStatus, StoryConsent
from edtui.records.story_words import Audience, Later, Purpose, Value
from edtui.tui.screens.consent import grid
from edtui.tui.screens.stories.own_facts import ANONYMITY

Label = Callable[[str, str], str]

NOTHING_ALLOWED = N_("nothing: every use is a no")

SAYS: Final = {Value.YES: N_("yes"), Value.ASK: N_("ask each time"), Value.NO: N_("no")}


class Line(NamedTuple):
    """What is said to one audience."""

    audience: Audience
    value: Value
    words: str


def allowed(said: grid.Said, label: Label) -> list[Line]:
    """Give what is allowed, an audience and an answer a line; a no needs no line."""
    found = []
    for audience in grid.audiences_in(said):
        for value in (Value.YES, Value.ASK):
            uses = [
                _use(said, purpose, audience, value, label)
                for purpose in grid.PURPOSES
                if any(said.get(cell) is value for cell in _cells(said, purpose, audience))
            ]
            if uses:
                found.append(Line(audience, value, "; ".join(uses)))
    return found


def _cells(said: grid.Said, purpose: Purpose, audience: Audience) -> list[Cell]:
    return [cell for cell in said if cell.purpose is purpose and cell.audience is audience]


def _use(said: grid.Said, purpose: Purpose, audience: Audience, value: Value, label: Label) -> str:
    media = [
        label("story_media", medium.value)
        for medium in grid.MEDIA
        if said.get(Cell(purpose, audience, medium)) is value
    ]
    return f"{label('story_purposes', purpose.value)} ({', '.join(media)})"


def in_numbers(said: grid.Said) -> str:
    """Give how much is allowed: ``3 yes, 2 ask``; a word where nothing is."""
    yes, ask = grid.counted(said)
    if not yes and not ask:
        return _(NOTHING_ALLOWED)
    parts = []
    if yes:
        parts.append(ngettext("{count} use yes", "{count} uses yes", yes).format(count=yes))
    if ask:
        words = ngettext("{count} to ask each time", "{count} to ask each time", ask)
        parts.append(words.format(count=ask))
    return ", ".join(parts)


def term(consent: StoryConsent, today: date) -> str:
    """Give until when it holds: ``until tue 1 Sep 2027, in 9 months``."""
    if consent.valid_until is None:
        return ""
    if consent.valid_until < today:
        return _("ended on {day}").format(day=dates.echo(consent.valid_until, today))
    return _("until {day}").format(day=dates.echo(consent.valid_until, today))


def state(
    consent: StoryConsent | None, label: Label, today: date, history: datetime | None = None
) -> tuple[str, bool]:
    """Give how it stands with a text in few words, and whether it asks for a look.

    Args:
        consent: the statement that counts; None where there is none.
        label: of codes.
        today: the day.
        history: moment up to which statements say nothing any more.
    """
    if consent is None:
        return _("not asked yet: nothing of it is shared"), False
    if consent.status is not ConsentStatus.GIVEN:
        word = label("story_consent_statuses", consent.status.value)
        return f"{word}, {dates.full_day(consent.given_at.date())}", (
            consent.status is ConsentStatus.UPDATE_REQUIRED
        )
    if history is not None and consent.given_at <= history:
        return _("from before a backup was put back: ask again"), True
    words = term(consent, today)
    left = (consent.valid_until - today).days if consent.valid_until else 0
    given = label("story_consent_statuses", consent.status.value)
    return f"{given}, {words}", left <= SOON


SOON: Final = 30
"""Days before the end from which it asks for a look."""


_SEES_FIRST: Final = {True: N_("yes"), False: N_("no"), None: N_("not known")}


def conditions(consent: StoryConsent, label: Label) -> list[tuple[str, str]]:
    """Give the conditions as pairs of a word and what it says."""
    found = [
        (_("Editing"), label("story_edit_rights", consent.edit_right)),
        (_("Quoting"), label("story_values", consent.quote_right.value)),
        (_("Image, voice"), label("story_values", consent.image_voice_right.value)),
        (_("Sees first"), _(_SEES_FIRST[consent.see_before_use])),
    ]
    if consent.attribution is not None:
        found.append((_("Named as"), label("story_attributions", consent.attribution.value)))
    if consent.anonymity_wanted:
        found.append((_("Recognisable"), _(ANONYMITY[consent.anonymity_wanted])))
    later = ((_("After death"), consent.after_death), (_("No contact"), consent.if_unreachable),
             (_("On leaving"), consent.if_leaving))  # fmt: skip
    for title, what in later:
        word = label("story_later", what.value)
        who = f": {consent.ask_whom}" if what is Later.ASK_PERSON else ""
        found.append((title, f"{word}{who}"))
    paid = [consent.compensation]
    if consent.compensation_cents:
        paid.append(money(consent.compensation_cents))
    if any(paid):
        found.append((_("In return"), ", ".join(part for part in paid if part)))
    return found


def talk(consent: StoryConsent, label: Label) -> Sequence[str]:
    """Give the consent talk and its proof, in lines."""
    held, proof = consent.talk, consent.evidence
    lines = []
    if held.on or held.held_by:
        day = dates.full_day(held.on) if held.on else ""
        with_ = _("with {name}").format(name=held.held_by) if held.held_by else ""
        spoken = ", ".join(part for part in (day, with_) if part)
        lines.append(_("talk: {what}").format(what=spoken))
    if held.told_risks:
        risks = ", ".join(label("story_risks", code) for code in held.told_risks)
        lines.append(_("told: {what}").format(what=risks))
    if held.support_present:
        lines.append(_("support: {who}").format(who=held.support_present))
    kind = label("story_evidence", proof.kind) if proof.kind else ""
    parts = [kind, proof.place, proof.witness, proof.wording]
    if proof.file_digest:
        parts.append(f"SHA-256 {proof.file_digest[:12]}")
    proofs = ", ".join(part for part in parts if part)
    if proofs:
        lines.append(_("proof: {what}").format(what=proofs))
    return lines


def by_manager(consent: StoryConsent) -> bool:
    """Tell whether who held the talk has power over the narrator."""
    return bool(consent.talk.is_manager)
