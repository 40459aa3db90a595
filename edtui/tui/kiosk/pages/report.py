"""Reporting a visit: hours, kilometres, how many people, what it was about. In two minutes."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from edtui.desk import kiosk_own, kiosk_send
from edtui.desk.calendar_entries import Entry
from edtui.desk.vocabularies import vocabularies, word
from edtui.locale import _, dates, ngettext, numbers, spoken
from edtui.records.kiosk_letter import SentReport
from edtui.records.visit_report import FollowUps, ThemeCount
from edtui.tui.kiosk.clean import clean
from edtui.tui.kiosk.page import Ask, Choice, Instead, Page, Wrong
from edtui.tui.kiosk.pages.own_calendar import line_of
from edtui.tui.kiosk.pages.own_sent import SentPage

if TYPE_CHECKING:  # as in `edtui.tui.kiosk.page`
    from edtui.tui.kiosk.at import At


class VisitsPage(Page):
    """Which visit."""

    def title(self) -> str:
        """Ask which."""
        return _("Which visit?")

    def text(self) -> Sequence[str]:
        """Say that there is none, where that is so."""
        return [] if self._visits() else [_("No visit of yours waits for a report.")]

    def _visits(self) -> list[Entry]:
        return kiosk_own.to_report(self.at.desk, self.at.sent)

    def choices(self) -> Sequence[Choice]:
        """Give a line a visit, the newest first."""
        return [
            Choice(line_of(self.at, one), partial(first_step, self.at, one))
            for one in self._visits()
        ]


class _Report:
    """What was said so far, and of which visit."""

    def __init__(self, at: "At", entry: Entry, sent: SentReport, *, again: bool = False) -> None:
        self.at, self.entry, self.sent = at, entry, sent
        self.again = again
        """Whether it was filled in already, and something in it is to be changed."""

    def with_(self, **changes: Any) -> "_Report":
        return _Report(self.at, self.entry, self.sent.with_(**changes), again=self.again)


class _NumberPage(Page):
    """One number to type."""

    def __init__(
        self, report: _Report, title: str, value: float, most: float,
        then: Callable[[float], Page], *, whole: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(report.at)
        self.report, self._title, self._value = report, title, value
        self._most, self._then, self._whole = most, then, whole

    def title(self) -> str:
        """Give the question."""
        return self._title

    def text(self) -> Sequence[str]:
        """Say of which visit."""
        return [line_of(self.at, self.report.entry)]

    def ask(self) -> Ask:
        """Give what is most likely, to be taken with enter."""
        shown = numbers.count(int(self._value)) if self._whole else numbers.number(self._value)
        return Ask(
            _("A number:"), shown.replace(".", "") if self._whole else shown, 8, replaced=True
        )

    def typed(self, text: str) -> "Page | Wrong":
        """Understand it: a comma or a point; nothing is nought."""
        try:
            value = float(text.replace(",", ".") or 0)
        except ValueError:
            return Wrong(_("Type a number, such as 3 or 2,5."))
        if not 0 <= value <= self._most or (self._whole and value != int(value)):
            most = numbers.number(self._most, digits=0)
            return Wrong(_("Type a number from 0 to {most}.").format(most=most))
        return self._then(value)


def first_step(at: "At", entry: Entry) -> Page:
    """Begin with the hours, as the calendar has them."""
    return _hours(_Report(at, entry, kiosk_own.sent_report(entry)))


def _once_more(report: _Report) -> Page:
    """Begin again with what was said; what is counted by pressing is counted anew."""
    sent = report.sent.with_(questions=(), follow_ups=FollowUps())
    return _hours(_Report(report.at, report.entry, sent, again=True))


def _hours(report: _Report) -> Page:
    return _NumberPage(
        report, _("How many hours did it take?"), report.sent.hours, 24,
        lambda hours: _kilometres(report.with_(hours=hours)),
    )  # fmt: skip


def _kilometres(report: _Report) -> Page:
    usual = report.sent.kilometres
    if not report.again:
        usual = kiosk_own.last_kilometres(report.at.desk, report.entry.location_id)
    return _NumberPage(
        report, _("How many kilometres, there and back?"), usual, 2000,
        lambda value: _met(report.with_(kilometres=value)),
    )  # fmt: skip


def _met(report: _Report) -> Page:
    return _NumberPage(
        report, _("How many clients did you speak with?"), report.sent.clients_met, 1000,
        lambda value: ToldPage(report.with_(clients_met=int(value))), whole=True,
    )  # fmt: skip


class ToldPage(Page):
    """Whether the confidant's work was told about."""

    def __init__(self, report: _Report) -> None:
        super().__init__(report.at)
        self.report = report

    def title(self) -> str:
        """Ask it."""
        return _("Did you tell what a client confidant does?")

    def choices(self) -> Sequence[Choice]:
        """Yes, no, or not at stake."""
        return [
            Choice(_("Yes, I told it"), lambda: self._said(told=True)),
            Choice(_("No, I did not"), lambda: self._said(told=False)),
            Choice(_("That did not come up"), lambda: self._said(told=None)),
        ]

    def _said(self, *, told: bool | None) -> Page:
        return ThemesPage(self.report.with_(told_about_confidant=told))


class ThemesPage(Page):
    """What the questions were about; each choice counts one more."""

    def __init__(self, report: _Report) -> None:
        super().__init__(report.at)
        self.report = report

    def title(self) -> str:
        """Ask it."""
        return _("What were the questions about?")

    def text(self) -> Sequence[str]:
        """Give what was counted."""
        counted = [f"{word('themes', one.theme)} {one.count}" for one in self.report.sent.questions]
        return [", ".join(counted)] if counted else [_("Choose a theme once for each question.")]

    def choices(self) -> Sequence[Choice]:
        """Go on, or one more of a theme."""
        themes = vocabularies(self.at.desk)["themes"]
        return [
            Choice(_("That was all"), lambda: FollowPage(self.report)),
            *(
                Choice(clean(term.label(spoken())), partial(self._one_more, term.code))
                for term in themes.offered()
            ),
        ]

    def _one_more(self, code: str) -> Instead:
        counts = {one.theme: one.count for one in self.report.sent.questions}
        counts[code] = counts.get(code, 0) + 1
        questions = tuple(ThemeCount(theme=theme, count=count) for theme, count in counts.items())
        return Instead(ThemesPage(self.report.with_(questions=questions)))


class FollowPage(Page):
    """Whether somebody wants to talk on."""

    def __init__(self, report: _Report) -> None:
        super().__init__(report.at)
        self.report = report

    def title(self) -> str:
        """Ask it."""
        return _("Does somebody want to talk on?")

    def text(self) -> Sequence[str]:
        """Give what was counted."""
        total = self.report.sent.follow_ups.total
        return [ngettext("{count} talk", "{count} talks", total).format(count=total)] * bool(total)

    def choices(self) -> Sequence[Choice]:
        """Go on, or one more talk."""
        return [
            Choice(_("That was all"), lambda: SuccessPage(self.report)),
            Choice(_("One with me or another peer worker"), lambda: self._one_more("alone")),
            Choice(_("One with the client confidant"), lambda: self._one_more("confidant")),
            Choice(_("One with both"), lambda: self._one_more("both")),
        ]

    def _one_more(self, name: str) -> Instead:
        now = self.report.sent.follow_ups
        follow_ups = FollowUps.model_validate({**dict(now), name: getattr(now, name) + 1})
        return Instead(FollowPage(self.report.with_(follow_ups=follow_ups)))


class SuccessPage(Page):
    """The success of the day."""

    def __init__(self, report: _Report) -> None:
        super().__init__(report.at)
        self.report = report

    def title(self) -> str:
        """Ask for it."""
        return _("What went well?")

    def text(self) -> Sequence[str]:
        """Ask to leave names out."""
        return [_("No names of clients, please.")]

    def ask(self) -> Ask:
        """Give room for a line."""
        hint = _("Nothing is fine too: press enter.")
        return Ask(_("In one line:"), self.report.sent.success, 200, hint=hint)

    def typed(self, text: str) -> Page:
        """Go on."""
        return SendPage(self.report.with_(success=text))


class SendPage(Page):
    """All of it once more."""

    def __init__(self, report: _Report) -> None:
        super().__init__(report.at)
        self.report = report

    def title(self) -> str:
        """Ask whether it is right."""
        return _("Is this right?")

    def text(self) -> Sequence[str]:
        """Give what was said."""
        sent = self.report.sent
        talks = sent.follow_ups.total
        told = {
            True: _("Yes, I told it"),
            False: _("No, I did not"),
            None: _("That did not come up"),
        }[sent.told_about_confidant]
        said = [
            f"{dates.long_day(sent.day)}, {kiosk_own.place(self.at.desk, self.report.entry)}",
            _("{hours} hours").format(hours=numbers.hours(sent.hours))
            + ", "
            + _("{count} km").format(count=numbers.number(sent.kilometres)),
            ngettext("{count} client", "{count} clients", sent.clients_met).format(
                count=sent.clients_met
            ),
            f"{_('Did you tell what a client confidant does?')} {told}",
            ", ".join(f"{word('themes', one.theme)} {one.count}" for one in sent.questions),
            f"{_('Does somebody want to talk on?')} "
            + ngettext("{count} talk", "{count} talks", talks).format(count=talks),
            clean(sent.success),
        ]
        return [one for one in said if one]

    def choices(self) -> Sequence[Choice]:
        """Send it, or begin again."""
        return [
            Choice(_("Yes, send it"), self._send),
            Choice(
                _("No, I want to change something"),
                lambda: Instead(_once_more(self.report), 2),
            ),
        ]

    def _send(self) -> Instead:
        kiosk_send.report(self.at.desk, self.report.sent)
        self.at.sent.append(self.report.entry.key)
        said = _("The desk takes it in; then it counts with your hours.")
        return Instead(SentPage(self.at, said), 1)
