"""What a role asks of somebody who starts, and how far that is."""

from datetime import date

import pytest

from edtui.config import data_dir
from edtui.records.checklists import (
    ChecklistItem,
    ChecklistUnreadable,
    ItemState,
    items_for,
    load_checklists,
    open_items,
    progress,
    with_entry,
)
from edtui.records.person import Person
from edtui.records.roles import ChecklistEntry
from edtui.records.seen import fulfilled
from edtui.records.vocabulary import load_vocabulary

TODAY = date(2026, 11, 21)
LISTS = load_checklists(data_dir() / "checklists")
ROLES = load_vocabulary(data_dir() / "vocabulary" / "roles.toml")
KINDS = load_vocabulary(data_dir() / "vocabulary" / "training_kinds.toml")


def test_the_lists_that_come_along_are_complete_and_for_roles_that_exist():
    assert set(LISTS) - {"*"} <= {term.code for term in ROLES}
    for items in LISTS.values():
        for item in items:
            assert item.nl
            assert item.en
            need, _, kind = item.needs.partition(":")
            assert need in ("", "vog", "contract", "wishes", "coach", "training")
            assert need != "training" or kind in KINDS


@pytest.mark.parametrize("role", [term.code for term in ROLES])
def test_every_role_asks_the_general_things_first_and_each_once(role):
    items = items_for(role, LISTS)
    codes = [item.code for item in items]
    assert codes[: len(LISTS["*"])] == [item.code for item in LISTS["*"]]
    assert len(set(codes)) == len(codes)


def states(entry, **fields):
    item = ChecklistItem("x", "x", "x", **fields)
    entries = [entry] if entry else []
    return progress([item], entries, TODAY, date(2026, 11, 1))[0].state


@pytest.mark.parametrize(
    ("entry", "state"),
    [
        (None, ItemState.OPEN),
        (ChecklistEntry(item="x"), ItemState.OPEN),
        (ChecklistEntry(item="x", done_on=TODAY), ItemState.DONE),
        (ChecklistEntry(item="x", exempt_reason="elders"), ItemState.EXEMPT),
        (ChecklistEntry(item="x", exempt_reason="later", exempt_until=TODAY), ItemState.EXEMPT),
        (
            ChecklistEntry(item="x", exempt_reason="later", exempt_until="2026-11-20"),
            ItemState.OPEN,
        ),
    ],
)
def test_an_item_is_done_or_exempt_or_open(entry, state):
    assert states(entry) is state


def test_an_item_for_later_is_not_open_yet():
    assert states(None, after_weeks=13) is ItemState.LATER
    assert states(None, after_weeks=2) is ItemState.OPEN
    assert states(ChecklistEntry(item="x", done_on=TODAY), after_weeks=13) is ItemState.DONE


def test_an_entry_takes_the_place_of_what_was_noted_before():
    first = with_entry((), ChecklistEntry(item="x"))
    second = with_entry(first, ChecklistEntry(item="x", done_on=TODAY))
    assert [entry.done_on for entry in second] == [TODAY]
    item = ChecklistItem("x", "x", "x")
    assert open_items(progress([item], first, TODAY)) == [item]
    assert open_items(progress([item], second, TODAY)) == []


def test_what_stands_on_the_record_is_seen():
    person = Person(
        called="R",
        vog={"status": "seen"},
        wishes=["location_visit"],
        training=[{"kind": "wrap", "status": "passed"}, {"kind": "lfb_course", "status": "wanted"}],
    )
    expected = {
        "vog": True,
        "wishes": True,
        "contract": False,
        "coach": False,
        "training:wrap": True,
        "training:lfb_course": False,
        "": None,
    }
    for needs, seen in expected.items():
        assert fulfilled(ChecklistItem("x", "x", "x", needs=needs), person, TODAY) is seen


def test_a_broken_file_is_named(tmp_path):
    (tmp_path / "host.toml").write_text("roles = ['host']\n[items]\na = { nl = 'a' }")
    with pytest.raises(ChecklistUnreadable) as raised:
        load_checklists(tmp_path)
    assert raised.value.params["file"] == "host.toml"
