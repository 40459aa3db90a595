"""The stories that were withdrawn: only that they were there, and what is left to do."""

from collections.abc import Callable
from typing import Any, NamedTuple

from edtui.desk import folding
from edtui.desk.case_people import person_name
from edtui.desk.session import Desk
from edtui.desk.story_withdrawing import tombstones
from edtui.desk.vocabularies import word
from edtui.errors import N_, Sentence
from edtui.locale import _, dates
from edtui.locale.numbers import count
from edtui.records.story_tombstone import Proof, Tombstone
from edtui.records.story_use import StoryUse
from edtui.tui.commands.consent import WITHDRAWN
from edtui.tui.curtain import shown_name
from edtui.tui.screens.consent.withdrawing import show_reach
from edtui.tui.screens.people.list_screen import ListScreen, Read
from edtui.tui.screens.people.page import Fact, Page, Section
from edtui.tui.widgets.record_table import RecordTable
from edtui.tui.widgets.rows import ListSource, Row, RowSource, Toned
from edtui.tui.widgets.table_columns import Column


class Gone(NamedTuple):
    """One withdrawn story."""

    stone: Tombstone
    narrator: str
    shared: int
    open: int


def withdrawn(desk: Desk) -> list[Gone]:
    """Give the withdrawn stories, the newest first."""
    found = []
    for stone in tombstones(desk):
        ours = desk.having(StoryUse, "story_id", stone.story_id)
        left = sum(use.recalled_on is None for use in ours)
        found.append(Gone(stone, person_name(desk, stone.narrator_id), len(ours), left))
    return found


class WithdrawnScreen(ListScreen):
    """What was withdrawn; enter goes to where it went."""

    WHERE = WITHDRAWN
    MODE = "stories"
    NAME = N_("Withdrawn")
    COLUMNS = (
        Column("on", N_("Withdrawn"), min=12, max=18, priority=9),
        Column("narrator", N_("Narrator"), min=14, max=30, priority=8),
        Column("shared", N_("Shared"), min=7, max=9, priority=5, right=True),
        Column("open", N_("To do"), min=6, max=9, priority=7, right=True),
        Column("told", N_("Narrator told"), min=14, max=18, priority=6),
    )
    EMPTY = Sentence(N_("Nothing was ever withdrawn."))
    stays_when_withdrawn = True

    def find_rows(self, text: str) -> tuple[RowSource, int]:
        """Give the withdrawn stories that fit what was typed."""
        everything, typed = withdrawn(self.desk), folding.words(text)
        left = [
            one for one in everything
            if folding.has_all(folding.searchable(one.narrator), typed)
        ]  # fmt: skip

        def make(one: Gone) -> Row:
            told = one.stone.told_narrator_on
            cells = (
                dates.short_day(one.stone.withdrawn_at.date()),
                shown_name(self.app, one.narrator) if one.narrator else _("not known any more"),
                count(one.shared),
                count(one.open) if one.open else "",
                dates.short_day(told.date()) if told else Toned(_("not told yet"), "attention"),
            )
            asks = bool(one.open) or told is None
            return Row(one.stone.story_id, cells, mark="!" if asks else "", dim=not asks)

        keys: dict[str, Callable[[Any], Any]] = {
            "on": lambda one: one.stone.withdrawn_at,
            "narrator": lambda one: folding.fold(one.narrator) or None,
            "shared": lambda one: one.shared,
            "open": lambda one: one.open,
        }
        source = ListSource(left, make, number=lambda one: one.stone.story_id, keys=keys)
        return source, len(everything)

    def find_page(self, number: int) -> Read | None:
        """Give what stays of it: days and proof, never a word."""
        one = next((gone for gone in withdrawn(self.desk) if gone.stone.story_id == number), None)
        if one is None:
            return None
        stone = one.stone
        facts = [Fact(dates.moment(stone.withdrawn_at), lead=_("On"))]
        facts += [
            Fact(f"{dates.full_day(proof.given_at.date())}, {_status(proof)}", lead=_("Said"))
            for proof in stone.proofs
        ]
        name = shown_name(self.app, one.narrator) if one.narrator else _("not known any more")
        title = _("A story of {name}").format(name=name)
        lines = [[(title, "name")], *([(f"{fact.lead}  {fact.text}", "")] for fact in facts)]
        page = Page(number, title, "", [Section("stone", N_("What stays"), facts)])
        return Read(page, lines[:4])

    def on_record_table_row_chosen(self, event: RecordTable.RowChosen) -> None:
        """Go to where it went, also where its days stand beside the list."""
        event.stop()
        event.prevent_default()
        self.open_page(event.number)

    def open_page(self, number: int) -> None:
        """Show where it went."""
        show_reach(self.app, self.mode, number)


def _status(proof: Proof) -> str:
    return word("story_consent_statuses", proof.status)
