"""Two terminals on one vault: each sees the other's saves, and nothing is overwritten unseen."""

import subprocess
import sys
from pathlib import Path

import pytest

from edtui.desk import drafts, roster, team
from edtui.desk.errors import ChangedElsewhere, ChangedSince
from edtui.desk.find import FindIndex
from edtui.desk.following import follow
from edtui.desk.roster_index import RosterIndex
from edtui.desk.settings import change_settings
from edtui.errors import NotFound, Sentence
from edtui.records.person import Person
from edtui.vault.kdf import FAST

PASSPHRASE = "fiets onder de brug"
ROOT = Path(__file__).parents[2]


@pytest.fixture
def here(tmp_path, clock):
    path = tmp_path / "team.edtui"
    made = team.create_team(path, "Team", "anna", PASSPHRASE, clock=clock, kdf=FAST)
    yield made.desk
    made.desk.vault.close()


@pytest.fixture
def there(here, clock):
    desk = team.open_team(here.vault.path, "anna", PASSPHRASE, clock=clock)
    follow(here)
    yield desk
    desk.vault.close()


@pytest.fixture
def riet(here, there):
    saved = roster.add_person(here, Person(first_names="Riet", notes="one"))
    follow(there)
    return saved


def names(desk):
    return sorted(person.first_names for person in desk.all(Person))


def test_what_another_terminal_saves_is_told_with_before_and_after(here, there, riet):
    heard = []
    there.listen(heard.extend)
    roster.edit_person(here, riet.with_(notes="two"))
    told = follow(there)
    assert [(c.table, c.number, c.before["notes"], c.after["notes"]) for c in told] == [
        ("people", riet.id, "one", "two")
    ]
    assert heard == told
    assert follow(there) == [], "once only"
    assert there.get(Person, riet.id).notes == "two"


def test_what_is_kept_beside_the_records_is_no_news(here, there, riet):
    drafts.keep(here, "person", "people", riet.id, {"notes": "half"})
    assert follow(there) == []
    assert drafts.offer(there, "person", "people", riet.id).values == {"notes": "half"}


def test_roster_and_find_change_in_place(here, there, riet):
    rows, index = RosterIndex(there), FindIndex(there)
    rows.build()
    index.build()
    roster.edit_person(here, riet.with_(first_names="Marij"))
    kees = roster.add_person(here, Person(first_names="Kees"))
    follow(there)
    assert [row.name for row in rows.rows] == ["anna", "Kees", "Marij"]
    assert [hit.number for hit in index.search("marij")] == [riet.id]
    assert index.search("riet") == []
    roster.remove_person(here, kees.id)
    here.vault.compact()
    follow(there)
    assert [row.name for row in rows.rows] == ["anna", "Marij"]
    assert index.search("kees") == []
    change_settings(here, no_contact_weeks=1)
    follow(there)
    fresh = RosterIndex(there)
    fresh.build()
    assert list(rows.rows) == list(fresh.rows)


def test_listeners_hear_in_the_order_of_the_file(here, there, riet):
    """Somebody saved just before: that is told first, then the own act."""
    heard = []
    there.listen(heard.extend)
    kees = roster.add_person(here, Person(first_names="Kees"))
    roster.edit_person(there, riet.with_(notes="mine"))
    assert [(change.number, change.before is None) for change in heard] == [
        (kees.id, True),
        (riet.id, False),
    ]


def test_an_act_that_is_refused_still_tells_what_others_saved(here, there, riet):
    heard = []
    there.listen(heard.extend)
    roster.edit_person(here, riet.with_(notes="theirs"))
    with pytest.raises(ChangedElsewhere) as refused:
        roster.edit_person(there, riet.with_(notes="mine"))
    assert refused.value.theirs["notes"] == "theirs"
    assert refused.value.yours["notes"] == "mine"
    assert [change.after["notes"] for change in heard] == ["theirs"]
    assert there.get(Person, riet.id).notes == "theirs", "nothing was overwritten"


def test_what_was_taken_away_elsewhere_cannot_be_saved(here, there, riet):
    roster.remove_person(here, riet.id)
    with pytest.raises(NotFound):
        roster.edit_person(there, riet.with_(notes="mine"))


def test_new_records_never_share_a_number(here, there):
    first = roster.add_person(here, Person(first_names="A"))
    second = roster.add_person(there, Person(first_names="B"))
    roster.remove_person(there, second.id)
    third = roster.add_person(here, Person(first_names="C"))
    assert len({first.id, second.id, third.id}) == 3


def test_undo_takes_back_only_what_nobody_changed(here, there, riet):
    mine = roster.edit_person(there, riet.with_(notes="mine"))
    with here.act(Sentence("by somebody else"), undoable=False) as act:
        act.put(mine.with_(notes="theirs"))
    with pytest.raises(ChangedSince):
        there.undo_stack.undo()
    assert there.get(Person, riet.id).notes == "theirs"


def test_one_person_at_two_terminals_has_one_row_of_acts(here, there, riet):
    roster.edit_person(here, riet.with_(notes="two"))
    there.undo_stack.undo()
    assert there.get(Person, riet.id).notes == "one", "done here, taken back there"
    here.undo_stack.undo()
    assert here.find(Person, riet.id) is None, "the act before, not the same one again"
    there.undo_stack.redo()
    here.undo_stack.redo()
    assert here.get(Person, riet.id).notes == "two"


SAVES = """
import sys
from pathlib import Path
from edtui.desk import roster, team
from edtui.records.person import Person

desk = team.open_team(Path(sys.argv[1]), "anna", sys.argv[2])
for number in range(20):
    roster.add_person(desk, Person(first_names=f"{sys.argv[3]}{number}"))
riet = desk.get(Person, int(sys.argv[4]))
roster.edit_person(desk, riet.with_(notes="from " + sys.argv[3]))
desk.vault.close()
"""


def test_processes_that_save_at_the_same_time(here, there, riet):
    child = [sys.executable, "-c", SAVES, str(here.vault.path), PASSPHRASE]
    # One process after the other changes Riet, or is refused: never both unseen.
    running = [
        subprocess.Popen([*child, name, str(riet.id)], cwd=ROOT, stderr=subprocess.DEVNULL)
        for name in ("x", "y")
    ]
    mine = [roster.add_person(here, Person(first_names=f"z{n}")).id for n in range(20)]
    assert all(one.wait(30) in (0, 1) for one in running)
    follow(here)
    follow(there)
    assert names(here) == names(there)
    assert len(names(here)) == 2 + 60
    assert len({person.id for person in here.all(Person)}) == 62
    assert set(mine) <= {person.id for person in here.all(Person)}
    with pytest.raises(ChangedElsewhere):
        roster.edit_person(here, riet.with_(notes="mine"))
