"""When the organisation ends: each story goes where its narrator wants, and two people carry it.

Given back: the narrator gets the texts as files, and nothing stays here. Destroyed: nothing stays.
Passed on: into one package that two people open together, through the gate like any other exit.
What nobody said anything about is neither passed on nor destroyed: it is told.
"""

from pathlib import Path
from typing import Any, NamedTuple

from edtui.desk import passphrase
from edtui.desk.session import Desk
from edtui.desk.settings import team_settings
from edtui.desk.stories import stories
from edtui.desk.story_exit import LeftOut, LetOut, bundle, let_out, verdict_on
from edtui.desk.story_papers import occasion
from edtui.desk.story_terms import named, terms
from edtui.desk.story_versions import versions_of
from edtui.desk.story_withdrawing import withdraw
from edtui.errors import N_, BadInput, Sentence
from edtui.exchange.errors import CannotWrite
from edtui.exchange.new_file import write_new
from edtui.exchange.package import write_package
from edtui.locale import _
from edtui.records.story import Story
from edtui.records.story_consent import StoryConsent
from edtui.records.story_end import End, StoryEnd
from edtui.records.story_exits import Exit
from edtui.records.story_gate import Answer
from edtui.records.story_papers import Occasion
from edtui.records.story_words import Audience, Medium, Purpose

FILE = "stories.package"
"""Name of the package in the folder that was chosen."""


class TwoPeople(BadInput):
    """The package needs two people, each with a passphrase of their own."""

    sentence = N_("Two people carry this, each with their own name and passphrase.")


class Holder(NamedTuple):
    """Who holds one half of the key."""

    name: str
    passphrase: str


class EndLine(NamedTuple):
    """One story, and what its narrator wants with it."""

    story: Story
    said: StoryEnd | None
    stays: tuple[Sentence, ...]
    """Why it may not be passed on, where it should be."""


class HandedOver(NamedTuple):
    """What was done."""

    package: Path | None
    passed_on: tuple[LetOut, ...]
    left_out: tuple[LeftOut, ...]
    given_back: tuple[Path, ...]
    gone: int
    """Stories of which nothing is here any more."""

    open: int
    """Stories about which nobody said anything."""


def say_end(desk: Desk, story_id: int, end: End, *, held_by: str = "", words: str = "") -> StoryEnd:
    """Note what the narrator wants with a story when the organisation ends.

    Raises:
        NotFound: there is no such story.
        ReadOnly: nothing can be written now.
    """
    story = desk.get(Story, story_id)
    before = said_end(desk, story_id) or StoryEnd(story_id=story_id, end=end)
    changed = before.with_(
        end=end, said_on=desk.clock.today(), held_by=held_by or before.held_by, words=words
    )
    with desk.act(Sentence(N_("Story {title} changed"), {"title": story.title})) as act:
        return act.put(changed)


def ends(desk: Desk) -> list[EndLine]:
    """Give every story with what is to become of it, by title."""
    found = []
    for story in stories(desk):
        said = said_end(desk, story.id)
        stays: tuple[Sentence, ...] = ()
        if said is not None and said.end is End.PASS_ON:
            number = _best(desk, story.id)
            verdict = verdict_on(desk, story.id, number, _passing(desk), Exit.EXPORT)
            stays = () if verdict.answer is Answer.YES else verdict.reasons
        found.append(EndLine(story, said, stays))
    return found


def hand_over(desk: Desk, folder: Path, first: Holder, second: Holder) -> HandedOver:
    """Do with each story what its narrator wants. It cannot be taken back.

    Args:
        desk: where.
        folder: an empty place for the package and for what is given back.
        first: who holds one half.
        second: who holds the other.

    Raises:
        AlreadyThere, CannotWrite: the folder or the disk refuses; nothing is destroyed then.
        edtui.desk.passphrase.WeakPassphrase: one is easy to guess.
        ReadOnly: the log cannot be written, so nothing leaves.
        TwoPeople: they are not two.
    """
    same = first.name.casefold().strip() == second.name.casefold().strip()
    if same or not first.name.strip() or first.passphrase == second.passphrase:
        raise TwoPeople
    for one in (first, second):
        passphrase.check(one.passphrase, one.name)
    if not folder.is_dir():
        raise CannotWrite(name=folder.name)
    every = ends(desk)
    of = {end: [one.story for one in every if one.said and one.said.end is end] for end in End}
    chosen = [(story.id, _best(desk, story.id)) for story in of[End.PASS_ON]]
    done = bundle(desk, chosen, _passing(desk), Exit.EXPORT, where_found=FILE)
    package = folder / FILE if done.let_out else None
    if package is not None:
        content = _content(desk, done.let_out, (first.name, second.name))
        write_package(package, content, first.passphrase, second.passphrase)
    back = [path for story in of[End.RETURN] for path in _given_back(desk, story, folder)]
    # Last, and only when everything that leaves has left whole.
    going = (*of[End.RETURN], *of[End.DESTROY])
    for story in going:
        withdraw(desk, story.id)
    unsaid = sum(one.said is None for one in every)
    return HandedOver(package, done.let_out, done.left_out, tuple(back), len(going), unsaid)


def said_end(desk: Desk, story_id: int) -> StoryEnd | None:
    """Give what was said about a story; None where nothing was."""
    found = desk.having(StoryEnd, "story_id", story_id)
    return found[-1] if found else None


def _passing(desk: Desk) -> Occasion:
    words = _("handed over when the organisation ended")
    return occasion(desk, Purpose.ARCHIVE, Audience.PARTNERS, Medium.INTERNAL_DIGITAL, words=words)


def _best(desk: Desk, story_id: int) -> int:
    """Give the newest text that may be passed on, else the newest."""
    numbers = [one.id for one in reversed(versions_of(desk, story_id)) if one.text]
    for number in numbers:
        verdict = verdict_on(desk, story_id, number, _passing(desk), Exit.EXPORT)
        if verdict.answer is Answer.YES:
            return number
    return numbers[0] if numbers else 0


def _given_back(desk: Desk, story: Story, folder: Path) -> list[Path]:
    """Write every text of a story for its narrator; the names of the files say nothing."""
    own = occasion(desk, Purpose.ARCHIVE, Audience.SELF_ONLY, Medium.INTERNAL_DIGITAL)
    paths = []
    for version in versions_of(desk, story.id):
        if version.text:
            out = let_out(desk, story.id, version.id, own, Exit.EXPORT)
            path = folder / f"{story.id}-{version.no}.txt"
            write_new(path, f"{out.story.title}\n\n{out.version.text}\n".encode())
            paths.append(path)
    return paths


def _content(desk: Desk, let: tuple[LetOut, ...], holders: tuple[str, str]) -> dict[str, Any]:
    team = team_settings(desk).team_name
    return {
        "what": "recovery stories, handed over",
        "team": team,
        "made_on": desk.clock.today().isoformat(),
        "held_by": list(holders),
        "stories": [_told(desk, one, team) for one in let],
    }


def _told(desk: Desk, out: LetOut, team: str) -> dict[str, Any]:
    """Give one story with what its narrator allowed: without that it may be used for nothing."""
    story, version = out.story, out.version
    consent = desk.find(StoryConsent, out.verdict.consent_id)
    kept = {"title", "summary", "form", "perspective", "language", "purpose_of_narrator",
            "not_for", "wish_recognition", "notes_state", "notes", "dimensions", "chime",
            "life_domains", "themes"}  # fmt: skip
    about = {"no", "kind", "text", "approved_on", "approved_digest"}
    said = {"given_at", "valid_until", "scopes", "edit_right", "quote_right", "after_death",
            "if_unreachable", "see_before_use"}  # fmt: skip
    return {
        **story.model_dump(mode="json", include=kept),
        "by": named(desk, story, out.verdict.attribution),
        "text": version.model_dump(mode="json", include=about),
        "consent": consent.model_dump(mode="json", include=said) if consent else {},
        "terms": list(terms(desk, out, _passing(desk), team)),
    }
