"""What of a checklist can be seen on the person's record already, so that nobody types it twice."""

from datetime import date

from edtui.records.checklists import ChecklistItem
from edtui.records.contract import contract_on
from edtui.records.person import Person


def fulfilled(item: ChecklistItem, person: Person, today: date) -> bool | None:
    """Say whether the record shows that an item is done.

    Returns:
        None where the record cannot show it: then a person says so.
    """
    need, _, kind = item.needs.partition(":")
    if need == "vog":
        return person.vog.status in ("seen", "not_needed") or person.vog.seen_on is not None
    if need == "contract":
        return contract_on(person.contracts, today) is not None
    if need == "wishes":
        return bool(
            person.wishes or person.wishes_words or person.exclusions or person.exclusions_words
        )
    if need == "coach":
        return person.coach_id is not None
    if need == "training":
        return any(course.kind == kind and course.status == "passed" for course in person.training)
    return None
