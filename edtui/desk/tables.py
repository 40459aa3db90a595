"""Which table stands under which key, and which version of each form this program knows.

A compartment is a set of tables under one data key (DESIGN, section 4). The vault asks
`compartment_of` when a table is first written.
"""

from typing import TYPE_CHECKING

from edtui.errors import N_, Sentence

if TYPE_CHECKING:
    from edtui.records.base import Record

COMPARTMENTS = ("directory", "office", "calendar", "casework", "stories", "shelf")
"""The compartments whose tables a desk can read back; the first is the one for unknown tables."""

DROPS = ("inbox", "audit")
"""The compartments into which everybody may write and from which few may read."""

PRIVATE = "private"
"""Stands for the compartment that is the signed-in person's alone (`edtui.desk.private`)."""

KEPT = (*COMPARTMENTS, PRIVATE)
"""Where what is kept beside tables can stand."""

_COMPARTMENT_OF = {
    "settings": "directory",
    "words": "directory",
    "remembered": "directory",
    "erasures": "directory",
    "users": "directory",
    "upkeep": "directory",
    "methods": "directory",
    "people": "office",
    "roles": "office",
    "organisations": "office",
    "locations": "office",
    "vacancies": "office",
    "applications": "office",
    "filters": "office",
    "import_mappings": "office",
    "claims": "office",
    "year_amounts": "office",
    "activities": "calendar",
    "series": "calendar",
    "visit_reports": "calendar",
    "visiting_norms": "calendar",
    # How to reach a client is for who holds casework, not for everybody who reads the calendar.
    "client_talks": "casework",
    "cases": "casework",
    "case_notes": "casework",
    "case_counts": "casework",
    "actions": "casework",
    "meetings": "casework",
    "stories": "stories",
    "story_versions": "stories",
    "story_consents": "stories",
    "story_asks": "stories",
    "story_uses": "stories",
    "story_tombstones": "stories",
    "story_marks": "stories",
    "narrator_care": "stories",
    "reader_words": "stories",
    "story_ends": "stories",
    "shelf_stories": "shelf",
    # For the team alone: a kiosk holds no key to the calendar.
    "team_stories": "calendar",
    # The names that were replaced in a story, under another key than its text.
    "story_names": "office",
    "confidant_notes": PRIVATE,
    "check_ins": PRIVATE,
    "counter_lines": "inbox",
    "kiosk_settings": "shelf",
    "kiosks": "shelf",
    "kiosk_shown": "shelf",
    "kiosk_letters": "inbox",
    "own_sheets": "calendar",
    "kiosk_polls": "office",
    "log": "audit",
}

_BESIDE = ("undo_", "drafts_")
"""What is kept beside the tables of a compartment has the compartment in its name."""


def compartment_of(table: str) -> str:
    """Give the name of the compartment in which a table stands."""
    for prefix in _BESIDE:
        if table.startswith(prefix) and table.removeprefix(prefix) in KEPT:
            return table.removeprefix(prefix)
    return _COMPARTMENT_OF.get(table, COMPARTMENTS[0])


def is_beside(table: str) -> bool:
    """Say whether a table holds what is kept beside records: acts to take back, drafts."""
    return table.startswith(_BESIDE)


_NOUNS = {
    "settings": N_("list of settings"),
    "words": N_("word"),
    "people": N_("person"),
    "roles": N_("role"),
    "organisations": N_("organisation"),
    "locations": N_("location"),
    "vacancies": N_("vacancy"),
    "applications": N_("application"),
    "filters": N_("filter"),
    "users": N_("member"),
    "erasures": N_("erasure"),
    "log": N_("log line"),
    "activities": N_("activity"),
    "series": N_("series"),
    "visit_reports": N_("visit report"),
    "visiting_norms": N_("visiting norm"),
    "client_talks": N_("talk"),
    "cases": N_("case"),
    "case_notes": N_("note"),
    "case_counts": N_("line of counts"),
    "actions": N_("action point"),
    "meetings": N_("meeting"),
    "methods": N_("method"),
    "claims": N_("claim"),
    "confidant_notes": N_("own note"),
    "counter_lines": N_("line to count"),
    "kiosk_settings": N_("list of settings of kiosks"),
    "kiosks": N_("kiosk"),
    "kiosk_letters": N_("letter from a kiosk"),
    "kiosk_shown": N_("timetable of kiosks"),
    "kiosk_polls": N_("count of answers"),
    "own_sheets": N_("own sheet"),
    "check_ins": N_("check-in"),
    "year_amounts": N_("list of yearly amounts"),
    "stories": N_("story"),
    "story_versions": N_("version of a story"),
    "story_consents": N_("consent"),
    "story_asks": N_("question to a narrator"),
    "story_uses": N_("use of a story"),
    "story_tombstones": N_("withdrawn story"),
    "story_names": N_("list of replaced names"),
    "narrator_care": N_("agreement with a narrator"),
    "reader_words": N_("word of a reader"),
    "story_ends": N_("end of a story"),
    "shelf_stories": N_("story on the shelf"),
    "team_stories": N_("story on the shelf"),
}


def noun(table: str) -> Sentence:
    """Give what one record of a table is called, for "There is no … with number …"."""
    return Sentence(_NOUNS.get(table, N_("record")))


def kinds() -> "dict[str, type[Record]]":
    """Give every kind of record by its table."""
    # Late, because pydantic takes time that a command line verb should not wait for.
    from edtui.desk.keeping import (
        KnownColumns,
        SavedFilter,
        TeamSettings,
        Upkeep,
        Word,
    )
    from edtui.records.action_point import ActionPoint
    from edtui.records.activity import Activity
    from edtui.records.case import Case
    from edtui.records.case_count import CaseCount
    from edtui.records.case_note import CaseNote
    from edtui.records.check_in import CheckIn
    from edtui.records.claim import Claim
    from edtui.records.client_talk import ClientTalk
    from edtui.records.confidant_note import ConfidantNote, CounterLine
    from edtui.records.erasure import Erasure
    from edtui.records.kiosk import Kiosk, KioskSettings
    from edtui.records.kiosk_letter import Letter, PollCount
    from edtui.records.kiosk_shown import KioskShown, OwnSheet
    from edtui.records.log_entry import LogEntry
    from edtui.records.meeting import Meeting
    from edtui.records.method import Method
    from edtui.records.narrator_care import NarratorCare
    from edtui.records.organisation import Location, Organisation
    from edtui.records.person import Person
    from edtui.records.reader_word import ReaderWords
    from edtui.records.roles import RoleAssignment
    from edtui.records.series import Series
    from edtui.records.shelf_story import ShelfStory, TeamStory
    from edtui.records.story import Story
    from edtui.records.story_ask import StoryAsk
    from edtui.records.story_consent import StoryConsent
    from edtui.records.story_end import StoryEnd
    from edtui.records.story_parts import StoryNames
    from edtui.records.story_tombstone import ConsentMark, Tombstone
    from edtui.records.story_use import StoryUse
    from edtui.records.story_version import StoryVersion
    from edtui.records.user import User
    from edtui.records.vacancy import Application, Vacancy
    from edtui.records.visit_report import VisitReport
    from edtui.records.visiting_norm import VisitingNorm
    from edtui.records.year_amounts import YearAmounts

    every: tuple[type[Record], ...] = (
        Person,
        RoleAssignment,
        Organisation,
        Location,
        Vacancy,
        Application,
        SavedFilter,
        KnownColumns,
        TeamSettings,
        Word,
        Upkeep,
        Erasure,
        User,
        LogEntry,
        Activity,
        Series,
        VisitReport,
        VisitingNorm,
        ClientTalk,
        Claim,
        YearAmounts,
        Meeting,
        Method,
        Case,
        CaseNote,
        CaseCount,
        ActionPoint,
        ConfidantNote,
        CounterLine,
        KioskSettings,
        Kiosk,
        KioskShown,
        Letter,
        OwnSheet,
        PollCount,
        CheckIn,
        Story,
        StoryVersion,
        StoryConsent,
        StoryAsk,
        StoryUse,
        Tombstone,
        ConsentMark,
        StoryNames,
        NarratorCare,
        ReaderWords,
        ShelfStory,
        TeamStory,
        StoryEnd,
    )
    return {kind.table: kind for kind in every}


def schema_versions() -> dict[str, int]:
    """Give the newest schema version of each table that this program knows."""
    return {table: kind.schema_version for table, kind in kinds().items()}
