"""The form of a consent: the grid, and what goes with it. What is saved takes the place of all."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from pydantic import ValidationError
from textual.widgets import Static

from edtui.desk import drafts, story_consents
from edtui.desk.session import Desk
from edtui.desk.story_papers import history_before
from edtui.desk.story_proof import NotAFile, fingerprint
from edtui.errors import N_, EdtuiError, Sentence
from edtui.locale import _, dates, ngettext
from edtui.records.story_consent import ConsentStatus, StoryConsent, months_later
from edtui.records.story_version import StoryVersion
from edtui.tui.plain import plain
from edtui.tui.screens.consent import consent_fields, grid
from edtui.tui.screens.consent.consent_fields import InWords
from edtui.tui.screens.consent.grid_field import GridField
from edtui.tui.screens.consent.story_form import StoryForm
from edtui.tui.screens.people.record_form import at_fields
from edtui.tui.surroundings import marks
from edtui.tui.widgets.fields import Field

if TYPE_CHECKING:
    from edtui.tui.screens.people.tools import Tools

FORM = "consent_"
"""Beginning of the draft's key; the number of the text follows (`drafts.NEW_OF`)."""

_PLAIN = (
    "edit_right",
    "quote_right",
    "image_voice_right",
    "see_before_use",
    "valid_until",
    "after_death",
    "if_unreachable",
    "if_leaving",
    "ask_whom",
    "attribution",
    "compensation",
    "compensation_cents",
)
_TALK = ("on", "held_by", "is_manager", "told_risks", "support_present")
_PROOF = ("kind", "place", "witness", "wording")
_SAME_UNSAID = {
    "edit_right": "none",
    "quote_right": "no",
    "image_voice_right": "no",
    "after_death": "stop",
    "if_unreachable": "stop",
    "if_leaving": "stop",
}
"""What a condition is while nobody said anything: the strictest."""


class ConsentForm(StoryForm):
    """Says all the time that it takes the place of what counts now, and how much is other."""

    replaces: StoryConsent | None = None
    """The yes that counts until this one is saved; None where there is none."""

    said_before = False
    """Whether anything was said about the text, which counts no more or is a no."""

    def on_mount(self) -> None:
        """Make room for the line, and say in words what the grid says."""
        line = Static("", id="consent-replaces", markup=False)
        self.query_one("#window").mount(line, after="#form-body")
        self.call_after_refresh(self.look)

    def on_field_changed(self, event: Field.Changed) -> None:
        """Fill in the day that goes with a term; say anew what the grid says."""
        key = event.field.key
        until = self.sheet.fields["valid_until"]
        if key == "term" and event.field.value in (
            consent_fields.TERM_12,
            consent_fields.TERM_24,
        ):
            day = cast(Any, self.app).clock.today()
            until.fill(months_later(day, int(event.field.value)))
            until.say_again()
        elif key == "valid_until":
            self.sheet.fields["term"].fill(consent_fields.TERM_OTHER)
        self.call_after_refresh(self.look)

    def keep_now(self) -> None:
        """Look again too: a draft may have been taken up."""
        super().keep_now()
        self.look()

    def look(self) -> None:
        """Say what this takes the place of."""
        field = cast(GridField, self.sheet.fields["scopes"])
        cast(InWords, self.sheet.fields["in_words"]).show(field.box.said)
        for line in self.query("#consent-replaces").results(Static):
            line.update(plain(f"{marks(self.app).look} {self._warning(field)}"))

    def _warning(self, field: GridField) -> str:
        if self.replaces is None and self.said_before:
            return _("No yes counts now. What stays open is a no.")
        if self.replaces is None:
            return _("Nothing was said about this text yet. What stays open is a no.")
        changes = field.changes()
        told = _("Replaces all that was said on {day}; open is no.").format(
            day=dates.short_day(self.replaces.given_at.date())
        )
        other = ngettext("{count} other.", "{count} other.", changes).format(count=changes)
        return f"{told} {other}" if changes else told


def consent_form(tools: "Tools", version: StoryVersion, title: str) -> ConsentForm:
    """Make the form of a new statement about a text.

    What counts now, and is a yes that still runs, is filled in, so that what did not change need
    not be asked anew; of anything older nothing is.

    Args:
        tools: for words.
        version: the text that the narrator saw.
        title: of the form (translated; private text is welcome).
    """
    desk = tools.desk
    now = story_consents.current(desk, version.id)
    runs = now is not None and _runs(desk, now, version)
    before = grid.said_by(now.scopes) if now is not None and runs else {}
    sections = consent_fields.fields(tools, before)
    key = f"{FORM}{version.id}"
    digest = now.evidence.file_digest if now is not None and runs else ""

    def save(values: Mapping[str, Any]) -> StoryConsent:
        after = now.id if now is not None else 0
        said = _said(values)
        said["evidence"]["file_digest"] = _fingerprint(values) or digest
        return story_consents.give(desk, version.id, version.digest, after=after, **said)

    def check(values: Mapping[str, Any]) -> dict[str, Sentence]:
        scan = values.get("evidence_scan")
        if scan and not Path(scan).is_file():
            return {"evidence_scan": NotAFile(name=Path(scan).name).said}
        try:
            _checked(desk, version, values)
        except ValidationError as error:
            return at_fields(error, {field.key for part in sections for field in part.fields})
        return {}

    form = ConsentForm(
        title,
        sections,
        stored=_shown(now if runs else None),
        save=save,
        check=check,
        draft=drafts.offer(desk, key, StoryConsent.table),
        keep_draft=lambda values: drafts.keep(desk, key, StoryConsent.table, 0, values),
        drop_draft=lambda: drafts.drop(desk, key, StoryConsent.table),
        elsewhere=lambda: _elsewhere(desk, version, now),
    )
    form.replaces = now if runs else None
    form.said_before = now is not None
    form.about(version.story_id)
    return form


def _runs(desk: Desk, consent: StoryConsent, version: StoryVersion) -> bool:
    """Tell whether a statement is a yes to this text that counts today."""
    history, today = history_before(desk), desk.clock.today()
    return (
        consent.status is ConsentStatus.GIVEN
        and consent.text_digest == version.digest
        and (consent.valid_until is None or consent.valid_until >= today)
        and (history is None or consent.given_at > history)
    )


def _elsewhere(desk: Desk, version: StoryVersion, now: StoryConsent | None) -> Sentence | None:
    try:
        newest = story_consents.current(desk, version.id)
        text = desk.get(StoryVersion, version.id)
    except EdtuiError:  # withdrawn, or locked: the form closes for that
        return None
    if text.digest != version.digest:
        return Sentence(N_("The text is another one now: show that one to the narrator."))
    if (newest.id if newest else 0) != (now.id if now else 0):
        return Sentence(N_("Something newer was said about this text just now: look at it first."))
    return None


def _shown(consent: StoryConsent | None) -> dict[str, Any]:
    """Give the values by field; of a first statement none is filled in."""
    if consent is None:
        return {"scopes": (), "valid_until": None, "anonymity_wanted": ""}
    known = {name: getattr(consent, name) for name in _PLAIN}
    known |= {f"talk_{name}": getattr(consent.talk, name) for name in _TALK}
    known |= {f"evidence_{name}": getattr(consent.evidence, name) for name in _PROOF}
    known["compensation_cents"] = consent.compensation_cents or None
    known["anonymity_wanted"] = str(consent.anonymity_wanted)
    known["attribution"] = consent.attribution.value if consent.attribution else ""
    return {**known, "scopes": consent.scopes, "term": consent_fields.TERM_OTHER}


def _said(values: Mapping[str, Any]) -> dict[str, Any]:
    """Give what a record holds, of what was read."""
    said = {name: values[name] for name in _PLAIN if name in values}
    said |= {name: said.get(name) or strict for name, strict in _SAME_UNSAID.items()}
    said["see_before_use"] = values.get("see_before_use")
    said["attribution"] = values.get("attribution") or None
    said["compensation_cents"] = values.get("compensation_cents") or 0
    said["anonymity_wanted"] = int(values.get("anonymity_wanted") or 0)
    said["scopes"] = values.get("scopes", ())
    said["talk"] = {name: values[f"talk_{name}"] for name in _TALK if f"talk_{name}" in values}
    said["evidence"] = {
        name: values[f"evidence_{name}"] for name in _PROOF if f"evidence_{name}" in values
    }
    return said


def _fingerprint(values: Mapping[str, Any]) -> str:
    scan = values.get("evidence_scan")
    return fingerprint(Path(scan)) if scan else ""


def _checked(desk: Desk, version: StoryVersion, values: Mapping[str, Any]) -> StoryConsent:
    fixed = {
        "story_id": version.story_id,
        "version_id": version.id,
        "text_digest": version.digest,
        "status": ConsentStatus.GIVEN,
        "given_at": desk.clock.now(),
        "valid_from": desk.clock.today(),
    }
    return StoryConsent.model_validate({**_said(values), **fixed})
