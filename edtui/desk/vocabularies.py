"""The lists of words to choose from: the files of ``data/vocabulary`` and what the team added."""

from functools import lru_cache
from pathlib import Path

from edtui import config
from edtui.desk import tables
from edtui.desk.errors import EmptyName
from edtui.desk.keeping import Word
from edtui.desk.session import Desk
from edtui.errors import N_, EdtuiError, NotAllowed, NotFound, Sentence
from edtui.locale import spoken
from edtui.records.vocabulary import Term, Vocabulary, load_vocabularies


class ClosedVocabulary(EdtuiError):
    """The program's own rules know the words of this list, so it cannot be changed."""

    sentence = N_("The words of this list are fixed.")
    exit_status = 2


@lru_cache(maxsize=4)
def _from_files(folder: Path) -> dict[str, Vocabulary]:
    return load_vocabularies(folder)


def shipped() -> dict[str, Vocabulary]:
    """Give the vocabularies of the data files, by name."""
    return dict(_from_files(config.data_dir() / "vocabulary"))


def word(vocabulary: str, code: str) -> str:
    """Give the word for a code of a list of the program's own, in the language in use."""
    return shipped()[vocabulary].label(code, spoken())


def vocabularies(desk: Desk) -> dict[str, Vocabulary]:
    """Give every vocabulary by name, with the words that the team added or retired."""
    every = shipped()
    try:
        added = list(desk.all(Word))
    except NotAllowed:  # no key for the directory: the files alone
        return every
    for word in added:
        if (vocabulary := every.get(word.vocabulary)) is not None:
            every[word.vocabulary] = vocabulary.with_terms([_term(word, vocabulary)])
    return every


def add_word(desk: Desk, vocabulary: str, text: str, *, nl: str = "", en: str = "") -> Term:
    """Add a word to a list; one that is there already is given back, also when it was retired.

    Raises:
        ClosedVocabulary: the list is fixed.
        EmptyName: the word is empty.
        NotFound: there is no such list.
        ReadOnly: nothing can be written now.
    """
    text = " ".join(text.split())
    if not text:
        raise EmptyName
    held = _open(desk, vocabulary)
    known = held.find(text)
    if known is not None:
        return retire_word(desk, vocabulary, known.code, retired=False) if known.retired else known
    term = held.new_term(text, nl=nl, en=en)
    with desk.act(Sentence(N_("Word {word} added"), {"word": text})) as act:
        act.put(Word(vocabulary=vocabulary, code=term.code, nl=term.nl, en=term.en))
    return term


def retire_word(desk: Desk, vocabulary: str, code: str, *, retired: bool = True) -> Term:
    """Stop offering a word, or offer it again; records that have it keep it.

    Raises:
        ClosedVocabulary: the list is fixed.
        NotFound: there is no such list or word.
        ReadOnly: nothing can be written now.
    """
    held = _open(desk, vocabulary)
    term = held.get(code)
    if term is None:
        raise NotFound(what=tables.noun("words"), number=code)
    kept = next(
        (w for w in desk.all(Word) if (w.vocabulary, w.code) == (vocabulary, code)),
        Word(vocabulary=vocabulary, code=code, nl=term.nl, en=term.en),
    )
    msgid = N_("Word {word} is not offered any more") if retired else N_("Word {word} added")
    with desk.act(Sentence(msgid, {"word": term.nl})) as act:
        return _term(act.put(kept.with_(retired=retired)), held)


def _open(desk: Desk, name: str) -> Vocabulary:
    vocabulary = vocabularies(desk).get(name)
    if vocabulary is None:
        raise NotFound(what=Sentence(N_("word list")), number=name)
    if not vocabulary.open:
        raise ClosedVocabulary
    return vocabulary


def _term(word: Word, vocabulary: Vocabulary) -> Term:
    from_file = vocabulary.get(word.code)
    return Term(
        code=word.code,
        nl=word.nl,
        en=word.en,
        retired=word.retired,
        also=from_file.also if from_file else (),
        more=from_file.more if from_file else {},
    )
