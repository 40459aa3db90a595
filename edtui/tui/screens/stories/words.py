"""How it stands with a story, in words: what is allowed until when, whether it is shut."""

from datetime import date

from edtui.desk.story_rows import Held, Shut, Standing, StoryRow
from edtui.errors import N_
from edtui.locale import _, dates, ngettext
from edtui.records.story_version import StoryVersion, reading_minutes, words_of

_STANDINGS = {
    Standing.GIVEN: N_("yes, until {day}"),
    Standing.ASK: N_("ask first, until {day}"),
    Standing.LATER: N_("from {day}"),
    Standing.OTHER_TEXT: N_("not this text"),
    Standing.NOTHING: N_("nothing allowed"),
    Standing.EXPIRED: N_("ended {day}"),
    Standing.AGAIN: N_("ask again"),
    Standing.PENDING: N_("in talk"),
    Standing.STOPPED: N_("stopped"),
    Standing.REFUSED: N_("not shared"),
    Standing.NOT_APPROVED: N_("not approved yet"),
    Standing.NOT_ASKED: N_("not asked yet"),
    Standing.NO_TEXT: N_("no text yet"),
}


_ALLOWED = frozenset({Standing.GIVEN, Standing.ASK, Standing.SOON, Standing.LATER})
_HELD = {
    Held.NOT_READY: N_("once it is ready"),
    Held.RESTING: N_("not now, it rests"),
    Held.ARCHIVED: N_("not now, archived"),
    Held.SHUT: N_("not now"),
    Held.PAUSE: N_("not now, a pause"),
    Held.OTHERS: N_("not yet"),
    Held.REFUSED: N_("not in the collection"),
}
"""What is said in place of a yes; where it is short, `look_words` says why."""


def standing_words(row: StoryRow, today: date) -> str:
    """Say what is allowed, until when; a story that may not be used today never says yes."""
    found, day = row.standing(today)
    held = row.held(today)
    if found in _ALLOWED and held is not Held.NO:
        return _(_HELD[held])
    if found is Standing.SOON and day is not None:
        left = (day - today).days
        if left == 0:
            return _("ends today")
        told = ngettext("ends in {count} day", "ends in {count} days", left)
        return told.format(count=left)
    return _(_STANDINGS[found]).format(day=dates.short_day(day) if day else "")


def shut_words(row: StoryRow, today: date) -> str:
    """Say whether it is kept back; empty where it is not."""
    found = row.shut(today)
    if found is Shut.OPEN_ENDED:
        return _("closed for now")
    if row.embargo_until is None:
        return ""
    day = dates.short_day(row.embargo_until)
    if found is Shut.OVER:
        return _("closed since {day}: ask").format(day=day)
    return _("closed until {day}").format(day=day)


def look_words(row: StoryRow, today: date) -> str:
    """Say what asks for a look besides what is allowed: kept back, others in it."""
    shut = shut_words(row, today)
    if shut:
        return shut
    if row.others_open and row.texts:
        return _("others not checked")
    return ""


def length_words(text: str) -> str:
    """Say how long a text is."""
    words, minutes = words_of(text), reading_minutes(text)
    told = ngettext("{count} word", "{count} words", words).format(count=words)
    reading = ngettext("{count} minute", "{count} minutes", minutes).format(count=minutes)
    return f"{told} · {reading}"


def mark_of(version: StoryVersion) -> str:
    """Give the sign of a text's exact words: to write on a paper that somebody signs."""
    seal = version.digest
    return f"{seal[:4]} {seal[4:8]}"


def text_state(version: StoryVersion) -> str:
    """Say whether a text may still be written, and whether the narrator approved it."""
    if version.purged_on is not None:
        return _("erased {day}").format(day=dates.short_day(version.purged_on))
    if version.is_approved and version.approved_on is not None:
        return _("approved {day}").format(day=dates.short_day(version.approved_on))
    if not version.text:
        return _("no text yet")
    return _("handed in, not approved yet") if version.locked else _("being written")
