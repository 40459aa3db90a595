"""The fields around the grid: term, rights, later, in return, the talk, the proof."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from edtui.errors import N_
from edtui.locale import _
from edtui.records.story_words import Value
from edtui.tui.dialogs.form import Section
from edtui.tui.plain import plain
from edtui.tui.screens.consent import grid, words
from edtui.tui.screens.consent.grid_field import GridField
from edtui.tui.screens.consent.maybe_path import MaybePath
from edtui.tui.screens.stories.own_facts import ANONYMITY
from edtui.tui.widgets.fields import (
    ChoiceField,
    DateField,
    Field,
    MoneyField,
    Option,
    Options,
    TextField,
    YesNoField,
    fixed,
)

if TYPE_CHECKING:
    from edtui.tui.screens.people.tools import Tools

TERM_12, TERM_24, TERM_OTHER = "12", "24", "other"
SCANS = (".pdf", ".png", ".jpg", ".jpeg", ".odt", ".docx")
"""Endings of files that are offered."""

HOW_LONG = (
    (TERM_12, N_("12 months")),
    (TERM_24, N_("24 months")),
    (TERM_OTHER, N_("another day")),
)


class InWords(Field):
    """What the grid says, in words, to read aloud to the narrator. Nothing is typed here."""

    def __init__(self, label: words.Label) -> None:
        super().__init__("in_words", N_("In words"))
        self.words = label
        self._lines = Static("", markup=False)
        self._said: grid.Said = {}

    def editor(self) -> Iterable[Widget]:
        """Give the room for the lines."""
        yield self._lines

    @property
    def value(self) -> Any:
        """Nothing: it is made of the grid."""
        return ""

    @value.setter
    def value(self, value: Any) -> None:
        pass

    def on_mount(self) -> None:
        """Say what there is to say."""
        self.show(self._said)

    def show(self, said: grid.Said) -> None:
        """Say what a grid says."""
        self._said = dict(said)
        if not self.is_attached:
            return
        lines = [
            Content.assemble(
                plain(self.words("story_audiences", one.audience.value)).stylize("bold"),
                plain(f", {_(words.SAYS[one.value])}: "),
                plain(one.words),
            )
            for one in words.allowed(self._said, self.words)
        ]
        nothing = plain(_(words.NOTHING_ALLOWED)).stylize("$text-muted")
        self._lines.update(Content("\n").join(lines or [nothing]))


def fields(tools: "Tools", before: grid.Said) -> list[Section]:
    """Give the sections of the consent form.

    Args:
        tools: for words.
        before: what counts until this is saved.
    """
    label = tools.words.label
    recognised = fixed(*((str(at), _(word)) for at, word in enumerate(ANONYMITY)))
    said = N_("what the narrator says themselves")
    return [
        Section("", [GridField("scopes", label, before), InWords(label)]),
        Section(N_("Until when"), [
            ChoiceField("term", N_("How long"), how_long(),
                        help=N_("nobody promises for ever: ask again when it ends")),
            DateField("valid_until", N_("Until"), required=True, help=N_("the last day")),
        ]),
        Section(N_("How it may be used"), [
            tools.choice("edit_right", N_("Editing"), "story_edit_rights"),
            _answer("quote_right", N_("Quoting"), tools),
            _answer("image_voice_right", N_("Image, voice"), tools),
            YesNoField("see_before_use", N_("Sees first"),
                       help=N_("before each use: yes, and not known, is to ask each time")),
            tools.choice("attribution", N_("Named as"), "story_attributions",
                         help=N_("a name can be the point; leaving it out can hurt as well")),
            ChoiceField("anonymity_wanted", N_("Recognisable"), recognised,
                        help=N_("in a small region a striking event is enough to be recognised")),
        ]),
        Section(N_("Later"), [
            tools.choice("after_death", N_("After death"), "story_later", help=said),
            tools.choice("if_unreachable", N_("No contact"), "story_later", help=said),
            tools.choice("if_leaving", N_("On leaving"), "story_later", help=said),
            TextField("ask_whom", N_("Ask then"), max_length=200,
                      help=N_("who decides when the narrator cannot")),
        ]),
        Section(N_("In return"), [
            TextField("compensation", N_("What"), max_length=200),
            MoneyField("compensation_cents", N_("Amount")),
        ]),
        Section(N_("The talk"), [
            DateField("talk_on", N_("On")),
            TextField("talk_held_by", N_("Who explained"), max_length=80),
            YesNoField("talk_is_manager", N_("Has power"),
                       help=N_("coordinator, employer or treatment: then a no is hard to say")),
            tools.several("talk_told_risks", N_("Told"), "story_risks"),
            TextField("talk_support_present", N_("Support there"), max_length=200,
                      help=N_("who sat beside the narrator")),
        ]),
        Section(N_("Proof"), [
            tools.choice("evidence_kind", N_("Kind"), "story_evidence"),
            TextField("evidence_place", N_("Where it lies"), max_length=200,
                      help=N_("folder or cupboard; never what it says")),
            TextField("evidence_witness", N_("Witness"), max_length=80),
            TextField("evidence_wording", N_("Form"), max_length=200,
                      help=N_("which version of the words was used")),
            MaybePath("evidence_scan", N_("Scan"), endings=SCANS,
                      help=N_("its fingerprint is kept here, the file stays where it is")),
        ]),
    ]  # fmt: skip


def how_long() -> Options:
    """Give the terms that are suggested, in the language in use."""
    return fixed(*((code, _(label)) for code, label in HOW_LONG))


def _answer(key: str, label: str, tools: "Tools") -> ChoiceField:
    """Make a field for no, ask or yes; nothing chosen is no."""

    def options() -> list[Option]:
        return [Option(one.value, tools.words.label("story_values", one.value)) for one in Value]

    return ChoiceField(key, label, options)
