"""A process that holds a story everywhere where the program holds one, and then withdraws it.

``python withdrawing_process.py VAULT BACKUPS`` prints the canary, waits for a line, withdraws,
makes the next backup, prints "gone", and waits again.
"""

import os
import sys
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from desk import story_team
from desk.shelf_team import PUBLIC, TEAM, for_the_shelf
from edtui import hardening
from edtui.clock import FixedClock
from edtui.desk import (
    backups,
    drafts,
    overwriting,
    publishing,
    stories,
    story_search,
    story_versions,
    story_withdrawing,
    team,
)
from edtui.records.story import Story
from edtui.records.story_version import StoryVersion
from edtui.records.story_words import VersionKind
from edtui.vault.kdf import FAST

PASSPHRASE = "fiets onder de brug"


def main(path: Path, folder: Path) -> None:
    hardening.write_over_what_is_freed()
    clock = FixedClock(datetime(2026, 11, 21, 9, 4, tzinfo=ZoneInfo("Europe/Amsterdam")))
    desk = team.create_team(path, "Noord", "anna", PASSPHRASE, clock=clock, kdf=FAST).desk
    index = story_search.hold(desk)
    backups.change_plan(desk, folders=[folder])
    number = told(desk)
    index.build()
    assert index.find(index.asked("kanarie"))
    backups.back_up(desk)
    wait()
    clock.advance(timedelta(hours=1))
    story_withdrawing.withdraw(desk, number)
    assert not index.find(index.asked("kanarie"))
    backups.back_up(desk)
    for _ in range(overwriting.TIMES):  # as the program does within some minutes
        overwriting.again(desk)
    say("gone")
    sys.stdin.readline()


def told(desk) -> int:
    """A story on both shelves, in the index, half typed, changed and taken back; its canary."""
    canary = f"kanarie{os.urandom(8).hex()}"
    say(canary)
    story_team.CANARY, story_team.TEXT = canary, f"Eerst was er {canary}.\n\nToen ging het open."
    held = for_the_shelf(desk, PUBLIC, TEAM)
    publishing.publish(desk, held.story.id, held.version.id)
    stories.save_story(desk, desk.get(Story, held.story.id).with_(summary=f"over {canary}"))
    desk.undo_stack.undo()
    desk.undo_stack.redo()
    short = f"Kort: {canary}"
    version = story_versions.derive(desk, held.version.id, VersionKind.SHORTENED, text=short)
    story_versions.save_text(desk, version.id, f"{short} en nog iets")
    drafts.keep(desk, "text", StoryVersion.table, version.id, {"text": f"half {canary}"})
    story_team.CANARY = story_team.TEXT = ""
    return held.story.id


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def wait() -> None:
    say("told")
    sys.stdin.readline()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
