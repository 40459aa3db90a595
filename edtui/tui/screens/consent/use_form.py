"""Using a story for an occasion that may: how, by whom, who has it; logged before it leaves."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from edtui.desk import story_exit
from edtui.desk.story_occasion import OccasionLine
from edtui.errors import N_, Sentence
from edtui.locale import _, dates
from edtui.records.story_exits import MEDIA, Exit
from edtui.records.story_papers import Occasion
from edtui.tui.dialogs.form import Section
from edtui.tui.screens.consent.maybe_path import MaybePath
from edtui.tui.screens.consent.story_form import StoryForm
from edtui.tui.widgets.fields import ChoiceField, Field, NumberField, TextField, fixed

if TYPE_CHECKING:
    from edtui.tui.screens.people.tools import Tools

Done = Callable[[Any], object]
"""What is done, with the app, once the form is away."""

WAYS = {
    Exit.READING: N_("read it here"),
    Exit.PROJECTING: N_("project it"),
    Exit.PRINTING: N_("a handout (PDF)"),
    Exit.TELLING: N_("outside the program"),
}

_MOST = 100_000


def use_form(tools: "Tools", line: OccasionLine, held: Occasion) -> StoryForm:
    """Make the form; what it gives is to be called with the app."""
    version = line.version
    assert version is not None  # noqa: S101  what may, has a text
    story_id, version_id = line.story.id, version.id
    ways = [way for way in WAYS if held.medium in MEDIA[way]]
    fields: list[Field] = [
        TextField("told_by", N_("By whom"), max_length=80,
                  help=N_("who tells it or reads it")),
        TextField("contact", N_("Who has it"), max_length=200,
                  help=N_("who is told when it is withdrawn")),
        NumberField("copies", N_("Copies"), least=0, most=_MOST, whole=True),
        TextField("where_found", N_("Address"), max_length=200,
                  help=N_("on the web, or the number of the issue")),
    ]  # fmt: skip
    if len(ways) > 1:
        how = fixed(*((way.value, _(WAYS[way])) for way in ways))
        fields.insert(0, ChoiceField("way", N_("How"), how, required=True))

    def save(values: Mapping[str, Any]) -> Done:
        way = Exit(values.get("way") or Exit.TELLING.value)
        more = {name: values.get(name) or "" for name in ("told_by", "contact", "where_found")}
        if way is Exit.PRINTING:
            return _printing(tools, (story_id, version_id), held, values)
        if way is not Exit.TELLING:
            return _opening(story_id, version_id, held, way)
        story_exit.let_out(
            tools.desk, story_id, version_id, held, way,
            copies=values.get("copies") or 0, **more,
        )  # fmt: skip
        return _noted

    if Exit.PRINTING in ways:
        fields.append(MaybePath("path", N_("File"),
                              help=N_("for a handout: a new file (.pdf)")))  # fmt: skip

    def check(values: Mapping[str, Any]) -> dict[str, Sentence]:
        from edtui.tui.screens.people.new_file import path_says

        if values.get("way") != Exit.PRINTING.value:
            return {}
        if not values.get("path"):
            return {"path": Sentence(N_("Say where the file is to come."))}
        return path_says(values)

    title = f"{line.story.title} · {dates.day(held.on)}"
    form = StoryForm(title, [Section("", fields)], stored={}, save=save, check=check, small=True)
    return form.about(story_id)


def _noted(app: Any) -> None:
    app.notify(_("It stands in the log and with the uses of the story."), markup=False)


def _opening(story_id: int, version_id: int, held: Occasion, way: Exit) -> Done:
    """Open it on this screen: reading asks the gate and writes the log line itself."""

    def open_(app: Any) -> None:
        from edtui.tui.screens.reading.ways import share_now

        share_now(app, story_id, version_id, held, way)

    return open_


def _printing(
    tools: "Tools", text: tuple[int, int], held: Occasion, values: Mapping[str, Any]
) -> Done:
    """Write a handout: the gate is asked, the log line and the use written, before the file."""

    def print_(app: Any) -> None:
        from edtui.desk.story_paper import Wish
        from edtui.exchange.paper.content import PaperKind
        from edtui.tui.screens.story_out.paper import Asked, make_paper

        wish = Wish(
            kind=PaperKind.HANDOUT,
            title=held.words,
            kept_by=values.get("contact") or "",
            copies=values.get("copies") or 0,
        )
        make_paper(app, tools.desk, Asked(Path(values["path"]), [text[0]], held, wish))

    return print_
