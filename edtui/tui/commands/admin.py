"""What screen 9 and its windows answer to."""

from edtui.errors import N_
from edtui.tui.commands.base import Command
from edtui.tui.commands.registry import place, register

COORDINATOR = frozenset({"coordinator"})
DESK = frozenset({"coordinator", "confidant"})
"""Who works at the desk's own terminal."""

ADMIN = place("admin", N_("Administration"))
MEMBERS = place("members", N_("Administration: people and keys"))
BACKUPS = place("backups", N_("Administration: backups"))
LOG = place("log", N_("Administration: log"))
FILE = place("file", N_("Administration: the file"))
PRIVACY = place("privacy", N_("Administration: privacy"))
SETTINGS = place("settings", N_("Administration: settings"))
SECRETS = place("secrets", N_("Passphrases"), typing=True, modal=True)
SHEET = place("sheet", N_("A new recovery sheet"), modal=True)
SHEET_CHECK = place("sheet_check", N_("Is it on paper?"), typing=True, modal=True)
WAYS = place("ways", N_("When the file is not right"), modal=True)

register(
    Command("admin.next_area", "right,]", N_("next part"), N_("Go to the next part."), ADMIN,
            palette=False, shown=30, short=N_("next")),
    Command("admin.previous_area", "left,[", N_("part before"), N_("Go to the part before."),
            ADMIN, palette=False),
)  # fmt: skip

register(
    Command("members.new", "n", N_("let in"),
            N_("Let somebody in: name, role, a first passphrase, a recovery sheet."), MEMBERS,
            shown=2, roles=COORDINATOR),
    Command("members.role", "r", N_("role"), N_("Give this person the keys of another role."),
            MEMBERS, shown=3, roles=COORDINATOR),
    Command("members.anew", "a", N_("let in anew"),
            N_("Give somebody who lost passphrase and sheet another way in."), MEMBERS, shown=5,
            medium=N_("anew"), roles=COORDINATOR),
    Command("members.who", "w", N_("who is it"), N_("Say who this is on the roster."), MEMBERS,
            roles=COORDINATOR),
    Command("members.owner", "o", N_("owner"),
            N_("Let this person change who belongs to the vault, or not any more."), MEMBERS,
            dangerous=True, roles=COORDINATOR),
    Command("members.remove", "x", N_("take keys away"),
            N_("Take somebody's keys away; what that person could read gets new keys."), MEMBERS,
            shown=4, medium=N_("remove"), dangerous=True, roles=COORDINATOR),
    Command("members.passphrase", "p", N_("passphrase"), N_("Set another passphrase for yourself."),
            MEMBERS, shown=6),
    Command("members.sheet", "s", N_("recovery sheet"),
            N_("Make a new recovery sheet for yourself; the old one opens nothing any more."),
            MEMBERS, shown=7, medium=N_("sheet")),
)  # fmt: skip

register(
    Command("backups.now", "n", N_("make one now"), N_("Make a verified backup in every folder."),
            BACKUPS, shown=2, medium=N_("make one"), roles=DESK),
    Command("backups.plan", "f", N_("folders"), N_("Choose where and how often backups are made."),
            BACKUPS, shown=3, roles=COORDINATOR),
    Command("backups.put_back", "b", N_("put back"),
            N_("Show what putting this backup back would lose and bring back; then you decide."),
            BACKUPS, shown=4, roles=COORDINATOR),
    Command("backups.try_it", "t", N_("try"),
            N_("Open this backup and read all of it, without touching anything."), BACKUPS,
            shown=5, roles=DESK),
)  # fmt: skip

register(
    Command("log.filters", "f", N_("filters"), N_("Choose by person, day and kind."), LOG, shown=2),
    Command("log.all", "escape", N_("show all"), N_("Show the whole log again."), LOG, shown=3),
)  # fmt: skip

register(
    Command("file.verify", "v", N_("verify"), N_("Read the whole file and check every byte."),
            FILE, shown=2),
    Command("file.compact", "c", N_("write anew"),
            N_("Write the file anew without what is no longer there."), FILE, shown=3,
            roles=COORDINATOR),
)  # fmt: skip

register(
    Command("privacy.mark", "space", N_("mark"), N_("Mark this one to be erased, or not."), PRIVACY,
            shown=2),
    Command("privacy.erase_marked", "x", N_("erase marked"),
            N_("Erase what is marked, for good."), PRIVACY, shown=3, dangerous=True),
    Command("privacy.erase_person", "p", N_("erase a person"),
            N_("Erase somebody who asks for it, after a look at all that would go."), PRIVACY,
            shown=4, medium=N_("person")),
    Command("privacy.rules", "e", N_("periods"), N_("Choose how long what is kept."), PRIVACY,
            shown=5),
)  # fmt: skip

register(
    Command("settings.edit", "e", N_("change"), N_("Change the team's settings."), SETTINGS,
            shown=2, roles=COORDINATOR),
    Command("settings.language", "l", N_("language"), N_("Go to the other language."), SETTINGS,
            shown=3),
)  # fmt: skip

register(
    Command("secrets.go", "enter", N_("go on"), N_("Go to the next field, then do it."), SECRETS,
            shown=1, palette=False),
    Command("secrets.close", "escape", N_("back"), N_("Leave it and change nothing."), SECRETS,
            shown=2, palette=False, right=True),
    Command("sheet.paper", "enter", N_("it is on paper"), N_("Go on and type two words of it."),
            SHEET, shown=1, palette=False),
    Command("sheet.print", "p", N_("print"), N_("Print the sheet; that is written in the log."),
            SHEET, shown=2, palette=False),
    Command("sheet_check.go", "enter", N_("go on"), N_("Compare the words."), SHEET_CHECK, shown=1,
            palette=False),
    Command("sheet_check.close", "escape", N_("show the sheet"), N_("Look at the sheet again."),
            SHEET_CHECK, shown=2, palette=False),
    Command("ways.down", "down,j", N_("down"), N_("Go to the next way out."), WAYS, palette=False),
    Command("ways.up", "up,k", N_("up"), N_("Go to the way out before."), WAYS, palette=False),
    Command("ways.choose", "enter", N_("do this"), N_("Take the way out under the cursor."), WAYS,
            shown=1, palette=False),
    Command("ways.close", "escape", N_("back"), N_("Leave everything as it is."), WAYS, shown=2,
            palette=False),
)  # fmt: skip
