"""Our own look-up in a compiled catalogue says what gettext's reader says."""

import gettext
from io import BytesIO

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from support.catalogue import extracted

from edtui.locale.catalogue import Catalogue


@pytest.fixture(scope="module")
def compiled():
    catalog = Catalog(locale="nl", charset="utf-8")
    for message in extracted():
        if isinstance(message.id, tuple):
            catalog.add(message.id, tuple(f"«{text}»" for text in message.id))
        elif message.id:
            catalog.add(message.id, f"«{message.id}»")
    catalog.add("Zoë", "«Zoë»")
    catalog.add(("ex", "exes"), ("«ex»", "«exes»"))
    catalog.add("extra", "«extra»")
    out = BytesIO()
    write_mo(out, catalog)
    return out.getvalue()


def test_every_message_is_found(compiled):
    ours, theirs = Catalogue(compiled), gettext.GNUTranslations(BytesIO(compiled))
    ids = [message.id for message in extracted() if message.id]
    assert len(ids) > 100
    for msgid in [*ids, "Zoë", "extra", ("ex", "exes"), "not there", "z" * 99, " "]:
        if isinstance(msgid, tuple):
            for count in (0, 1, 2, 100):
                assert ours.ngettext(*msgid, count) == theirs.ngettext(*msgid, count)
        else:
            assert ours.gettext(msgid) == theirs.gettext(msgid)


def test_without_a_catalogue_the_id_stands_for_itself():
    assert Catalogue().gettext("Name") == "Name"
    assert [Catalogue().ngettext("a day", "days", n) for n in (0, 1, 2)] == [
        "days",
        "a day",
        "days",
    ]


def test_something_else_is_no_catalogue():
    with pytest.raises(ValueError, match="catalogue"):
        Catalogue(b"something else")
