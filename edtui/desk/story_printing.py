"""Chosen stories on paper: through the gate, log and uses first, each page with its terms.

What the gate keeps in is left out and told. The file that is written is a copy that left the vault:
each story in it has a line of its uses with the name of the file.
"""

import os
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from edtui.config import data_dir
from edtui.desk.session import Desk
from edtui.desk.story_exit import Bundle, LeftOut, LetOut, bundle, verdict_on
from edtui.desk.story_occasion import may_we
from edtui.desk.story_paper import Wish, paper_of
from edtui.desk.story_texts import texts_of
from edtui.desk.story_uses import save_use
from edtui.errors import N_, BadInput, NotAllowed
from edtui.exchange.errors import AlreadyThere, CannotWrite
from edtui.exchange.new_file import write_new
from edtui.exchange.paper.content import PaperKind
from edtui.exchange.paper.letters import NoPrintPart
from edtui.locale import _
from edtui.records.story_exits import Exit
from edtui.records.story_gate import Answer
from edtui.records.story_papers import Occasion
from edtui.records.story_version import StoryVersion
from edtui.records.story_words import VersionKind

WAYS = {
    PaperKind.BOOKLET: Exit.BOOKLET,
    PaperKind.HANDOUT: Exit.PRINTING,
    PaperKind.SHEET: Exit.PRINTING,
}
"""Kind of paper to the exit that it is."""


MOST = 200
"""Stories on one paper; a list of thousands is no booklet."""


class NoneMay(NotAllowed):
    """The gate keeps every chosen story in."""

    sentence = N_("None of these stories may be printed for this.")
    hint = N_("Ask the narrators, and note the answers.")

    def __init__(self, left_out: tuple[LeftOut, ...]) -> None:
        super().__init__()
        self.left_out = left_out


class NothingChosen(BadInput):
    """There is no story to print."""

    sentence = N_("Choose at least one story.")


class OnPaper(NamedTuple):
    """What was written, and what was not."""

    path: Path
    pages: int
    let_out: tuple[LetOut, ...]
    left_out: tuple[LeftOut, ...]
    lacking: frozenset[str]
    """Signs that the letters lack; a box stands for each."""


def choose(
    desk: Desk, stories: Iterable[int], occasion: Occasion, kind: PaperKind
) -> list[tuple[int, int]]:
    """Give the text of each story that fits best: one that may, the newest; else the newest.

    A sheet takes a text in plain language where one may.
    """
    chosen = []
    for story_id in stories:
        texts = [one for one in texts_of(desk, story_id) if one.purged_on is None]
        texts.sort(key=lambda one: one.no, reverse=True)
        if kind is PaperKind.SHEET:
            texts.sort(key=lambda one: one.kind is not VersionKind.PLAIN_LANGUAGE)
        yes = (one for one in texts if _may(desk, one, occasion, kind))
        best = next(yes, texts[0] if texts else None)
        chosen.append((story_id, best.id if best is not None else 0))
    return chosen


def every_that_may(desk: Desk, occasion: Occasion, kind: PaperKind) -> list[tuple[int, int]]:
    """Give the stories that may be printed for an occasion, by title, each with its best text.

    At most `MOST`; those that no list shows are left out. Looks at every story: in a screen, call
    it in a thread.
    """
    lines = may_we(desk, occasion, WAYS[kind]).may[:MOST]
    return choose(desk, [line.story.id for line in lines], occasion, kind)


def print_stories(
    desk: Desk, chosen: Iterable[tuple[int, int]], occasion: Occasion, wish: Wish, path: Path
) -> OnPaper:
    """Write the chosen stories to a new PDF.

    Args:
        desk: where.
        chosen: numbers of story and version, in the order in which they come on paper.
        occasion: for what and for whom; on paper.
        wish: what stands around them.
        path: where it comes.

    Raises:
        AlreadyThere: there is a file already; nothing was let out.
        CannotWrite: the folder or the disk refuses; the uses say that nothing was written.
        NoneMay: the gate keeps every one in; nothing was written.
        NoPrintPart: the extra ``print`` is not installed; nothing was let out.
        NothingChosen: no story was chosen.
        ReadOnly: the log cannot be written, so nothing leaves.
    """
    wanted = list(chosen)
    if not wanted:
        raise NothingChosen
    _look_ahead(path)
    done = bundle(
        desk, wanted, occasion, WAYS[wish.kind], contact=wish.kept_by, copies=wish.copies,
        where_found=path.name,
    )  # fmt: skip
    if not done.let_out:
        raise NoneMay(done.left_out)
    from edtui.exchange.paper.printing import printed  # only for printing

    try:
        made = printed(paper_of(desk, done.let_out, occasion, wish), data_dir() / "fonts")
        write_new(path, made.content)
    except BaseException:
        _nothing_left(desk, done)
        raise
    return OnPaper(path, made.pages, done.let_out, done.left_out, made.lacking)


def _may(desk: Desk, version: StoryVersion, occasion: Occasion, kind: PaperKind) -> bool:
    verdict = verdict_on(desk, version.story_id, version.id, occasion, WAYS[kind])
    return verdict.answer is Answer.YES


def _look_ahead(path: Path) -> None:
    """Stop before anything is let out, where it could not be written anyhow."""
    if find_spec("fpdf") is None:
        raise NoPrintPart
    try:
        path.lstat()
    except FileNotFoundError:
        pass
    except (OSError, ValueError) as error:  # too long, or signs that no name has
        raise CannotWrite(name=path.name) from error
    else:
        raise AlreadyThere(name=path.name)
    if not path.parent.is_dir() or not os.access(path.parent, os.W_OK):
        raise CannotWrite(name=path.name)


def _nothing_left(desk: Desk, done: Bundle) -> None:
    """Say in the uses that nothing left after all: they were noted before it could."""
    result = _("nothing was written")
    for one in done.let_out:
        if one.use is not None:
            save_use(
                desk, one.use.with_(recalled_on=desk.clock.today(), recall_result=result, copies=0)
            )
