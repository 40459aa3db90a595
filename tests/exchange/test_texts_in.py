"""Texts from files: their words as they stood, and a sentence for whatever is no text."""

import os
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.documents import open_document, packed, paragraph, word

from edtui.exchange.errors import BadFile, NoSuchFile
from edtui.exchange.texts.errors import BrokenText, NotAText, NoWords, OddText, TextTooBig
from edtui.exchange.texts.files import PART_LIMIT, read_text, text_in

DUTCH = "Eén reünie in Curaçao: ‘ijs’, knieën, façade, coöperatie."


def test_a_word_document_gives_what_a_reader_sees():
    body = paragraph("Na de storm", style="Title")
    body += paragraph("Ik was ", "<w:r><w:rPr><w:b/></w:rPr><w:t>meubelmaker</w:t></w:r>", ".")
    body += paragraph(
        "Thuis",
        "<w:del><w:r><w:delText>weg</w:delText><w:t>weg</w:t></w:r></w:del>",
        "<w:ins><w:r><w:t> was het stil</w:t></w:r></w:ins>",
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>verborgen</w:t></w:r>",
        '<w:r><w:fldChar/><w:instrText>HYPERLINK "x"</w:instrText></w:r>',
        "<w:r><w:br/><w:t>en klaar</w:t></w:r>",
        '<w:r><w:commentReference w:id="1"/><w:footnoteReference w:id="2"/></w:r>',
    )
    body += f"<w:tbl><w:tr><w:tc>{paragraph('in een tabel')}</w:tc></w:tr></w:tbl>"
    body += (
        "<mc:AlternateContent><mc:Choice><w:txbxContent>" + paragraph("in een vak")
        + "</w:txbxContent></mc:Choice><mc:Fallback>" + paragraph("in een vak")
        + "</mc:Fallback></mc:AlternateContent><w:drawing><a:blip/></w:drawing>"
    )  # fmt: skip
    found = text_in("verhaal.docx", word(body + paragraph(DUTCH)))
    assert found.title == "Na de storm"
    assert found.text.split("\n\n") == [
        "Ik was meubelmaker.", "Thuis was het stil\nen klaar", "in een tabel", "in een vak", DUTCH,
    ]  # fmt: skip
    assert (found.pictures, found.notes, found.remarks) == (1, 1, 1)
    strict = word(paragraph("streng"), namespace="http://purl.oclc.org/ooxml/wordprocessingml/main")
    assert text_in("a.docx", strict).text == "streng"


def test_an_open_document_gives_what_a_reader_sees():
    found = text_in(
        "verhaal.odt",
        open_document(
            "<text:tracked-changes><text:p>oud</text:p></text:tracked-changes>"
            '<text:p text:style-name="Title">Na de storm</text:p>'
            '<text:h>Begin</text:h><text:p>Ik <text:span>was</text:span><text:s text:c="2"/>er'
            "<text:line-break/>nog<text:note><text:p>voetnoot</text:p></text:note></text:p>"
            "<text:list><text:list-item><text:p>een</text:p></text:list-item></text:list>"
            "<office:annotation><text:p>opmerking</text:p></office:annotation>"
            f"<text:p><draw:image/>{DUTCH}</text:p>"
        ),
    )
    assert found.title == "Na de storm"
    assert found.text == f"Begin\n\nIk was  er\nnog\n\neen\n\n{DUTCH}"
    assert (found.pictures, found.notes, found.remarks) == (1, 1, 1)


def test_a_verse_keeps_its_lines():
    lines = ["op de stoel", "bij het raam", "", "de plant", "is van plastic"]
    body = "".join(paragraph(line) if line else paragraph() for line in lines)
    expected = "op de stoel\nbij het raam\n\nde plant\nis van plastic"
    assert text_in("wachten.docx", word(body)).text == expected
    assert text_in("wachten.txt", "\r\n".join(lines).encode()).text == expected
    assert text_in("wachten.txt", expected.encode()).title == "wachten"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_plain_text_in_the_ways_that_it_is_saved(encoding):
    assert text_in("a.txt", f"{DUTCH}\r\n\r\n\r\nEn toen.".encode(encoding)).text == (
        f"{DUTCH}\n\nEn toen."
    )


def test_one_line_a_paragraph():
    long = "Dit is een heel lange regel zoals een tekstverwerker die bewaart als platte tekst. " * 2
    assert (
        text_in("a.txt", f"{long}\n{long}\n".encode()).text == f"{long.strip()}\n\n{long.strip()}"
    )


def test_markdown_gives_its_words():
    found = text_in(
        "verhaal.md",
        b"---\ntitle: Anders\nauthor: x\n---\n# Kop\n\nEen **vet** woord en _nog_ een,\n"
        b"met een [link](http://x) en ![foto](y.png)snake_case.\n\n- een\n- twee\n\n> gezegd\n"
        b"<!-- niet dit -->\n\nregel een  \nregel twee\n\n***\n\nEinde\n---\n\nSlot \\*echt\\*.\n",
    )
    assert found.title == "Anders"
    assert found.text.split("\n\n") == [
        "Kop",
        "Een vet woord en nog een, met een link en snake_case.",
        "- een\n- twee",
        "gezegd",
        "regel een\nregel twee",
        "Einde",
        "Slot *echt*.",
    ]
    assert found.pictures == 1
    assert text_in("a.md", b"# Titel\n\nTekst.").title == "Titel"


LAUGHS = (
    '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>'
)
OUTSIDE = '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
DEEP = "<w:sdt>" * 5000 + "</w:sdt>" * 5000

HOSTILE = {
    "entities.docx": (word(paragraph("&c;"), before=LAUGHS), OddText),
    "outside.docx": (word(paragraph("&a;"), before=OUTSIDE), OddText),
    "deep.docx": (word(DEEP), OddText),
    "undeclared.docx": (word(paragraph("&a;")), BrokenText),
    "half.docx": (word(paragraph("x"))[:-60], BrokenText),
    "torn.docx": (packed(word__document_xml="<w:document><w:p>"), BrokenText),
    "locked.docx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), BrokenText),
    "old.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), BrokenText),
    "sheet.docx": (packed(xl__workbook_xml="<x/>"), NotAText),
    "letter.docx": (b"Geachte heer", BrokenText),
    "empty.docx": (word(paragraph("  ")), NoWords),
    "empty.txt": (b" \r\n\r\n ", NoWords),
    "paper.txt": (b"%PDF-1.7 blah", NotAText),
    "paper.pdf": (b"%PDF-1.7 blah", NotAText),
    "machine.txt": (bytes(range(256)) * 40, NotAText),
    "long.txt": (b"woord " * 40_000, TextTooBig),
    "stars.md": (b"**a" * 150_000, TextTooBig),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_text_gives_a_sentence(name):
    content, kind = HOSTILE[name]
    with pytest.raises(kind) as said:
        text_in(name, content)
    assert said.value.params == {"name": name}


def test_a_bomb_is_not_unpacked():
    bomb = packed(word__document_xml=b"<a>" + bytes(PART_LIMIT + 1000))
    assert len(bomb) < PART_LIMIT // 500
    with pytest.raises(TextTooBig):
        text_in("bomb.docx", bomb)


def test_a_part_that_is_sealed_gives_a_sentence():
    content = bytearray(word(paragraph("x")))
    for mark in (b"PK\x03\x04", b"PK\x01\x02"):
        at = content.find(mark)
        while at >= 0:
            content[at + (6 if mark == b"PK\x03\x04" else 8)] |= 1
            at = content.find(mark, at + 4)
    with pytest.raises(BrokenText):
        text_in("sealed.docx", bytes(content))


def test_only_files_are_opened(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "folder.txt").mkdir()
    for name in ("pipe.txt", "folder.txt", "nothing.txt", "\0.txt", "x" * 400):
        with pytest.raises(NoSuchFile):
            read_text(tmp_path / name)
    (tmp_path / "goed.md").write_text("# Kop\n\nGoed.")
    assert read_text(tmp_path / "goed.md").text == "Goed."


@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.md", "a.docx", "a.odt", "a"]))
@settings(max_examples=60, deadline=None)
def test_any_bytes_give_a_text_or_a_sentence(content, name):
    with suppress(BadFile):
        assert text_in(name, content).text.strip()


@given(st.binary(max_size=200), st.integers(0, 400))
@settings(max_examples=60, deadline=None)
def test_a_document_with_a_wound_gives_a_text_or_a_sentence(wound, at):
    whole = word(paragraph("Een") + paragraph("Twee"))
    with suppress(BadFile):
        text_in("a.docx", whole[:at] + wound + whole[at + len(wound) :])
