"""The codes of a story that rules know; their words stand in ``data/vocabulary/story_*.toml``.

Purpose, audience and medium are the three sides of the grid in which a narrator says yes, "ask me
each time" or no (`edtui.records.story_consent`).
"""

from enum import StrEnum


class Workflow(StrEnum):
    """How far the work on a story is; vocabulary ``story_workflows``."""

    IDEA = "idea"
    WRITING = "writing"
    NARRATOR_REVIEW = "narrator_review"
    READY = "ready"
    RESTING = "resting"
    """A pause: it leaves nothing, and everything about it stays."""

    ARCHIVED = "archived"


class Catalogue(StrEnum):
    """What a list shows of a story, apart from who reads its text; ``story_catalogue``."""

    FULL = "full"
    TITLE_ONLY = "title_only"
    HIDDEN = "hidden"


class Inclusion(StrEnum):
    """Whether a story is taken into the collection; vocabulary ``story_inclusion``."""

    UNDECIDED = ""
    INCLUDED = "included"
    REFUSED = "refused"


class VersionKind(StrEnum):
    """What a version is; vocabulary ``story_version_kinds``."""

    ORIGINAL = "original"
    EDITED = "edited"
    SHORTENED = "shortened"
    ANONYMISED = "anonymised"
    PLAIN_LANGUAGE = "plain_language"
    SPOKEN = "spoken"
    TRANSLATION = "translation"
    UPDATE = "update"


class NotesState(StrEnum):
    """What is known of what a story touches on; vocabulary ``story_notes_states``."""

    NOT_ASSESSED = "not_assessed"
    NONE = "none"
    LISTED = "listed"
    PREFERS_NOT = "narrator_prefers_not"


class Attribution(StrEnum):
    """How the narrator is named, the most open first; vocabulary ``story_attributions``."""

    FULL_NAME = "full_name"
    FIRST_NAME = "first_name"
    INITIALS = "initials"
    CHOSEN_NAME = "chosen_name"
    ROLE_ONLY = "role_only"
    ANONYMOUS = "anonymous"


class Purpose(StrEnum):
    """What a story is used for; vocabulary ``story_purposes``."""

    SHELF = "shelf"
    """To be read at a terminal of the team."""

    ONE_TO_ONE = "one_to_one"
    PEER_GROUP = "peer_group"
    TRAINING = "training"
    WORKSHOP = "workshop"
    PUBLIC_TALK = "public_talk"
    WEBSITE_BLOG = "website_blog"
    MAGAZINE = "magazine"
    BOOK_BOOKLET = "book_booklet"
    SOCIAL_MEDIA = "social_media"
    PRESS = "press"
    POLICY = "policy"
    RESEARCH = "research"
    FUNDRAISING_PR = "fundraising_pr"
    ARCHIVE = "archive"
    AI_PROCESSING = "ai_processing"


class Audience(StrEnum):
    """Who hears or reads it; vocabulary ``story_audiences``."""

    SELF_ONLY = "self_only"
    COORDINATOR = "coordinator"
    PEERS = "peers"
    OWN_TEAM = "own_team"
    OWN_ORG = "own_org"
    STUDENTS = "students"
    PARTNERS = "partners"
    PUBLIC = "public"


class Medium(StrEnum):
    """The form in which it is shared; vocabulary ``story_media``."""

    TOLD_BY_SELF = "told_by_self"
    READ_ALOUD = "read_aloud_by_other"
    ON_PAPER = "on_paper"
    INTERNAL_DIGITAL = "internal_digital"
    WEB = "web"
    AUDIO = "audio"
    VIDEO = "video"
    THEATRE = "theatre"
    QUOTE_ONLY = "quote_only"


class Value(StrEnum):
    """What a narrator says to one use; unset is no. Vocabulary ``story_values``."""

    NO = "no"
    ASK = "ask_each_time"
    YES = "yes"


class Later(StrEnum):
    """What holds when the narrator cannot be asked any more; vocabulary ``story_later``."""

    STOP = "stop"
    KEEP = "keep_as_is"
    ASK_PERSON = "ask_person"


class Reach(StrEnum):
    """Whether what was shared can be got back; vocabulary ``story_reach``."""

    RECALLABLE = "recallable"
    PARTLY = "partly"
    NOT = "not_recallable"


_STRICTNESS = (Value.NO, Value.ASK, Value.YES)


def strictest(*values: Value) -> Value:
    """Give the value that allows least; no where there is none."""
    return min(values, key=_STRICTNESS.index, default=Value.NO)


def most_hidden(*names: Attribution | None) -> Attribution | None:
    """Give the way of naming that says least, of those that were chosen; None where none was."""
    order = list(Attribution)
    return max((name for name in names if name is not None), key=order.index, default=None)
