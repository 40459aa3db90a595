"""A story as lines: for a person who reads them, or hears them one by one."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from edtui.cli.output import plain
from edtui.cli.stories_values import MARK, StoryValues
from edtui.desk import publishing
from edtui.desk.story_withdrawing import ReachReport
from edtui.locale import _, dates, say, spoken
from edtui.records.story import Story
from edtui.records.story_consent import ConsentStatus, StoryConsent
from edtui.records.story_gate import Verdict
from edtui.records.story_use import StoryUse
from edtui.records.story_version import StoryVersion, paragraphs, words_of
from edtui.records.story_words import Value

DOT = " · "


def story_lines(
    values: StoryValues,
    story: Story,
    versions: Sequence[StoryVersion],
    counts: Mapping[int, StoryConsent | None],
) -> list[str]:
    """Give all that is known of a story, without its texts."""
    label = values.label
    lines = [f"{story.id}  {plain(story.title)}"]
    until = dates.full_day(story.embargo_until) if story.embargo_until else ""
    kept = _("until further notice") if story.embargo_open_ended else until
    named = label("story_attributions", story.attribution.value if story.attribution else "")
    told = (
        (_("About"), story.summary),
        (_("Narrator"), values.narrator_name(story)),
        (_("Status"), label("story_workflows", story.workflow.value)),
        (_("Kept back"), kept),
        (_("What the narrator wants"), story.purpose_of_narrator),
        (_("Not for"), story.not_for),
        (_("To be seen as"), story.wish_recognition),
        (_("Named"), _joined(named, story.chosen_name)),
        (_("Form"), label("story_forms", story.form)),
        (_("Language"), label("languages", story.language)),
        (_("Told"), dates.full_day(story.told_on) if story.told_on else ""),
        (_("Content notes"), label("story_notes_states", story.notes_state.value)),
    )
    lines += [f"{name}: {plain(text)}" for name, text in told if text]
    numbers = {version.id: version.no for version in versions}
    for note in story.notes:
        level = label("story_note_levels", note.level)
        where = _("paragraph {number}").format(number=note.first) if note.first else ""
        number = numbers.get(note.version_id or 0)
        which = _("version {number}").format(number=number) if number else ""
        domain = label("story_note_domains", note.domain)
        lines.append(f"  {_joined(domain, level, which, where, note.text)}")
    for one in publishing.published(values.desk, story.id):
        readers = ", ".join(label("story_audiences", who.value) for who in one.audiences)
        lines.append(f"{_('Shelf')}: {_joined(readers, _until(one.until))}")
    for version in versions:
        lines += ["", *_version_lines(values, version)]
        lines += consent_lines(values, counts.get(version.id))
    return lines


def _version_lines(values: StoryValues, version: StoryVersion) -> list[str]:
    kind = values.label("story_version_kinds", version.kind.value)
    if version.purged_on is not None:
        gone = _("its text is gone since {day}").format(day=dates.full_day(version.purged_on))
        return [f"{_('Version')} {version.no}: {_joined(kind, gone)}"]
    approved = (
        _("approved on {day}").format(day=dates.full_day(version.approved_on))
        if version.approved_on and version.is_approved
        else _("not approved")
    )
    count = _("{count} words").format(count=words_of(version.text))
    mark = _("mark {mark}").format(mark=version.digest[:MARK])
    head = _joined(kind, count, approved, mark, version.change_note)
    return [f"{_('Version')} {version.no}: {head}"]


def consent_lines(values: StoryValues, consent: StoryConsent | None) -> list[str]:
    """Give what the narrator says about one text."""
    if consent is None:
        return [f"  {_('Consent')}: {_('nothing was said yet')}"]
    status = values.label("story_consent_statuses", consent.status.value)
    until = _until(consent.valid_until) if consent.valid_until else ""
    lines = [f"  {_('Consent')} {consent.id}: {_joined(status, until)}"]
    if consent.status is ConsentStatus.GIVEN:
        for one in consent.scopes:
            if one.value is not Value.NO:
                said = values.label("story_values", one.value.value)
                lines.append(f"    {said}: {plain(values.told_use(one.cell))}")
    return lines


def text_lines(values: StoryValues, version: StoryVersion) -> list[str]:
    """Give a text in full, a line a line of it."""
    lines = _version_lines(values, version)
    for piece in paragraphs(version.text):
        lines += ["", *(plain(line) for line in piece.split("\n"))]
    return lines


def use_lines(values: StoryValues, uses: Iterable[StoryUse]) -> list[str]:
    """Give where it was told, one a line."""
    return [f"{_('Use')} {one.id}: {use_line(values, one)}" for one in uses]


def use_line(values: StoryValues, use: StoryUse) -> str:
    """Give one use on a line."""
    medium = values.label("story_media", use.medium.value)
    reach = values.label("story_reach", use.reach.value)
    what = use.occasion or values.label("story_purposes", use.purpose.value)
    done = ""
    if use.recalled_on is not None:
        done = _("dealt with on {day}").format(day=dates.full_day(use.recalled_on))
    number = _("version {number}").format(number=use.version_no) if use.version_no else ""
    return _joined(dates.full_day(use.on), what, use.place, medium, number, reach, done)


def verdict_line(verdict: Verdict) -> str:
    """Give why, and what to think of all the same."""
    return _joined(*(say(one) for one in (*verdict.reasons, *verdict.warnings)))


def report_lines(values: StoryValues, report: ReachReport) -> list[str]:
    """Give where a withdrawn story went, with a draft letter for each that is open."""
    lines = [_("Where it went: {count}, still open: {open}").format(
        count=len(report.lines), open=report.open)]  # fmt: skip
    for one in report.lines:
        lines += ["", f"{_('Use')} {one.use.id}: {use_line(values, one.use)}"]
        if not one.done:
            lines += [f"  {plain(line)}" for line in one.letters[spoken()].split("\n") if line]
    lines += ["", _("For the narrator:")]
    lines += [f"  {plain(line)}" for line in report.to_narrator[spoken()].split("\n") if line]
    return lines


def _until(day: date) -> str:
    return _("until {day}").format(day=dates.full_day(day))


def _joined(*texts: str) -> str:
    return plain(DOT.join(text for text in texts if text))
