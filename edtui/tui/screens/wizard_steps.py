"""The steps of the first run: what each asks, and what is not right yet."""

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Input, Label, OptionList, Static
from textual.widgets.option_list import Option

from edtui.desk.passphrase import strength
from edtui.errors import N_
from edtui.locale import _, say
from edtui.tui.plain import plain

EMPTY, IMPORT, DEMO = "empty", "import", "demo"
WORDS_IN_A_ROW = 4
CHECKED = 2
"""Words of the sheet that are asked back."""


@dataclass
class Typed:
    """All that was typed so far; steps come and go, this stays."""

    values: dict[str, str] = field(default_factory=dict)
    words: Sequence[str] = ()
    """Of the recovery sheet; empty until the vault is made."""

    asked: tuple[int, ...] = ()
    """Places of the words that are asked back, from 1."""

    def __getitem__(self, name: str) -> str:
        value = self.values.get(name, "")
        return value if name in ("first", "again") else value.strip()

    def keep_words(self, words: Sequence[str]) -> None:
        """Take the words of the new vault, and choose which are asked back."""
        self.words = words
        chosen: set[int] = set()
        while len(chosen) < min(CHECKED, len(words)):
            chosen.add(1 + secrets.randbelow(len(words)))
        self.asked = tuple(sorted(chosen))


class Step:
    """One page of the wizard."""

    title = ""
    """Message id."""

    text = ""
    """What to know, message id."""

    focus = ""
    """Selector of where typing starts."""

    def body(self, typed: Typed) -> Iterable[Widget]:  # noqa: ARG002  for subclasses
        """Give what stands below the text."""
        return ()

    def wrong(self, typed: Typed) -> tuple[str, str] | None:  # noqa: ARG002  for subclasses
        """Give the field that is not right yet and what to do, or None."""
        return None


class TeamStep(Step):
    """Who you are."""

    title = N_("Welcome")
    text = N_(
        "edtui keeps everything of one team in one sealed file on this computer. "
        "It needs no internet. First: who is it for?"
    )
    focus = "#team"

    def body(self, typed: Typed) -> Iterable[Widget]:
        """Give team and name."""
        yield row(_("Team's name"), "team", typed)
        yield row(_("Your name"), "name", typed)
        yield Static(
            plain(_("Your name is what you sign in with; a first name will do.")), id="hint"
        )

    def wrong(self, typed: Typed) -> tuple[str, str] | None:
        """Ask for both."""
        if not typed["team"]:
            return "team", _("Type the name of the team, such as 'Team North'.")
        if not typed["name"]:
            return "name", _("Type your name.")
        return None


class PassphraseStep(Step):
    """The key."""

    title = N_("Your passphrase")
    text = N_(
        "With this sentence you open the vault, and nobody can open it without. "
        "Four or five words that do not belong together are strong and easy to keep in mind."
    )
    focus = "#first"

    def body(self, typed: Typed) -> Iterable[Widget]:
        """Give the passphrase twice, and how strong it is."""
        yield row(_("Passphrase"), "first", typed, secret=True)
        yield row(_("Once more"), "again", typed, secret=True)
        yield Static(plain(how_strong(typed)), id="hint")

    def wrong(self, typed: Typed) -> tuple[str, str] | None:
        """Want it strong, and twice the same."""
        if not typed["first"]:
            return "first", _("Type a passphrase.")
        found = strength(typed["first"], typed["name"], typed["team"])
        if not found.enough:
            return "first", _("This is not strong enough yet.")
        if not typed["again"]:
            return "again", _("Type the passphrase once more.")
        if typed["first"] != typed["again"]:
            return "again", _("The two passphrases differ. Type the second one again.")
        return None


class SheetStep(Step):
    """The recovery sheet, shown once."""

    title = N_("The recovery sheet")
    text = N_(
        "Write these words on paper, in this order: they are shown only now. If you ever forget "
        "your passphrase, they are the only way in. Keep the sheet where you keep keys."
    )

    def body(self, typed: Typed) -> Iterable[Widget]:
        """Give the words with their numbers, in columns."""
        wide = max((len(word) for word in typed.words), default=0) + 2
        cells = [f"{at:>2} {word:<{wide}}" for at, word in enumerate(typed.words, start=1)]
        height = -(-len(cells) // WORDS_IN_A_ROW)
        lines = ["".join(cells[line::height]).rstrip() for line in range(height)]
        yield Static(plain("\n".join(lines)), id="words")


class CheckStep(Step):
    """Two words back."""

    title = N_("Is it on paper?")
    text = N_("Type two words from the sheet. If you cannot read them: esc shows the sheet again.")
    focus = "#word0"

    def body(self, typed: Typed) -> Iterable[Widget]:
        """Ask for each word by its number."""
        for at, number in enumerate(typed.asked):
            yield row(_("Word {number}").format(number=number), f"word{at}", typed)

    def wrong(self, typed: Typed) -> tuple[str, str] | None:
        """Compare; capitals do not matter."""
        for at, number in enumerate(typed.asked):
            word = typed[f"word{at}"].casefold()
            if not word:
                said = _("Type word {number} of the sheet.")
            elif word != typed.words[number - 1].casefold():
                said = _("Word {number} is another one. Look at the sheet; esc shows it again.")
            else:
                continue
            return f"word{at}", said.format(number=number)
        return None


class StartStep(Step):
    """What to begin with."""

    title = N_("The vault is there")
    text = N_("What do you want to begin with? Everything can be added later too.")
    focus = "#start"

    choices = (
        (EMPTY, N_("Empty: I add people myself")),
        (IMPORT, N_("With our list: import a spreadsheet")),
        (DEMO, N_("With an invented team, to look around")),
    )

    def body(self, typed: Typed) -> Iterable[Widget]:
        """Give the three ways."""
        options = OptionList(
            *(Option(plain(_(title)), id=name) for name, title in self.choices),
            id="start",
            markup=False,
            compact=True,
        )
        names = [name for name, _title in self.choices]
        options.highlighted = names.index(typed["start"]) if typed["start"] else 0
        yield options


STEPS: tuple[Step, ...] = (TeamStep(), PassphraseStep(), SheetStep(), CheckStep(), StartStep())


def row(label: str, name: str, typed: Typed, *, secret: bool = False) -> Horizontal:
    """Give a label with its input, holding what was typed there before."""
    most = 500 if secret else 80
    entry = Input(
        typed.values.get(name, ""), id=name, password=secret, compact=True, max_length=most
    )
    return Horizontal(Label(plain(label), classes="label"), entry, classes="row")


def how_strong(typed: Typed) -> str:
    """Give the strength of the passphrase in words."""
    if not typed["first"]:
        return ""
    found = strength(typed["first"], typed["name"], typed["team"])
    return " ".join(say(part) for part in (found.words, found.why) if part is not None)
