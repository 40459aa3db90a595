"""A text from a file: a new story from the list, a version from a story's page."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from edtui.desk.story_importing import Imported, import_story, import_version
from edtui.desk.story_texts import texts_of
from edtui.errors import N_, Sentence
from edtui.exchange.texts.files import ENDINGS
from edtui.locale import _, say
from edtui.records.story_words import VersionKind
from edtui.tui.commands.stories import STORY
from edtui.tui.dialogs.form import Section
from edtui.tui.dialogs.people.file_form import FileForm
from edtui.tui.screens.consent.story_form import StoryForm
from edtui.tui.screens.people.path_field import PathField
from edtui.tui.screens.stories.openings import show_story
from edtui.tui.widgets.fields import ChoiceField, Option, TextField

if TYPE_CHECKING:
    from edtui.records.story import Story
    from edtui.tui.dialogs.form import Form
    from edtui.tui.screens.stories.node import StoryNode

_HELP = N_("a text (.docx, .odt, .txt or .md), such as ~/Documents/story.docx")


def open_take_in(node: "StoryNode") -> None:
    """Ask which file; on a story's page it becomes a version of that one."""
    story = node.story if node.WHERE == STORY else None

    def came(made: Imported | None) -> None:
        if made is None:
            return
        _tell(node, made)
        if story is None:
            show_story(node, made.story.id)

    node.app.push_screen(_story_form(node) if story is None else _version_form(node, story), came)


def _story_form(node: "StoryNode") -> FileForm:
    return FileForm(
        _("A story from a file"),
        [Section("", [_path()])],
        save=lambda values: import_story(node.desk, Path(values["path"])),
        check=_is_there,
        small=True,
    )


def _version_form(node: "StoryNode", story: "Story") -> "Form":
    desk, tools = node.desk, node.tools()
    first = not any(one.text for one in texts_of(desk, story.id))
    kinds = [
        Option(one.value, tools.words.label("story_version_kinds", one.value))
        for one in VersionKind
        if first is (one is VersionKind.ORIGINAL)
    ]
    fields = [
        _path(),
        ChoiceField("kind", N_("What it is"), lambda: kinds, required=True),
        TextField("note", N_("What was changed"), max_length=200),
    ]

    def save(values: Mapping[str, Any]) -> Imported:
        kind = VersionKind(values["kind"])
        return import_version(
            desk, story.id, Path(values["path"]), kind, change_note=values["note"] or ""
        )

    return StoryForm(
        _("A text of {title} from a file").format(title=story.title),
        [Section("", fields)],
        stored={"kind": kinds[0].code},
        save=save,
        check=_is_there,
        small=True,
    ).about(story.id)


def _path() -> PathField:
    return PathField("path", N_("File"), endings=ENDINGS, help=_HELP)


def _is_there(values: Mapping[str, Any]) -> dict[str, Sentence]:
    path = str(values.get("path") or "")
    try:
        missing = bool(path) and not Path(path).is_file()
    except (OSError, ValueError):  # too long for a name, or signs that no name has
        missing = True
    return {"path": Sentence(N_("There is no file with that name."))} if missing else {}


def _tell(node: "StoryNode", made: Imported) -> None:
    """Say what of the file did not come along, and that the file itself still lies there."""
    told = [_("The file itself still lies there: remove it if nobody needs it.")]
    if made.left_out:
        left = ", ".join(say(one) for one in made.left_out)
        told.insert(0, _("Left out: {what}.").format(what=left))
    node.app.notify(" ".join(told), markup=False)
