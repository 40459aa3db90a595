"""Everything that the program says, it says in Dutch too."""

from string import Formatter

from support.catalogue import COMPILED, compiled, dutch, extracted


def texts(message) -> list[str]:
    return list(message.id) if isinstance(message.id, tuple) else [message.id]


def strings(message) -> list[str]:
    return list(message.string) if isinstance(message.string, tuple) else [message.string]


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_no_message_is_missing():
    have = {message.id for message in dutch() if message.id and all(strings(message))}
    assert [message.id for message in extracted() if message.id and message.id not in have] == []


def test_no_message_is_unused():
    said = {message.id for message in extracted()}
    assert [message.id for message in dutch() if message.id and message.id not in said] == []


def test_translations_have_the_same_places():
    wrong = [
        message.id
        for message in dutch()
        if message.id
        and any(
            places(string) != places(texts(message)[min(form, len(texts(message)) - 1)])
            for form, string in enumerate(strings(message))
        )
    ]
    assert wrong == []


def test_nothing_is_fuzzy():
    assert [message.id for message in dutch() if message.id and message.fuzzy] == []


def test_the_compiled_catalogue_is_that_of_the_text():
    assert COMPILED.read_bytes() == compiled(dutch())
