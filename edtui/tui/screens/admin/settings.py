"""Settings: of the team, in the vault; of this workstation, outside it."""

from collections.abc import Sequence
from typing import Any

from edtui import locale
from edtui.config import config_dir, save_setting
from edtui.desk import settings as kept
from edtui.desk.vocabularies import vocabularies, word
from edtui.errors import N_, Sentence
from edtui.locale import _, ngettext
from edtui.tui import themes
from edtui.tui.commands.admin import SETTINGS
from edtui.tui.commands.keys import shown_key
from edtui.tui.dialogs.form import Form, Section
from edtui.tui.screens.admin.area import Area, Fact
from edtui.tui.widgets.fields import Field, NumberField, SeveralField, TextField, from_vocabulary
from edtui.tui.widgets.rows import Row
from edtui.tui.widgets.table_columns import Column

_LANGUAGES = {"nl": "Nederlands", "en": "English"}


class SettingsArea(Area):
    """A list of settings with their values."""

    WHERE = SETTINGS
    NAME = "settings"
    TITLE = N_("Settings")
    EMPTY = Sentence(N_("There are no settings for you here."))
    COLUMNS = (
        Column("what", N_("Setting"), min=16, max=34, priority=9, sorts=False),
        Column("value", N_("Now"), min=20, max=80, priority=8, sorts=False),
    )
    WRITES = frozenset({"edit"})

    def read(self) -> list[Fact]:
        """Give the settings in words."""
        team = kept.team_settings(self.desk)
        minutes = ngettext("{count} minute", "{count} minutes", team.idle_minutes)
        own = [
            f"{name} = {shown_key(key.split(',')[0])}" for name, key in self.shell.own_keys.items()
        ]
        none = _("none; keymap.toml in {folder} holds them").format(folder=config_dir())
        return [
            (_("Name of the team"), team.team_name),
            (_("Locks when nobody types"), minutes.format(count=team.idle_minutes)),
            (_("Not spoken with"), self._weeks(team.no_contact_weeks)),
            (_("Says that something ends"), self._weeks(team.expiring_weeks)),
            (_("School holidays of"), self._regions(team.school_regions)),
            (_("Language here"), _LANGUAGES[locale.spoken()]),
            (_("Colours here"), _(themes.TITLES.get(self.shell.theme, self.shell.theme))),
            (_("Own keys here"), ", ".join(own) or none),
        ]

    def _regions(self, codes: Sequence[str]) -> str:
        return ", ".join(word("school_regions", code) for code in codes) or _("all regions")

    def _weeks(self, count: int) -> str:
        return ngettext("{count} week", "{count} weeks", count).format(count=count)

    def row(self, at: int, item: Fact) -> Row:
        """Give a setting's line."""
        return Row(at + 1, list(item))

    def lead(self) -> str:
        """Say how the colours are changed."""
        return _("f8 goes to the next colours; f1 shows every key.")

    def action_edit(self) -> None:
        """Change the team's settings."""
        regions = vocabularies(self.desk)["school_regions"]
        fields: list[Field] = [
            TextField("team_name", N_("Name of the team"), required=True, max_length=80),
            NumberField("idle_minutes", N_("Minutes until it locks"), least=1, most=15, whole=True,
                        required=True),
            NumberField("no_contact_weeks", N_("Weeks not spoken"), least=1, most=260, whole=True,
                        required=True, help=N_("after these the roster asks to look")),
            NumberField("expiring_weeks", N_("Weeks before an end"), least=1, most=260, whole=True,
                        required=True, help=N_("then a certificate that ends is told")),
            SeveralField("school_regions", N_("School holidays of"),
                         from_vocabulary(lambda: regions, locale.spoken()),
                         help=N_("regions in the calendar; empty: all")),
        ]  # fmt: skip

        def save(values: dict[str, Any]) -> Any:
            return kept.change_settings(self.desk, **values)

        stored = dict(kept.team_settings(self.desk))
        form = Form(_("Settings of the team"), [Section("", fields)], stored=stored, save=save,
                    small=True)  # fmt: skip
        self.app.push_screen(form, self._saved)

    def _saved(self, settings: Any) -> None:
        if settings is not None:
            self.shell.team = settings.team_name
            self.shell.idle.limit_minutes(settings.idle_minutes)
            self.reload()

    async def action_language(self) -> None:
        """Go to the other language; the screens are made anew."""
        other = "en" if locale.spoken() == "nl" else "nl"
        locale.speak(other)
        save_setting("language", other)
        await self.shell.speak_anew()
