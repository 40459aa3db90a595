"""What was being typed is offered again."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from support.memory_vault import MemoryVault

from edtui.desk import drafts
from edtui.desk.errors import ReadOnly
from edtui.desk.session import Desk
from edtui.errors import Sentence


def test_a_draft_is_offered_with_what_was_typed(memory_desk, clock):
    drafts.keep(memory_desk, "person", "people", 0, {"first_names": "Ri"})
    drafts.keep(memory_desk, "person", "people", 0, {"first_names": "Riet [/b]", "n": ["a"]})
    again = Desk(memory_desk.vault, clock)
    draft = drafts.offer(again, "person", "people")
    assert draft is not None
    assert draft.values == {"first_names": "Riet [/b]", "n": ["a"]}
    assert draft.moment == clock.now()
    assert drafts.offer(again, "person", "people", 3) is None


def test_it_stands_beside_what_it_drafts_and_cannot_be_taken_back(memory_desk):
    drafts.keep(memory_desk, "person", "people", 3, {"notes": "x"})
    assert memory_desk.vault.db.tables() == {"drafts_office"}
    assert memory_desk.undo_stack.peek() is None


def test_a_dropped_draft_is_gone(memory_desk):
    drafts.keep(memory_desk, "person", "people", 3, {"notes": "x"})
    drafts.drop(memory_desk, "person", "people", 3)
    drafts.drop(memory_desk, "person", "people", 3)
    assert drafts.drafts(memory_desk) == []


def test_everybody_has_their_own_newest_first(memory_desk, clock):
    other = Desk(MemoryVault("bert"), clock)
    other.vault.db = memory_desk.vault.db
    drafts.keep(memory_desk, "person", "people", 3, {"notes": "x"})
    drafts.keep(other, "person", "people", 3, {"notes": "y"})
    clock.advance(timedelta(minutes=1))
    drafts.keep(memory_desk, "organisation", "organisations", 0, {"name": "z"})
    assert [d.form for d in drafts.drafts(memory_desk)] == ["organisation", "person"]
    assert [d.values for d in drafts.drafts(other)] == [{"notes": "y"}]


def test_nothing_is_kept_where_nothing_can_be_written(memory_desk):
    memory_desk.vault.read_only = Sentence("full")
    with pytest.raises(ReadOnly):
        drafts.keep(memory_desk, "person", "people", 3, {"notes": "x"})


def test_keeping_one_holds_up_nobody_who_types(memory_desk, monkeypatch):
    """Another terminal that writes for long is waited for when something is saved, not here."""
    vault, waited = memory_desk.vault, []
    vault.log = SimpleNamespace(patience=10.0)
    transaction = vault.transaction
    monkeypatch.setattr(
        vault, "transaction", lambda: (waited.append(vault.log.patience), transaction())[1]
    )
    drafts.keep(memory_desk, "person", "people", 1, {"notes": "half"})
    assert waited == [0.5]
    assert vault.log.patience == 10.0
