"""What one has to do, one's training, one's wishes and limits."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from edtui.desk import kiosk_own, kiosk_send
from edtui.desk.kiosk_sheet import OwnAction
from edtui.locale import _, dates, numbers, spoken
from edtui.records.kiosk_letter import FIELDS, SHORT
from edtui.tui.kiosk.clean import clean, paragraphs
from edtui.tui.kiosk.page import Ask, Choice, Instead, Move, Page, Wrong
from edtui.tui.kiosk.pages.own_sent import SentPage

if TYPE_CHECKING:  # as in `edtui.tui.kiosk.page`
    from edtui.tui.kiosk.at import At


class ActionsPage(Page):
    """One's own action points."""

    def title(self) -> str:
        """Say what it is."""
        return _("What I have to do")

    def text(self) -> Sequence[str]:
        """Say that there is nothing, where that is so."""
        return [] if self._open() else [_("There is nothing to do for you now.")]

    def _open(self) -> list[OwnAction]:
        sent = set(self.at.sent)
        actions = kiosk_own.own(self.at.desk).sheet.actions
        return [one for one in actions if ("action", one.number) not in sent]

    def choices(self) -> Sequence[Choice]:
        """Give a line an action."""
        return [
            Choice(
                clean(one.what),
                partial(ActionPage, self.at, one),
                _("before {day}").format(day=dates.day(one.due)) if one.due else "",
            )
            for one in self._open()
        ]


class ActionPage(Page):
    """One of them."""

    def __init__(self, at: "At", action: OwnAction) -> None:
        super().__init__(at)
        self.action = action

    def title(self) -> str:
        """Give what is to be done."""
        return clean(self.action.what)

    def text(self) -> Sequence[str]:
        """Give until when, and for what it waits."""
        said = []
        if self.action.due:
            said.append(dates.echo(self.action.due, self.at.clock.today()))
        if self.action.waiting_for:
            said.append(_("Waits for: {what}").format(what=clean(self.action.waiting_for)))
        return said

    def choices(self) -> Sequence[Choice]:
        """It is done, or not yet."""
        return [
            Choice(_("It is done"), self._done),
            Choice(_("Not yet"), lambda: Move.BACK),
        ]

    def _done(self) -> Instead:
        kiosk_send.action_done(self.at.desk, self.action.number)
        self.at.sent.append(("action", self.action.number))
        return Instead(ActionsPage(self.at), 1)


class TrainingPage(Page):
    """One's training."""

    def title(self) -> str:
        """Say what it is."""
        return _("My training")

    def text(self) -> Sequence[str]:
        """Give a line a course."""
        lines = []
        for one in kiosk_own.own(self.at.desk).sheet.training:
            parts = [one.title.get(spoken(), ""), one.status.get(spoken(), "")]
            if one.finished_on:
                parts.append(dates.short_day(one.finished_on))
            if one.valid_until:
                parts.append(_("valid until {day}").format(day=dates.short_day(one.valid_until)))
            lines.append(", ".join(clean(part) for part in parts if part))
        return lines or [_("Nothing stands here yet. Ask your coordinator what there is.")]


class WishesPage(Page):
    """One's wishes and limits as the desk knows them."""

    def title(self) -> str:
        """Say what it is."""
        return _("My wishes and limits")

    def text(self) -> Sequence[str]:
        """Give what the desk knows."""
        sheet = kiosk_own.own(self.at.desk).sheet
        limits = []
        if sheet.hours_a_week is not None:
            hours = numbers.hours(sheet.hours_a_week)
            limits.append(_("at most {hours} hours a week").format(hours=hours))
        limits += [_("no evenings")] * sheet.no_evenings + [_("no weekends")] * sheet.no_weekends
        said = []
        for field, words in _texts(self.at).items():
            told = [clean(one) for one in paragraphs(words)]
            told += limits if field == "limits" else []
            shown = "; ".join(told) or _("nothing yet")
            said.append(f"{_(FIELDS[field])}: {shown}")
        return [*said, _("You can write it otherwise. The desk reads it and changes it.")]

    def choices(self) -> Sequence[Choice]:
        """Give what can be written otherwise."""
        return [
            Choice(_(label), partial(WishPage, self.at, field)) for field, label in FIELDS.items()
        ]


class WishPage(Page):
    """One of them, otherwise."""

    def __init__(self, at: "At", field: str) -> None:
        super().__init__(at)
        self.field = field

    def title(self) -> str:
        """Give what it is."""
        return _(FIELDS[self.field])

    def ask(self) -> Ask:
        """Give what stands there now, to be changed."""
        now = " ".join(paragraphs(_texts(self.at)[self.field]))
        return Ask(_("How should it be?"), now[: SHORT // 2], SHORT // 2)

    def typed(self, text: str) -> "Page | Instead | Wrong":
        """Send it as a proposal."""
        if text == " ".join(paragraphs(_texts(self.at)[self.field])):
            return Wrong(_("Nothing was changed."))
        kiosk_send.propose(self.at.desk, self.field, text)
        return Instead(SentPage(self.at, _("The desk reads it and changes it with you.")), 1)


def _texts(at: "At") -> dict[str, str]:
    sheet = kiosk_own.own(at.desk).sheet
    return {
        "wishes_words": sheet.wishes,
        "exclusions_words": sheet.exclusions,
        "limits": sheet.limits,
    }
