"""Stories on paper: asks what and for whom, makes it in a thread, says what stayed in and why."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from edtui.desk import story_exit, story_printing
from edtui.desk.session import Desk
from edtui.desk.story_paper import Wish
from edtui.desk.story_papers import occasion
from edtui.errors import N_, EdtuiError, Sentence
from edtui.exchange.paper.content import PaperKind
from edtui.locale import _, explain, ngettext
from edtui.locale.numbers import count
from edtui.records.story import Story
from edtui.records.story_gate import Answer
from edtui.records.story_papers import Occasion
from edtui.records.story_words import Audience, Medium, Purpose
from edtui.tui.dialogs.form import Section
from edtui.tui.screens.consent.story_form import StoryForm
from edtui.tui.screens.people.new_file import path_says
from edtui.tui.screens.people.path_field import PathField
from edtui.tui.screens.reading.occasion_fields import occasion_fields
from edtui.tui.screens.story_out.stayed_in import StayedIn
from edtui.tui.widgets.fields import ChoiceField, Field, NumberField, TextField, fixed

if TYPE_CHECKING:
    from edtui.tui.screens.stories.node import StoryNode

KINDS = {
    PaperKind.BOOKLET: N_("booklet"),
    PaperKind.HANDOUT: N_("lesson handout"),
    PaperKind.SHEET: N_("plain sheet"),
}
ONE, LISTED, ALL = "one", "listed", "all"
_COPIES = 100_000


class Asked(NamedTuple):
    """What is to be made."""

    path: Path
    stories: Sequence[int] | None
    """Numbers; None: every story that may."""

    when: Occasion
    wish: Wish


def open_paper(node: "StoryNode") -> None:
    """Ask, then write the file in a thread."""
    desk, app = node.desk, node.app

    def asked(answer: Asked | None) -> None:
        if answer is not None:
            make_paper(app, desk, answer)

    app.push_screen(paper_form(node), asked)


def make_paper(app: Any, desk: Desk, asked: Asked) -> None:
    """Write the file in a thread, and say what came of it."""
    app.notify(_("The pages are being made."), markup=False)
    app.run_worker(lambda: _make(app, desk, asked), thread=True, group="paper", exit_on_error=False)


def paper_form(node: "StoryNode") -> StoryForm:
    """Make the form; its result is `Asked`."""
    from edtui.tui.screens.stories.stories import StoriesScreen  # it reads the areas

    desk, tools = node.desk, node.tools()
    story = node.story
    listed = node.numbers_around() if isinstance(node, StoriesScreen) else []
    which = _which(story, listed)
    purpose, audience, words, place, group = occasion_fields(tools)
    fields: list[Field] = [
        ChoiceField("which", N_("Which"), fixed(*which), required=True),
        ChoiceField(
            "kind", N_("What"), fixed(*((one.value, _(word)) for one, word in KINDS.items())),
            required=True,
        ),
        purpose,
        audience,
        words,
        place,
        group,
        NumberField("copies", N_("Copies"), least=0, most=_COPIES, whole=True),
        TextField(
            "kept_by", N_("Kept by"), max_length=200, help=N_("who is told when one is withdrawn")
        ),
        TextField("title", N_("Title on the front"), max_length=200),
        TextField(
            "contact", N_("Contact"), max_length=200, help=N_("on every page; empty: the team")
        ),
        PathField("path", N_("File"), help=N_("a new file (.pdf); nothing is ever overwritten")),
    ]  # fmt: skip

    def numbers(values: Mapping[str, Any]) -> list[int] | None:
        if values["which"] == ONE and story is not None:
            return [story.id]
        return listed[: story_printing.MOST] if values["which"] == LISTED else None

    def check(values: Mapping[str, Any]) -> dict[str, Sentence]:
        found = path_says(values)
        when = _occasion(desk, values)
        if (
            values.get("which") == ONE
            and story is not None
            and when is not None
            and values.get("kind")
        ):
            kind = PaperKind(values["kind"])
            [(number, version)] = story_printing.choose(desk, [story.id], when, kind)
            way = story_printing.WAYS[kind]
            verdict = story_exit.verdict_on(desk, number, version, when, way)
            if verdict.answer is not Answer.YES:
                found["audience"] = verdict.reasons[0]
        return found

    def save(values: Mapping[str, Any]) -> Asked:
        kind, when = PaperKind(values["kind"]), _occasion(desk, values)
        assert when is not None  # noqa: S101  the fields are required
        wish = Wish(
            kind=kind,
            title=values["title"] or "",
            contact=values["contact"] or "",
            kept_by=values["kept_by"] or "",
            copies=values["copies"] or 0,
        )
        return Asked(Path(values["path"]), numbers(values), when, wish)

    first = ONE if story is not None else ALL
    start = Path.home() / _("stories.pdf")
    return StoryForm(
        _("Print stories"),
        [Section("", fields)],
        stored={"which": first, "kind": PaperKind.HANDOUT.value, "path": str(start)},
        save=save,
        check=check,
    )


def _which(story: Story | None, listed: Sequence[int]) -> list[tuple[str, str]]:
    options = []
    if story is not None:
        options.append((ONE, _("this story")))
    if len(listed) > 1:
        shown = min(len(listed), story_printing.MOST)
        words = ngettext("{count} story of the list", "{count} stories of the list", shown)
        options.append((LISTED, words.format(count=count(shown))))
    return [*options, (ALL, _("every story that may"))]


def _occasion(desk: Desk, values: Mapping[str, Any]) -> Occasion | None:
    if not values.get("purpose") or not values.get("audience"):
        return None
    return occasion(
        desk,
        Purpose(values["purpose"]),
        Audience(values["audience"]),
        Medium.ON_PAPER,
        words=values.get("words") or "",
        place=values.get("place") or "",
        group_size=values.get("group_size") or 0,
    )


def _make(app: Any, desk: Desk, asked: Asked) -> None:
    """Let the stories out and write them. Runs in a thread."""

    def in_app(do: Callable[..., object], *given: object, **more: object) -> None:
        if app.desk is desk:  # not after a lock
            app.call_from_thread(do, *given, **more)

    when, kind = asked.when, asked.wish.kind
    try:
        if asked.stories is None:
            chosen = story_printing.every_that_may(desk, when, kind)
        else:
            chosen = story_printing.choose(desk, asked.stories, when, kind)
        if not chosen:
            raise story_printing.NoneMay(())
        done = story_printing.print_stories(desk, chosen, when, asked.wish, asked.path)
    except story_printing.NoneMay as none:
        in_app(app.push_screen, StayedIn(explain(none), none.left_out))
        return
    except EdtuiError as error:
        in_app(app.notify, explain(error), severity="warning", markup=False)
        return
    except Exception as error:  # whatever it is, the app reports it
        if app.desk is desk:
            app.fail_from_thread(error)
        return
    number = len(done.let_out)
    said = ngettext("{count} story in {file}.", "{count} stories in {file}.", number)
    told = [said.format(count=count(number), file=done.path.name)]
    told.append(_("The file is not sealed: keep it as you keep the stories."))
    if done.lacking:
        signs = _("These signs cannot be printed, a box stands for each: {signs}")
        told.append(signs.format(signs=" ".join(sorted(done.lacking))))
    if done.left_out:
        in_app(app.push_screen, StayedIn(" ".join(told), done.left_out))
    else:
        in_app(app.notify, " ".join(told), markup=False)
