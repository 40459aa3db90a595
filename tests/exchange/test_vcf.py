"""Address cards become a list like any other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edtui.desk.importing import make_plan
from edtui.exchange.errors import NothingIn
from edtui.exchange.sheets import read_sheets
from edtui.exchange.vcf import read_vcards

CARDS = r"""BEGIN:VCARD
VERSION:3.0
N:van Dam;Riet;;;
FN:Riet van Dam
NICKNAME:Rie
EMAIL;TYPE=INTERNET,HOME:riet@example.org
item1.TEL;TYPE=CELL:+31 6 0000 0001
TEL;TYPE=HOME:070-0000001
BDAY:1960-03-02
NOTE:eerst\; dan\, en\nmeer dan op een
  regel
PHOTO;ENCODING=b:AAAA
 BBBB
END:VCARD
BEGIN:VCARD
VERSION:2.1
FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Zo=C3=AB =
Meerdink
TEL;CELL:06-00000002
BDAY:--0302
END:VCARD
BEGIN:VCARD
END:VCARD
"""


def test_cards_become_people(tmp_path, memory_desk):
    file = tmp_path / "cards.vcf"
    file.write_bytes(CARDS.replace("\n", "\r\n").encode())
    (sheet,) = read_sheets(file)
    plan = make_plan(memory_desk, sheet)
    assert [row.read.faults for row in plan.rows] == [(), ()]
    riet, zoe = (row.read.person for row in plan.rows)
    assert (riet.first_names, riet.infix, riet.surname, riet.called) == (
        "Riet",
        "van",
        "Dam",
        "Rie",
    )
    assert riet.birth_date.isoformat() == "1960-03-02"
    assert [(way.kind, way.value) for way in riet.contacts] == [
        ("email", "riet@example.org"),
        ("mobile", "+31 6 0000 0001"),
        ("phone", "070 0000001"),
    ]
    assert riet.notes == "eerst; dan, en\nmeer dan op een regel"
    assert (zoe.first_names, zoe.surname) == ("Zoë", "Meerdink")
    assert zoe.contacts[0].kind == "mobile"


def test_no_cards(tmp_path):
    (tmp_path / "none.vcf").write_text("BEGIN:VCARD\n")
    with pytest.raises(NothingIn):
        read_sheets(tmp_path / "none.vcf")


@given(st.text(max_size=200))
def test_no_text_makes_the_reader_fall(text):
    read_vcards(f"BEGIN:VCARD\n{text}\nEND:VCARD".encode("utf-8", "replace"))
