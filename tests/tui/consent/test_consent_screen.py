"""What a narrator allows, noted by keys: nothing is filled in beforehand, the newest counts."""

from datetime import date
from hashlib import sha256

from desk.story_team import TEXT

from edtui.desk import (
    drafts,
    stories,
    story_asks,
    story_consents,
    story_papers,
    story_versions,
    story_withdrawing,
)
from edtui.desk.story_exit import verdict_on
from edtui.records.story_consent import Cell, ConsentStatus, StoryConsent
from edtui.records.story_gate import Answer, Exit
from edtui.records.story_version import StoryVersion
from edtui.records.story_words import Audience, Medium, Purpose, Value, VersionKind
from edtui.tui.dialogs.ask import Ask
from edtui.tui.screens.consent.consent_form import ConsentForm
from edtui.tui.screens.consent.consent_screen import ConsentScreen
from edtui.tui.screens.consent.grid import AUDIENCES


def said(consent):
    return {one.cell: one.value for one in consent.scopes}


async def test_a_first_consent_is_filled_with_keys_from_nothing(at_stories, told):
    async with at_stories() as at:
        desk = at.desk
        short = story_versions.derive(desk, told.version.id, VersionKind.SHORTENED, text=TEXT[:20])
        short = story_versions.approve(desk, short.id, short.digest)
        await at.settle()
        await at.press("t")
        assert isinstance(at.screen, ConsentScreen)
        assert "not asked yet: nothing of it is shared" in at.text()
        await at.press("e")
        text = at.text()
        # The yes to the other text is none to this one.
        assert "Nothing was said about this text yet" in text
        assert at.field("scopes").value == []
        assert not any(at.field(key).value for key in ("edit_right", "attribution", "valid_until"))
        await at.press("down", "y", "right", "right", "a", "right", "space", "space", "n")
        assert "talk with one person · peers · on a screen inside: no" in at.text()
        await at.press("right_square_bracket", "down", "j")
        await at.press("tab")
        await at.press("right")  # 12 months
        assert at.field("valid_until").read() == date(2027, 11, 21)
        await at.press("ctrl+s")
        consent = story_consents.current(desk, short.id)
        own = Purpose.ONE_TO_ONE
        assert said(consent) == {
            Cell(own, Audience.PEERS, Medium.TOLD_BY_SELF): Value.YES,
            Cell(own, Audience.PEERS, Medium.ON_PAPER): Value.ASK,
            Cell(own, Audience.PEERS, Medium.INTERNAL_DIGITAL): Value.NO,
            Cell(Purpose.PEER_GROUP, AUDIENCES[1], Medium.INTERNAL_DIGITAL): Value.YES,
        }
        assert consent.valid_until == date(2027, 11, 21)
        assert consent.edit_right == "none"
        assert consent.after_death == "stop"
        # Nobody asked whether the narrator sees it first: no answer is made of that.
        assert consent.see_before_use is None
        assert story_asks.why_not(desk, told.story.id, short.id) is None
        occasion = story_papers.occasion(desk, own, Audience.PEERS, Medium.TOLD_BY_SELF)
        verdict = verdict_on(desk, told.story.id, short.id, occasion, Exit.TELLING)
        assert verdict.answer is Answer.ASK
        assert "peers, yes: talk with one person (told by the narrator)" in at.text()
        # The other text's own consent still counts for it.
        assert story_consents.current(desk, told.version.id).id == told.consent.id


async def test_what_is_said_now_is_shown_and_what_is_saved_takes_its_place_whole(
    at_stories, told, tmp_path
):
    scan = tmp_path / "form.pdf"
    scan.write_bytes(b"signed")
    async with at_stories() as at:
        await at.press("t", "e")
        text = at.text()
        assert "Replaces all that was said on 21 Nov 2026; open is no." in text
        assert "students" in text  # the audience for whom anything is said stands in front
        await at.press("down", "down", "down", "right", "right", "n")
        assert "until now: yes" in at.text()
        await at.press("down", "y")
        await at.see("2 other.")
        await at.fill(talk_held_by="Anna", evidence_place="cupboard 3")
        at.field("talk_is_manager").value = "yes"
        await at.fill(evidence_scan=str(tmp_path / "nothing.pdf"))
        await at.press("ctrl+s")
        await at.see("nothing.pdf cannot be read.")
        await at.fill(evidence_scan=str(scan))
        await at.press("ctrl+s")
        newest = story_consents.current(at.desk, told.version.id)
        workshop = Cell(Purpose.WORKSHOP, Audience.STUDENTS, Medium.ON_PAPER)
        assert {cell for cell, value in said(newest).items() if value is Value.YES} == {workshop}
        assert newest.evidence.file_digest == sha256(b"signed").hexdigest()
        assert (newest.talk.held_by, newest.evidence.place) == ("Anna", "cupboard 3")
        assert "power over the narrator" in " ".join(at.text().split())
        # Renewing says the same until another day.
        await at.press("r", "right", "right", "ctrl+s")
        renewed = story_consents.current(at.desk, told.version.id)
        assert said(renewed) == said(newest)
        assert renewed.valid_until == date(2028, 11, 21)
        # Some uses stop; the text stays.
        await at.press("s", "right", "right", "tab")
        await at.type("workshop")
        await at.press("enter", "ctrl+s")
        assert Value.YES not in said(story_consents.current(at.desk, told.version.id)).values()
        # A no asks once, and is no more than that.
        await at.press("n")
        assert "says no to sharing" in at.text()
        await at.press("right", "enter")
        counts = story_consents.current(at.desk, told.version.id)
        assert counts.status is ConsentStatus.REFUSED
        await at.press("r")
        assert "There is no yes that could go on" in at.text()
        await at.press("e")
        assert at.field("scopes").value == []  # an older yes does not come back
        assert "No yes counts now" in at.text()
        await at.press("pagedown")  # the next part of the form, past the grid
        assert at.field("term").has_focus_within
        await at.press("escape", "o", "right", "enter")
        counts = story_consents.current(at.desk, told.version.id)
        assert counts.status is ConsentStatus.UPDATE_REQUIRED
        await at.press("right")  # what was said before stands there to read
        assert "refused" in at.text()


async def test_a_form_that_is_open_closes_when_the_story_is_withdrawn_elsewhere(at_stories, told):
    async with at_stories() as at:
        await at.press("t", "e", "down", "y")
        at.form.keep_now()
        assert drafts.offer(at.desk, f"consent_{told.version.id}", StoryConsent.table)
        story_withdrawing.withdraw(at.desk, told.story.id)
        await at.until(lambda: not isinstance(at.screen, ConsentForm | ConsentScreen))
        await at.settle()
        assert "There are no stories yet" in at.text() or "Stories · 0" in at.text()
        assert drafts.drafts(at.desk) == []
        assert "was withdrawn" in at.said()


async def test_a_half_typed_consent_is_offered_again_from_vandaag(at_stories, told):
    async with at_stories() as at:
        story = stories.add_story(at.desk, title="Empty")
        await at.press("t", "e", "down", "y")
        at.form.keep_now()
        await at.press("escape", "right", "enter")  # thrown away: then there is none
        assert drafts.drafts(at.desk) == []
        await at.press("e", "down", "y")
        at.form.lock_coming()
        at.app.pop_screen()
        await at.go("today")
        await at.see("half typed, not saved")
        await at.press("g", "enter")
        await at.until(lambda: isinstance(at.screen, Ask))
        await at.press("enter")
        assert len(at.field("scopes").value) == 2
        # A story without a text says so.
        at.app.pop_screen()
        at.app.push_screen(ConsentScreen(at.screen.mode, story.id))
        await at.see("There is no text yet to say yes to.")


async def test_a_yes_does_not_cover_a_no_that_came_meanwhile(at_stories, told):
    async with at_stories() as at:
        await at.press("t", "e", "down", "y")
        story_consents.refuse(at.desk, told.version.id)  # at another terminal
        await at.see("Something newer was said about this text just now")
        await at.press("ctrl+s")
        assert "It is not saved." in at.text()
        counts = story_consents.current(at.desk, told.version.id)
        assert counts.status is ConsentStatus.REFUSED


async def test_all_sharing_stops_and_the_text_stays(at_stories, told):
    async with at_stories() as at:
        await at.press("t", "s", "right")
        await at.press("tab", "tab", "right", "right", "ctrl+s")
        counts = story_consents.current(at.desk, told.version.id)
        assert (counts.status, counts.withdrawn_via) == (ConsentStatus.WITHDRAWN, "phone")
        assert at.desk.get(StoryVersion, told.version.id).text == TEXT
        assert "withdrawn, Sat 21 Nov 2026" in at.text()
        await at.press("s")
        assert "Nothing is shared of this text." in at.said()


async def test_nothing_is_noted_where_nothing_can_be_written(at_stories, told, monkeypatch):
    from edtui.desk.session import Desk
    from edtui.errors import Sentence

    async with at_stories() as at:
        await at.press("t")
        monkeypatch.setattr(Desk, "read_only", property(lambda _self: Sentence("older file")))
        for key in ("e", "r", "n", "o", "s", "w"):
            await at.press(key)
            while not isinstance(at.screen, ConsentScreen):  # the program tells it itself, once
                await at.press("escape")
        assert at.said().count("older file") >= 5
        assert story_consents.current(at.desk, told.version.id).id == told.consent.id
