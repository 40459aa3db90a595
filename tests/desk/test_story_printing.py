"""On paper: what the gate lets through, with its terms on every page, and a line in the uses."""

import pytest

from desk.story_team import lesson, tell
from edtui.config import data_dir
from edtui.desk import stories, story_consents, story_printing, story_uses, story_versions
from edtui.desk.story_paper import Wish, paper_of
from edtui.desk.story_printing import NoneMay, choose, print_stories
from edtui.exchange.errors import AlreadyThere, CannotWrite
from edtui.exchange.paper.content import PaperKind
from edtui.exchange.paper.letters import LACKING, NoPrintPart, printable
from edtui.records.log_entry import Event
from edtui.records.story import Story
from edtui.records.story_use import StoryUse
from edtui.records.story_words import VersionKind

FONTS = data_dir() / "fonts"
DUTCH = "Eén reünie in Curaçao: ‘ijs’, knieën, façade, coöperatie, Łódź, Yıldırım – € 5 … ĳ Ĳ"


@pytest.fixture
def told(memory_desk):
    return tell(memory_desk)


@pytest.fixture
def printed(memory_desk, told, tmp_path):
    """Prints with a wish; the file is tmp_path/out.pdf."""

    def do(chosen=None, **wish):
        chosen = chosen or [(told.story.id, told.version.id)]
        path = tmp_path / "out.pdf"
        return print_stories(memory_desk, chosen, lesson(memory_desk), Wish(**wish), path)

    return do


@pytest.mark.parametrize("kind", PaperKind)
def test_what_is_printed_left_with_a_line_of_the_uses(memory_desk, told, printed, kind):
    done = printed(kind=kind, copies=30, kept_by="docent")
    content = done.path.read_bytes()
    assert content.startswith(b"%PDF-")
    assert done.pages == (3 if kind is PaperKind.BOOKLET else 1)
    assert oct(done.path.stat().st_mode & 0o777) == "0o600"
    [use] = story_uses.uses_of(memory_desk, told.story.id)
    assert (use.copies, use.where_found, use.contact) == (30, "out.pdf", "docent")
    events = [entry["event"] for _table, entry in memory_desk.vault.dropped]
    assert events.index(Event.PRINT.value) < len(events) - 1 - events[::-1].index("create")


def test_what_stands_on_paper(memory_desk, told):
    story = memory_desk.get(Story, told.story.id)
    notes = ({"domain": "suicide", "level": "mentioned", "first": 1, "last": 2},)
    stories.save_story(
        memory_desk,
        story.with_(not_for="kranten", notes=notes, notes_state="listed",
                    purpose_of_narrator="kleine stappen"),
    )  # fmt: skip
    out = story_printing.bundle(
        memory_desk,
        [(told.story.id, told.version.id)],
        lesson(memory_desk),
        story_printing.WAYS[PaperKind.HANDOUT],
    ).let_out
    paper = paper_of(memory_desk, out, lesson(memory_desk), Wish(PaperKind.HANDOUT, contact="06 1"))
    [one] = paper.stories
    assert (one.by, one.not_for, one.purpose, one.help_line) == (
        "Riet", "kranten", "kleine stappen", True)  # fmt: skip
    assert one.notes[0].startswith("zelfdoding, genoemd")
    terms = "\n".join(one.terms)
    for said in ("Riet", "klinische les", "21 nov 2027", "06 1"):
        assert said in terms
    assert paper.for_whom.startswith("klinische les")


def test_the_gate_keeps_in_what_may_not_and_says_why(memory_desk, told, printed, tmp_path):
    other = tell(memory_desk)
    story_consents.refuse(memory_desk, other.version.id)
    both = choose(
        memory_desk, [told.story.id, other.story.id], lesson(memory_desk), PaperKind.SHEET
    )
    done = printed(both, kind=PaperKind.SHEET)
    assert [one.story.id for one in done.let_out] == [told.story.id]
    assert [one.story_id for one in done.left_out] == [other.story.id]
    assert done.left_out[0].verdict.reasons
    none = tmp_path / "none.pdf"
    with pytest.raises(NoneMay) as no:
        print_stories(memory_desk, both[1:], lesson(memory_desk), Wish(), none)
    assert no.value.exit_status == 6
    assert not none.exists()


def test_where_it_cannot_be_written_nothing_is_let_out(
    memory_desk, told, printed, tmp_path, monkeypatch
):
    (tmp_path / "out.pdf").write_text("keep")
    with pytest.raises(AlreadyThere):
        printed()
    assert (tmp_path / "out.pdf").read_text() == "keep"
    both = [(told.story.id, told.version.id)]
    for path in (tmp_path / "no" / "x.pdf", tmp_path / "\0.pdf"):
        with pytest.raises(CannotWrite):
            print_stories(memory_desk, both, lesson(memory_desk), Wish(), path)
    monkeypatch.setattr(story_printing, "find_spec", lambda _name: None)
    with pytest.raises(NoPrintPart):
        print_stories(memory_desk, both, lesson(memory_desk), Wish(), tmp_path / "y.pdf")
    assert memory_desk.count(StoryUse) == 0


def test_a_disk_that_is_full_is_told_in_the_uses(memory_desk, told, printed, monkeypatch):
    def full(path, content):
        raise CannotWrite(name=path.name)

    monkeypatch.setattr(story_printing, "write_new", full)
    with pytest.raises(CannotWrite):
        printed()
    [use] = memory_desk.all(StoryUse)
    assert use.recalled_on is not None
    assert use.recall_result


def test_a_sheet_takes_plain_words_where_they_may(memory_desk, told):
    plain = story_versions.derive(
        memory_desk, told.version.id, VersionKind.PLAIN_LANGUAGE, text="Kort."
    )
    newer = story_versions.derive(memory_desk, told.version.id, VersionKind.EDITED, text="Nieuw.")
    ids = [told.story.id]
    day = lesson(memory_desk)
    assert choose(memory_desk, ids, day, PaperKind.SHEET) == [(ids[0], told.version.id)]
    for derived in (plain, newer):
        one = story_versions.approve(memory_desk, derived.id, derived.digest)
        until = told.consent.valid_until
        story_consents.give(
            memory_desk, one.id, one.digest, scopes=told.consent.scopes, valid_until=until
        )
    assert choose(memory_desk, ids, day, PaperKind.SHEET) == [(ids[0], plain.id)]
    assert choose(memory_desk, ids, day, PaperKind.HANDOUT) == [(ids[0], newer.id)]


def test_all_dutch_letters_are_there_and_a_sign_that_is_not_shows():
    assert printable(FONTS, DUTCH) == (DUTCH, frozenset())
    assert printable(FONTS, "e\u0301\u200d\tx") == ("é    x", frozenset())
    made = printable(FONTS, "a😀b")
    assert (made.text, made.lacking) == (f"a{LACKING}b", {"😀"})


@pytest.mark.parametrize(
    "text", ["[/b]\x1b[0m", "مريم", "😀" * 50, "w" * 9000, "a\n" * 300 + "b", "\u202eabc"]
)
def test_any_text_comes_on_paper(memory_desk, tmp_path, text):
    told = tell(memory_desk)
    one = story_versions.derive(memory_desk, told.version.id, VersionKind.EDITED, text=text)
    one = story_versions.approve(memory_desk, one.id, one.digest)
    story_consents.give(memory_desk, one.id, one.digest, scopes=told.consent.scopes,
                        valid_until=told.consent.valid_until)  # fmt: skip
    both = [(told.story.id, one.id)]
    for kind in PaperKind:
        wish = Wish(kind, contact=text[:150], title=text[:80])
        path = tmp_path / f"{kind}.pdf"
        assert print_stories(memory_desk, both, lesson(memory_desk), wish, path).pages
