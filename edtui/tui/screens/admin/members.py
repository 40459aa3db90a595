"""People and keys: who may sign in, with which keys; one's own passphrase and recovery sheet."""

from collections.abc import Iterable, Mapping
from typing import Any

from edtui.desk import grants, members
from edtui.desk.members import MemberRow
from edtui.errors import N_, Sentence
from edtui.locale import _, dates, say
from edtui.tui.commands.admin import MEMBERS
from edtui.tui.commands.base import Command
from edtui.tui.curtain import shown_name
from edtui.tui.dialogs.pick import Pick
from edtui.tui.dialogs.secrets import AGAIN, FIRST, Asked, Secrets
from edtui.tui.dialogs.sheet import show_sheet
from edtui.tui.screens.admin import who_is_it
from edtui.tui.screens.admin.area import Area, Fact
from edtui.tui.widgets.fields import Option
from edtui.tui.widgets.rows import Row
from edtui.tui.widgets.table_columns import Column

_NEW = (Asked(FIRST, N_("New passphrase")), Asked(AGAIN, N_("Once more")))
_YOURSELF = Sentence(N_("You cannot do that to your own account; another owner can."))
_FOR_THEM = N_(
    "Let {name} type it: a first passphrase, of which {name} makes an own one at the first "
    "sign-in. It takes a moment; then the recovery sheet of {name} is shown."
)
_PARTS = {
    "directory": N_("the team's names and settings"),
    "office": N_("people, organisations, vacancies"),
    "calendar": N_("the calendar"),
    "casework": N_("casework"),
    "stories": N_("stories"),
    "shelf": N_("what a kiosk shows"),
    "inbox": N_("notes to the desk"),
    "audit": N_("the log"),
}


class MembersArea(Area):
    """The list of who may sign in."""

    WHERE = MEMBERS
    NAME = "members"
    TITLE = N_("People and keys")
    COLUMNS = (
        Column("name", N_("Name"), min=10, max=30, priority=9),
        Column("role", N_("Role"), min=10, max=26, priority=8),
        Column("since", N_("Since"), min=10, max=14, priority=3),
        Column("here", N_("Last here"), min=8, max=18, priority=5),
    )
    WRITES = frozenset({"new", "role", "anew", "who", "owner", "remove", "passphrase", "sheet"})
    NEEDS_ROW = frozenset({"role", "anew", "who", "owner", "remove"})

    def read(self) -> list[MemberRow]:
        """Give the members, oneself first."""
        return sorted(members.members(self.desk), key=lambda one: not one.own)

    def known_by(self, item: MemberRow) -> object:
        """Give who it is."""
        return item.user_id

    def row(self, at: int, item: MemberRow) -> Row:
        """Give a member's line."""
        role = say(grants.role_label(item.role))
        if item.owner:
            role = _("{role}, owner").format(role=role)
        now = self.desk.clock.now()
        since = dates.short_day(item.since.date()) if item.since else ""
        noted = item.rights.get("directory") == "rw"
        here = "" if noted else _("not noted")
        if item.last_sign_in:
            here = dates.ago(item.last_sign_in, now)
        if item.own:
            here = _("now")
        return Row(at + 1, [shown_name(self.app, item.name), role, since, here])

    def facts(self, item: MemberRow) -> Iterable[Fact]:
        """Give for what somebody holds keys."""
        for right, label in (("rw", N_("Works in")), ("r", N_("Reads")), ("drop", N_("Drops in"))):
            parts = [_(_PARTS[one]) for one in _PARTS if item.rights.get(one) == right]
            if parts:
                yield _(label), ", ".join(parts)
        if item.private:
            yield _("Alone"), _("own notes, which nobody else can open")
        if item.person_id:
            name = who_is_it.name_of(self.desk, item.person_id)
            yield _("Is on the roster"), shown_name(self.app, name)

    def why_not(self, command: Command) -> Sentence | None:
        """Give why a key does nothing now."""
        verb = command.id.rpartition(".")[2]
        row: MemberRow | None = self.current if self.is_mounted else None
        if row is not None and row.own and verb in ("role", "anew", "owner", "remove"):
            return _YOURSELF
        return super().why_not(command)

    def names_object(self, command: Command) -> Sentence | None:
        """Give what a dangerous key would do, with the name."""
        row: MemberRow | None = self.current
        if row is None:
            return None
        name = {"name": shown_name(self.app, row.name)}
        if command.id == "members.remove":
            return Sentence(
                N_(
                    "Take the keys of {name} away? All that {name} could read gets new keys, and "
                    "notes that only {name} could open are gone. Older backups still open with "
                    "the passphrase of then."
                ),
                name,
            )
        if row.owner:
            return Sentence(N_("Let {name} no longer change who belongs to the vault?"), name)
        return Sentence(N_("Let {name} change who belongs to the vault too, as you can?"), name)

    # Others

    def action_new(self) -> None:
        """Let somebody in: the role, then the name and a first passphrase."""
        self.app.push_screen(Pick(_("Let somebody in as"), _roles()), self._with_role)

    def _with_role(self, role: str | None) -> None:
        if role is None:
            return

        def add(typed: Mapping[str, str]) -> tuple[str, list[str]]:
            return typed["name"], members.add_member(self.desk, typed["name"], typed[FIRST], role)

        asked = (Asked("name", N_("Name"), secret=False), *_NEW)
        title = _("Let somebody in as {role}").format(role=say(grants.role_label(role)))
        told = Sentence(N_("The name is to sign in with. Let who it is for type the passphrase."))
        dialog = Secrets(title, asked, add, told=told, known=(self.shell.team,))
        self.app.push_screen(dialog, self._sheet)

    def _sheet(self, result: tuple[str, list[str]] | None) -> None:
        if result is not None:
            self.reload()
            show_sheet(self.shell, self.desk, *result)

    def action_role(self) -> None:
        """Give another role."""
        row: MemberRow = self.current
        title = _("{name} becomes").format(name=shown_name(self.app, row.name))

        def chosen(role: str | None) -> None:
            if role is not None and role != row.role:
                self.do(
                    _("The keys are being made"),
                    lambda: members.grant_role(self.desk, row.user_id, role),
                    lambda _result: self.notify_done(row),
                )

        self.app.push_screen(Pick(title, _roles()), chosen)

    def notify_done(self, row: MemberRow) -> None:
        """Say that somebody's keys are others now."""
        name = shown_name(self.app, row.name)
        self.app.notify(_("{name} has other keys now.").format(name=name))

    def action_anew(self) -> None:
        """Let in anew who lost passphrase and sheet."""
        row: MemberRow = self.current
        name = shown_name(self.app, row.name)

        def anew(typed: Mapping[str, str]) -> tuple[str, list[str]]:
            return row.name, members.let_in_anew(self.desk, row.user_id, typed[FIRST])

        told = Sentence(_FOR_THEM, {"name": name})
        title = _("Let {name} in anew").format(name=name)
        self.app.push_screen(Secrets(title, _NEW, anew, told=told, known=(row.name,)), self._sheet)

    def action_owner(self) -> None:
        """Make an owner, or not any more."""
        row: MemberRow = self.current
        self.do(
            _("The keys are being made"),
            lambda: members.grant_role(self.desk, row.user_id, row.role, owner=not row.owner),
            lambda _result: self.notify_done(row),
        )

    def action_remove(self) -> None:
        """Take somebody's keys away."""
        row: MemberRow = self.current
        name = shown_name(self.app, row.name)
        self.do(
            _("Everything that {name} could read gets new keys").format(name=name),
            lambda: members.remove_member(self.desk, row.user_id),
            lambda _result: self.app.notify(_("{name} has no key any more.").format(name=name)),
        )

    def action_who(self) -> None:
        """Say who a member is on the roster."""
        who_is_it.ask(self, self.current)

    # Oneself

    def action_passphrase(self) -> None:
        """Set another passphrase."""
        from edtui.desk.team import change_passphrase

        asked = (Asked("old", N_("Passphrase now")), *_NEW)
        told = Sentence(N_("Backups of before still open with the passphrase of now."))

        def change(typed: Mapping[str, str]) -> None:
            change_passphrase(self.desk, typed["old"], typed[FIRST])

        def done(result: Any) -> None:
            if result is not None:
                self.app.notify(_("Your passphrase is another one now."))

        known = (self.desk.vault.user, self.shell.team)
        title = _("Another passphrase")
        self.app.push_screen(Secrets(title, asked, change, told=told, known=known), done)

    def action_sheet(self) -> None:
        """Make a new recovery sheet."""
        user = self.desk.vault.user

        def make(typed: Mapping[str, str]) -> tuple[str, list[str]]:
            return user, members.new_recovery_sheet(self.desk, typed["passphrase"])

        told = Sentence(N_("The sheet that you have opens nothing any more then."))
        asked = (Asked("passphrase", N_("Passphrase")),)
        dialog = Secrets(_("A new recovery sheet"), asked, make, told=told)
        self.app.push_screen(dialog, self._sheet)


def _roles() -> list[Option]:
    return [Option(role, say(grants.role_label(role))) for role in grants.GRANTS]
