"""What can be done with a text: write it, derive one from it, hand it in, approve, erase."""

from functools import partial
from typing import TYPE_CHECKING, Any

from edtui.desk import story_versions
from edtui.desk.session import Desk
from edtui.desk.story_plugin import BEGUN
from edtui.desk.story_texts import texts_of
from edtui.errors import N_, EdtuiError, Sentence
from edtui.locale import _, explain
from edtui.records.story import Story
from edtui.records.story_version import StoryVersion
from edtui.tui.screens.stories.openings import show_difference, show_text
from edtui.tui.screens.stories.text_keeper import WRITTEN

if TYPE_CHECKING:
    from textual.app import App

    from edtui.tui.screens.stories.node import StoryNode

SITTING = "story-writing"
"""Group of the worker in which somebody writes."""

EMPTY = Sentence(N_("There is no text yet; {key} writes one."), {"key": "o"})
HANDED_IN = Sentence(N_("This text is handed in already; {key} makes a new version."), {"key": "n"})
ERASED = Sentence(N_("This text is erased already."))
FIRST = Sentence(N_("This is the first text: there is nothing to put beside it."))


def write(node: "StoryNode") -> None:
    """Write the text that may still be written; else begin the first, or a new version."""
    story = node.story
    if story is None:
        return
    every = texts_of(node.desk, story.id)
    open_ones = [one for one in every if one.may_change]
    chosen = next((one for one in open_ones if one.id == node.version_id), None)
    if chosen is None and open_ones:
        chosen = open_ones[-1]
    if chosen is None and every:
        derive(node)
        return
    _write(node, story.id, chosen)


def write_on(node: "StoryNode") -> None:
    """Write this text, or a new version of one that does not change any more."""
    version = node.version
    if version is None:
        return
    if version.may_change:
        _write(node, version.story_id, version)
    else:
        derive(node)


def _write(node: "StoryNode", story_id: int, version: StoryVersion | None) -> None:
    from edtui.tui.screens.stories.writing import write_text

    if any(one.group == SITTING and not one.is_finished for one in node.app.workers):
        return  # the key was pressed twice
    # The app's worker: the screen under the sheet may be left while somebody writes.
    node.app.run_worker(write_text(node, story_id, version), group=SITTING)


def go_on_writing(node: "StoryNode", number: int, form: str) -> bool:
    """Write on a text of which there is a draft; say whether it is one, and is still there."""
    version = node.desk.find(StoryVersion, number)
    about = form.removeprefix(BEGUN)
    if form != WRITTEN and not about.isdigit():
        return False
    story_id = version.story_id if version else int(about) if about.isdigit() else 0
    if node.desk.find(Story, story_id) is None:
        return False
    _write(node, story_id, version)
    return True


def describe(node: "StoryNode") -> None:
    """Change what is known of the text beside its words."""
    from edtui.tui.screens.stories.text_forms import facts_form

    version = node.version
    if version is not None:
        node.app.push_screen(facts_form(node.tools(), version))


def derive(node: "StoryNode") -> None:
    """Make a new version of the text, and write it."""
    from edtui.tui.screens.stories.text_forms import derive_form

    version = node.version
    if version is None or not version.text:
        return

    def made(found: StoryVersion | None) -> None:
        if found is not None:
            show_text(node, found.id)
            _write(node, found.story_id, found)

    node.app.push_screen(derive_form(node.tools(), version), made)


def no_words(node: "StoryNode") -> Sentence | None:
    """Say that there is nothing to make a version of, or to approve."""
    version = node.version
    return EMPTY if version is not None and not version.text else None


def difference(node: "StoryNode") -> None:
    """Put the text beside the one that it was made from."""
    version = node.version
    if version is not None:
        show_difference(node, version.id)


def made_of_nothing(node: "StoryNode") -> Sentence | None:
    """Say that there is no other text to put beside it."""
    version = node.version
    if version is None:
        return None
    others = texts_of(node.desk, version.story_id)
    return None if any(one.text and one.id != version.id for one in others) else FIRST


def approve(node: "StoryNode") -> None:
    """Note that the narrator approves the text that is shown, or does no longer."""
    from edtui.tui.screens.stories.text_forms import approve_form

    version = node.version
    if version is None:
        return
    if version.is_approved:
        _take_back(node, version)
    else:
        node.app.push_screen(approve_form(node.tools(), version))


def _take_back(node: "StoryNode", version: StoryVersion) -> None:
    from edtui.tui.dialogs.confirm import Confirm

    def answered(sure: bool | None) -> None:
        if sure:
            node.do(partial(story_versions.unapprove, node.desk, version.id))

    msgid = N_("Does the narrator not approve text {number} any more? Then it leaves nowhere.")
    question = Sentence(msgid, {"number": version.no})
    node.app.push_screen(Confirm(question, Sentence(N_("not approved"))), answered)


def hand_in(node: "StoryNode") -> None:
    """Hand the text in."""
    version = node.version
    if version is not None:
        node.do(partial(story_versions.lock, node.desk, version.id))


def handed_in(node: "StoryNode") -> Sentence | None:
    """Say that it is handed in already, or that there is nothing to hand in."""
    version = node.version
    if version is not None and not version.may_change:
        return HANDED_IN
    return no_words(node)


def asks_hand_in(node: "StoryNode") -> Sentence | None:
    """Ask before a text never changes any more."""
    version = node.version
    msgid = N_("Hand in text {number}? From then on it never changes; new versions can be made.")
    return Sentence(msgid, {"number": version.no}) if version is not None else None


def erase(node: "StoryNode") -> None:
    """Erase the text for good, out of the file too: that takes a moment."""
    version = node.version
    if version is not None:
        told = _("It is erased, and the file is written anew with new keys")
        node.app.notify(told, markup=False)
        work = partial(_erase, node.app, node.desk, version.id)
        node.app.run_worker(work, group="erase", thread=True, exit_on_error=False)


def _erase(app: "App[Any]", desk: Desk, version_id: int) -> None:
    """Erase in a thread; say how it went."""
    try:
        story_versions.purge(desk, version_id)
        told = _("The text is erased.")
    except EdtuiError as error:
        told = explain(error)
    app.call_from_thread(app.notify, told, markup=False)


def erased(node: "StoryNode") -> Sentence | None:
    """Say that there is nothing left to erase."""
    version = node.version
    return ERASED if version is not None and version.purged_on is not None else None


def asks_erase(node: "StoryNode") -> Sentence | None:
    """Ask before a text goes for good."""
    version = node.version
    msgid = N_("Erase text {number} for good? It cannot be taken back; number and dates stay.")
    return Sentence(msgid, {"number": version.no}) if version is not None else None
