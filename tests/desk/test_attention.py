"""The quick rules of the list say the same as the rules of the records."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from edtui.desk.attention import ATTENTION, Horizon, attention, still_open
from edtui.desk.checklist_files import checklists, role_items
from edtui.records import attention as rules
from edtui.records.availability import Limits
from edtui.records.contract import ContractPeriod
from edtui.records.lifecycle import Status
from edtui.records.person import Person
from edtui.records.roles import ChecklistEntry, RoleAssignment
from edtui.records.training import TrainingFollowed
from edtui.records.vog import Vog

TODAY = date(2026, 11, 21)
days = st.one_of(
    st.none(),
    st.sampled_from([-3 * 366, -1096, -1095, -1040, -57, -56, -55, -1, 0, 1, 55, 56, 57]).map(
        lambda n: TODAY + timedelta(days=n)
    ),
)
hours = st.one_of(st.none(), st.sampled_from([0.0, 4.0, 8.0]))
people = st.builds(
    Person,
    first_names=st.just("x"),
    status=st.sampled_from([s.value for s in Status]),
    since=days,
    last_spoken_on=days,
    vog=st.builds(
        Vog,
        status=st.sampled_from(["", "not_needed", "asked", "applied", "seen"]),
        issued_on=days,
        seen_on=days,
        renew_by=days,
    ),
    training=st.lists(
        st.builds(
            TrainingFollowed,
            kind=st.sampled_from(["", "wrap", "intro_confidant_work"]),
            title=st.sampled_from(["", "a"]),
            status=st.sampled_from(["passed", "running"]),
            valid_until=days,
        ),
        max_size=3,
    ).map(tuple),
    limits=st.builds(Limits, hours_a_week=hours),
    contracts=st.lists(
        st.builds(ContractPeriod, hours_a_week=hours, start=st.none() | st.just(TODAY)), max_size=2
    ).map(tuple),
    coach_id=st.none() | st.just(7),
    wishes_words=st.sampled_from(["", "a"]),
)
entries = st.lists(
    st.builds(
        ChecklistEntry,
        item=st.sampled_from([item.code for item in role_items("peer_worker")]),
        done_on=days,
        exempt_reason=st.just("r"),
        exempt_until=days,
    ),
    max_size=14,
    unique_by=lambda entry: entry.item,
).map(tuple)
roles = st.lists(
    st.builds(
        RoleAssignment,
        person_id=st.just(1),
        role=st.sampled_from(["peer_worker", "host", "coordinator"]),
        start=st.none() | st.just(TODAY) | st.just(TODAY - timedelta(weeks=14)),
        end=st.none() | st.just(TODAY),
        checklist=entries,
    ),
    max_size=2,
)


@settings(max_examples=300, deadline=None)
@given(people, roles)
def test_codes_are_those_of_the_records(person, roles):
    wanted = rules.attention(person, roles, checklists(), TODAY)
    horizon = Horizon.of(TODAY, rules.USUAL)
    still = [
        item
        for role in roles
        for item in still_open(role.document(), role_items(role.role), horizon.today)
    ]
    found = attention(person.document(), still, horizon)
    assert found == list(dict.fromkeys(one.code.value for one in wanted))
    assert set(found) <= set(ATTENTION)
