"""What a form keeps: drafts, saves that fail, two versions of one record."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from pydantic import BaseModel, Field
from support.formed import STORED, Desk, Found, opener, sections, text
from textual.widgets import TextArea

from edtui.desk.errors import ChangedElsewhere, ReadOnly
from edtui.errors import N_, Sentence
from edtui.tui.dialogs.versions import Versions, differing
from edtui.tui.messages import LockComing


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def opened(clock, desk):
    return opener(clock, desk)


async def test_a_draft_is_kept_once_for_each_change_and_before_a_lock(opened, desk):
    app, run = opened()
    async with run as (pilot, form):
        form.keep_now()
        assert not desk.drafts, "nothing typed, nothing kept"
        await pilot.press("x")
        await pilot.pause()
        form.keep_now()
        form.keep_now()
        assert [draft["first"] for draft in desk.drafts] == ["Rietx"]
        await pilot.pause()
        assert "09:04" in text(app)
        await pilot.press("y")
        form.post_message(LockComing(20))
        await pilot.pause()
        assert desk.drafts[-1]["first"] == "Rietxy"
        await pilot.press("z")
        await pilot.pause()
        form.lock_coming()
        assert desk.drafts[-1]["first"] == "Rietxyz"
        assert form.unsaved() is not None


async def test_a_found_draft_is_offered_and_counts_as_typed(opened, desk):
    moment = datetime(2026, 11, 21, 8, 12, tzinfo=ZoneInfo("Europe/Amsterdam"))
    draft = Found({"first": "Ria", "since": "31 feb", "gone": "a field of an older form"}, moment)
    app, run = opened(draft=draft)
    async with run as (pilot, form):
        await pilot.pause()
        assert "08:12" in text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert form.sheet.fields["first"].value == "Ria"
        assert form.sheet.fields["since"].value == "31 feb"
        assert form.sheet.fields["since"].wrong is not None
        assert form.unsaved() is not None


async def test_a_found_draft_can_be_thrown_away(opened, desk):
    draft = Found({"first": "Ria"}, datetime(2026, 11, 21, 8, 12, tzinfo=UTC))
    _app, run = opened(draft=draft)
    async with run as (pilot, form):
        await pilot.pause()
        await pilot.press("right", "enter")
        await pilot.pause()
        assert form.sheet.fields["first"].value == "Riet"
        assert form.unsaved() is None
        assert desk.dropped == 1


class Rules(BaseModel):
    hours: float = Field(le=36)


def broken_rules() -> Exception:
    try:
        Rules(hours=38)
    except ValueError as error:
        return error
    raise AssertionError


@pytest.mark.parametrize(
    "error",
    [
        ReadOnly(why=Sentence(N_("The disk is full."))),
        OSError(28, "secret path"),
        broken_rules(),
        ChangedElsewhere(theirs={}, yours={}),
    ],
)
async def test_a_save_that_fails_keeps_all_and_says_why(opened, desk, error):
    app, run = opened()
    async with run as (pilot, form):
        await pilot.press("x")
        desk.error = error
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert app.screen is form
        assert form.sheet.fields["first"].value == "Rietx"
        assert form.query_one("#form-told").display
        assert "secret path" not in text(app)
        if isinstance(error, ValueError):
            assert "36" in text(app), "said at the field"
        assert desk.drafts, "what could not be saved is kept as a draft"
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert desk.saved[0]["first"] == "Rietx", "the second try goes through"


async def test_somebody_else_saved_meanwhile(opened, desk):
    newer = STORED | {"last": "van Dam-Post", "hours": 6.0, "since": "2026-11-01"}
    taken = []

    def take(document):
        taken.append(document)
        return newer

    app, run = opened(take_theirs=take)
    async with run as (pilot, _form):
        await pilot.press("tab", "x")
        desk.error = ChangedElsewhere(theirs={"revision": 2}, yours={})
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert isinstance(app.screen, Versions)
        assert taken == [{"revision": 2}]
        assert "van Damx" in text(app)
        assert "van Dam-Post" in text(app)
        await pilot.press("j", "k", "right", "ctrl+s")
        await pilot.pause()
        saved = desk.saved[0]
        assert saved["last"] == "van Dam-Post", "chosen by hand"
        assert saved["hours"] == 6.0, "only the other changed it"
        assert saved["first"] == "Riet"
        assert str(saved["since"]) == "2026-11-01"


async def test_going_back_from_two_versions_saves_nothing(opened, desk):
    app, run = opened(take_theirs=lambda document: STORED | {"last": "other"})
    async with run as (pilot, form):
        await pilot.press("tab", "x")
        desk.error = ChangedElsewhere(theirs={}, yours={})
        await pilot.press("ctrl+s")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen is form
        assert form.sheet.fields["last"].value == "van Damx"
        assert not desk.saved


async def test_which_version_comes_first(opened):
    _app, run = opened()
    async with run as (_pilot, form):
        rows = differing(
            form.sheet,
            {"first": "a", "last": "a", "hours": 1.0, "notes": ""},
            {"first": "b", "last": "a", "hours": 2.0, "notes": None},
            {"first": "a", "last": "b", "hours": 3.0, "notes": ""},
        )
        assert [(row.key, row.first, row.both) for row in rows] == [
            ("first", "yours", False),
            ("last", "theirs", False),
            ("hours", "yours", True),
        ]


async def test_nothing_of_a_form_stays_in_memory_when_it_is_closed(clock):
    import gc
    import weakref

    from support.bare_app import BareApp

    from edtui.tui.dialogs.form import Form
    from edtui.tui.widgets.fields import Field

    app = BareApp()
    app.clock = clock
    kept = weakref.WeakSet()
    async with app.run_test() as pilot:
        for _ in range(3):
            app.push_screen(Form("Change", sections(), stored=STORED))
            await pilot.pause()
            kept.update({app.screen, *app.screen.query(Field), *app.screen.query(TextArea)})
            await pilot.press("escape")
            await pilot.pause()
        gc.collect()
        assert not list(kept)
