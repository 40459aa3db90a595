"""Kiosks: which there are and when each was last seen; what they show, and when."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from edtui.config import config_dir
from edtui.desk import kiosk_plugin, kiosk_post, kiosk_settings
from edtui.desk.vocabularies import word
from edtui.errors import N_, Sentence
from edtui.locale import _, dates, spoken
from edtui.records.kiosk import Kiosk, closed_until
from edtui.tui.commands.admin import COORDINATOR
from edtui.tui.commands.base import Command
from edtui.tui.commands.kiosks import KIOSKS
from edtui.tui.screens.admin import kiosk_forms as forms
from edtui.tui.screens.admin.area import Area, Fact
from edtui.tui.widgets.rows import Row, Toned
from edtui.tui.widgets.table_columns import Column

SECTIONS = {
    "stories": N_("stories"),
    "people": N_("who we are"),
    "timetable": N_("when somebody is here"),
    "talk": N_("asking for a talk"),
    "idea": N_("what can be better"),
    "poll": N_("the question"),
    "sign_in": N_("signing in"),
}
"""What the start page can offer, in words."""


class KiosksArea(Area):
    """The list of kiosks."""

    WHERE = KIOSKS
    NAME = "kiosks"
    TITLE = N_("Kiosks")
    ROLES = COORDINATOR
    EMPTY = Sentence(N_("There is no kiosk yet. {key} sets one up."), {"key": "n"})
    COLUMNS = (
        Column("name", N_("Name"), min=8, max=24, priority=9),
        Column("where", N_("Where"), min=8, max=30, priority=6),
        Column("seen", N_("Last seen"), min=10, max=18, priority=8),
        Column("now", N_("Now"), min=6, max=12, priority=7),
        Column("version", N_("Version"), min=6, max=12, priority=2),
    )
    WRITES = frozenset(
        {"new", "edit", "texts", "what", "hours", "faces", "question", "close", "reset", "remove"}
    )
    NEEDS_ROW = frozenset({"edit", "close", "reset", "remove"})

    def read(self) -> list[Kiosk]:
        """Give the kiosks."""
        return kiosk_settings.kiosks(self.desk)

    def row(self, at: int, item: Kiosk) -> Row:
        """Give a kiosk's line."""
        now = self.desk.clock.now()
        seen = dates.ago(item.last_seen, now) if item.last_seen else _("never")
        closed, _opens = closed_until(kiosk_settings.kiosk_settings(self.desk), now)
        state = Toned(_("closed"), "attention") if item.closed or closed else _("open")
        return Row(at + 1, [item.name, item.where, seen, state, item.last_version])

    def lead(self) -> str:
        """Say what kiosks show now."""
        settings = kiosk_settings.kiosk_settings(self.desk)
        shown = ", ".join(_(SECTIONS[name]) for name in SECTIONS if name in settings.shows)
        said = _("Kiosks show: {what}.").format(what=shown or _("nothing"))
        message = settings.message_on(self.desk.clock.today(), spoken())
        if message:
            said += " " + _("Message: {text}").format(text=message)
        return said

    def facts(self, item: Kiosk) -> Iterable[Fact]:  # noqa: ARG002  the same for all
        """Tell who is named, what stands in the timetable, and what was answered."""
        settings = kiosk_settings.kiosk_settings(self.desk)
        yield (
            _("Named"),
            ", ".join(f"{one.name} ({word('roles', one.role)})" for one in settings.faces)
            or _("nobody yet"),
        )
        for one in kiosk_post.polls(self.desk)[:1]:
            counted = zip(one.answers, one.counts, strict=False)
            yield _("Question"), f"{one.question} {', '.join(f'{a} {n}' for a, n in counted)}"

    def names_object(self, command: Command) -> Sentence | None:
        """Say what taking the keys away does, with the name."""
        if command.id != "kiosks.remove" or self.current is None:
            return None
        question = N_("Take the keys of {name} away? Its key file opens nothing any more.")
        return Sentence(question, {"name": self.current.name})

    # Doing

    def action_new(self) -> None:
        """Set a kiosk up: the form, then the keys are made in a thread."""
        usual = config_dir() / "kiosk.key"
        form = forms.new_kiosk(self.desk, usual)
        self.app.push_screen(form, self._set_up)

    def _set_up(self, values: dict[str, Any] | None) -> None:
        if values is None:
            return
        path = Path(values["key_file"]).expanduser()

        def work() -> Kiosk:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            made = kiosk_settings.set_up(
                self.desk,
                values["name"],
                path,
                location_id=values["location_id"],
                language=values["language"],
            )
            kiosk_plugin.look_after(self.desk)
            return made

        def done(_made: Kiosk) -> None:
            said = _("The key stands in {path}. Give that file to the kiosk's own user.")
            self.app.notify(said.format(path=path), timeout=30)

        self.do(_("The keys are being made"), work, done)

    def action_edit(self) -> None:
        """Change a kiosk."""
        self.app.push_screen(forms.edit_kiosk(self.desk, self.current), self._saved)

    def action_texts(self) -> None:
        """Change the texts."""
        self.app.push_screen(forms.texts(self.desk), self._saved)

    def action_what(self) -> None:
        """Choose what is shown."""
        self.app.push_screen(forms.what(self.desk, SECTIONS), self._saved)

    def action_hours(self) -> None:
        """Choose when kiosks are open."""
        self.app.push_screen(forms.hours(self.desk), self._saved)

    def action_faces(self) -> None:
        """Say who is named."""
        self.app.push_screen(forms.faces(self.desk, self.shell), self._saved)

    def action_question(self) -> None:
        """Ask a question."""
        self.app.push_screen(forms.question(self.desk), self._saved)

    def action_close(self) -> None:
        """Close it by hand, or open it."""
        item: Kiosk = self.current
        self._save(lambda: kiosk_settings.save_kiosk(self.desk, item.with_(closed=not item.closed)))

    def action_reset(self) -> None:
        """Let it begin anew."""
        item: Kiosk = self.current
        self._save(lambda: kiosk_settings.reset(self.desk, item.id))

    def action_remove(self) -> None:
        """Take its keys away."""
        item: Kiosk = self.current
        self.do(
            _("The keys are being taken away"),
            lambda: kiosk_settings.remove(self.desk, item.id),
            lambda _none: None,
        )

    def _save(self, call: Any) -> None:
        self.do(_("It is being saved"), call, lambda _made: None)

    def _saved(self, result: Any) -> None:
        if result is not None:
            self.reload()
