"""All words of a record by which a person may look for it, folded."""

from collections.abc import Iterable

from edtui.records.contact import ContactWay
from edtui.records.contact_checks import PHONES, phone_digits
from edtui.records.folding import fold
from edtui.records.names import display_name
from edtui.records.organisation import Location, Organisation
from edtui.records.person import Person
from edtui.records.vacancy import Application, Vacancy

Findable = Person | Organisation | Location | Vacancy | Application


def search_text(record: Findable, extra: Iterable[str] = ()) -> str:
    """Give the words of a record, folded (`edtui.records.folding`), joined by line breaks.

    Args:
        record: what should be found.
        extra: words that stand outside it, such as labels of its codes or an organisation's name.
    """
    return "\n".join(fold(word) for word in (*_words(record), *extra) if word)


def _words(record: Findable) -> list[str]:
    if isinstance(record, Person):
        return [
            display_name(record),
            record.first_names,
            record.pronouns,
            *record.experience_areas,
            record.wishes_words,
            record.exclusions_words,
            record.availability.words,
            record.limits.words,
            *(course.title for course in record.training),
            record.notes,
            *_ways(record.contacts),
        ]
    if isinstance(record, Organisation):
        people = record.contact_people
        return [
            record.name,
            *(word for person in people for word in (person.name, person.function)),
            *_ways(way for person in people for way in person.contacts),
            *_ways(record.contacts),
            record.notes,
        ]
    if isinstance(record, Location):
        return [
            record.name,
            *record.address_lines,
            record.travel_cluster,
            record.access_contact,
            record.notes,
        ]
    if isinstance(record, Vacancy):
        return [record.title, record.text, record.notes]
    return [record.applicant_name, record.reason_words, record.notes, *_ways(record.contacts)]


def _ways(contacts: Iterable[ContactWay]) -> list[str]:
    words: list[str] = []
    for way in contacts:
        words += [way.value, way.note]
        if way.kind in PHONES:
            # A number is found however its spaces and dashes were typed.
            words.append(phone_digits(way.value))
    return words
