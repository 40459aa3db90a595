"""What a letter from a kiosk says, in lines, for the desk."""

from edtui.desk.session import Desk
from edtui.desk.settings import team_settings
from edtui.desk.users import user_names
from edtui.desk.vocabularies import word
from edtui.locale import _, dates, ngettext, numbers
from edtui.records.action_point import ActionPoint
from edtui.records.kiosk_letter import FIELDS, Letter, LetterKind, SentReport, TalkWish
from edtui.records.names import display_name
from edtui.records.person import Person


def letter_lines(desk: Desk, one: Letter) -> list[str]:
    """Give what stands in a letter; private text, as somebody typed it."""
    said = [_("By: {name}").format(name=sender(desk, one))] if one.user_id else []
    if one.talk is not None:
        said += _talk(one.talk)
    if one.report is not None:
        said += _report(one.report)
    if one.kind is LetterKind.WISHES:
        said.append(_(FIELDS.get(one.field, "")))
    if one.action_id:
        action = desk.find(ActionPoint, one.action_id)
        said.append(action.what if action else _("It is not there any more."))
    if one.kind is LetterKind.ALARM:
        many = ngettext("{count} attempt in a row", "{count} attempts in a row", one.count)
        said.append(many.format(count=one.count))
    if one.said:
        said.append(one.said)
    return said


def sender(desk: Desk, one: Letter) -> str:
    """Give the name of who signed in and sent a letter; empty for a visitor."""
    number = team_settings(desk).person_of.get(one.user_id)
    person = desk.find(Person, number)
    return display_name(person) if person else user_names(desk).get(one.user_id, "")


def _talk(talk: TalkWish) -> list[str]:
    named = (
        (_("Talk with"), word("talk_modes", talk.mode.value) if talk.mode else _("no matter whom")),
        (_("Meant for"), _("somebody else") if talk.for_whom == "other" else _("the visitor")),
        (_("Name"), talk.handle),
        (_("How to reach"), talk.reach),
        (_("When"), talk.when),
        (_("About"), talk.about),
    )
    return [f"{label}: {text}" for label, text in named if text]


def _report(report: SentReport) -> list[str]:
    counted = ", ".join(f"{word('themes', one.theme)} {one.count}" for one in report.questions)
    named = (
        (_("Day"), dates.full_day(report.day)),
        (_("Hours"), numbers.hours(report.hours)),
        (_("Kilometres"), numbers.number(report.kilometres)),
        (_("Clients"), str(report.clients_met)),
        (_("Themes"), counted),
        (_("What went well"), report.success),
    )
    return [f"{label}: {text}" for label, text in named if text]
