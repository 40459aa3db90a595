"""How far a person is with the team, and which step may follow which (practice 8.11).

Inflow: idea, vacancy, applied, interview, rejected. Throughflow: trial, active, pause. Outflow:
leaving, left, erased. A step that was a mistake is undone, so the moves here are the real ones.
"""

from enum import StrEnum


class Status(StrEnum):
    """Codes of the vocabulary ``statuses``."""

    IDEA = "idea"
    VACANCY = "vacancy"
    APPLIED = "applied"
    INTERVIEW = "interview"
    REJECTED = "rejected"
    TRIAL = "trial"
    ACTIVE = "active"
    PAUSE = "pause"
    LEAVING = "leaving"
    LEFT = "left"
    ERASED = "erased"


INFLOW = (Status.IDEA, Status.VACANCY, Status.APPLIED, Status.INTERVIEW)
ON_TEAM = (Status.TRIAL, Status.ACTIVE, Status.PAUSE, Status.LEAVING)
"""Who belongs to the team now, and so may need a person's attention."""

DEPLOYABLE = (Status.TRIAL, Status.ACTIVE)
"""Who can be asked for something."""

GONE = (Status.REJECTED, Status.LEFT, Status.ERASED)

_NEXT: dict[Status, tuple[Status, ...]] = {
    Status.IDEA: (Status.VACANCY, Status.APPLIED, Status.INTERVIEW, Status.TRIAL, Status.ACTIVE),
    Status.VACANCY: (Status.APPLIED, Status.INTERVIEW, Status.IDEA),
    Status.APPLIED: (Status.INTERVIEW, Status.TRIAL, Status.ACTIVE, Status.REJECTED),
    Status.INTERVIEW: (Status.TRIAL, Status.ACTIVE, Status.REJECTED),
    Status.REJECTED: (Status.APPLIED, Status.ERASED),
    Status.TRIAL: (Status.ACTIVE, Status.PAUSE, Status.LEAVING, Status.LEFT),
    Status.ACTIVE: (Status.PAUSE, Status.LEAVING, Status.LEFT),
    Status.PAUSE: (Status.ACTIVE, Status.TRIAL, Status.LEAVING, Status.LEFT),
    Status.LEAVING: (Status.LEFT, Status.ACTIVE, Status.PAUSE),
    Status.LEFT: (Status.APPLIED, Status.TRIAL, Status.ACTIVE, Status.ERASED),
    Status.ERASED: (),
}


def next_statuses(status: str) -> tuple[str, ...]:
    """Give the statuses that may follow, the most usual first; none for an unknown one."""
    try:
        return tuple(following.value for following in _NEXT[Status(status)])
    except ValueError:
        return ()


def may_follow(status: str, to: str) -> bool:
    """Say whether a person may go from one status to another; staying is always allowed."""
    return status == to or to in next_statuses(status)


def is_on_team(status: str) -> bool:
    """Say whether somebody with this status belongs to the team now."""
    return status in ON_TEAM
