"""The last line but one: saved when, anything wrong."""

from datetime import datetime
from typing import Any, cast

from textual.content import Content
from textual.reactive import reactive

from edtui.errors import Sentence
from edtui.locale import _, dates, ngettext, say
from edtui.tui.door import Survey
from edtui.tui.surroundings import marks
from edtui.tui.widgets.line import Line


class StatusLine(Line):
    """Facts with dots between them; what is wrong comes first, with the look-here mark."""

    note: reactive[str] = reactive("")
    """What the screen adds, for instance how to read its marks."""

    wrong: reactive[str] = reactive("")
    """What is wrong on the screen itself."""

    def on_mount(self) -> None:
        """Look again now and then: the facts come from the app."""
        self.set_interval(5, self.refresh)

    def render(self) -> Content:
        """Give the line for the width that there is."""
        signs = marks(self.app)
        survey: Survey = getattr(self.app, "survey", None) or Survey()
        backup = self._backup(survey)
        late = backup if survey.backup_late or survey.backup_wrong else ""
        troubles = [text for text in (self.wrong, self._read_only(), late) if text]
        alerts = [self.cut(f"{signs.look} {text}", 500, "$warning") for text in troubles]
        quiet = (self._saved(), "" if late else backup, _others(survey), self.note)
        facts = [self.cut(text, 500, "$text-muted") for text in quiet if text]
        line = Content.styled(f" {signs.between} ", "$text-muted").join([*alerts, *facts])
        return line.truncate(self.content_size.width, ellipsis=not signs.cut.isascii())

    def _saved(self) -> str:
        moment = getattr(self.app, "saved_at", None)
        return _("saved {time}").format(time=f"{moment:%H:%M}") if moment is not None else ""

    def _backup(self, survey: Survey) -> str:
        if getattr(self.app, "desk", None) is None:
            return ""
        if survey.backup_at is None:
            return _("no backup yet") if survey.looked else ""
        if survey.backup_wrong:
            return _("the newest backup is not right: make another one, on another disk")
        now: datetime = cast(Any, self.app).clock.now()
        at = survey.backup_at.astimezone(now.tzinfo)
        when = dates.time(at)
        if at.date() != now.date():
            when = f"{dates.relative(at.date(), now.date())} {when}"
        return _("backup {when}").format(when=when)

    def _read_only(self) -> str:
        desk = getattr(self.app, "desk", None)
        why = desk.vault.read_only if desk is not None else None
        return say(why) if isinstance(why, Sentence) else ""


def _others(survey: Survey) -> str:
    if not survey.others:
        return ""
    said = ngettext("{count} other terminal", "{count} other terminals", survey.others)
    return said.format(count=survey.others)
