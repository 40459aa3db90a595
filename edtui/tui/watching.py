"""While the desk is open: other terminals are followed, the vault is looked after, time is kept."""

from datetime import timedelta
from typing import TYPE_CHECKING

from textual import work

from edtui.errors import EdtuiError
from edtui.locale import _, say
from edtui.tui import textual_inside
from edtui.tui.desk_open import DeskOpen
from edtui.tui.idle import WARNING, Idle
from edtui.tui.messages import FollowingFailed, LockComing, Surveyed
from edtui.tui.widgets.statusline import StatusLine

if TYPE_CHECKING:  # as in `edtui.tui.shell`
    from edtui.desk.session import Desk

SURVEY_EVERY = timedelta(seconds=5)
"""Between two looks at what stands around the vault: backups, other terminals."""


class Watching(DeskOpen):
    """The part of the app that looks around, twice a second, as long as a desk is open."""

    _following = False

    async def look_at_clock(self) -> None:
        """Follow the other terminals; warn, then lock, when nobody types."""
        if self.desk is None:
            return
        if self.overseen is not None and self.overseen.alone:
            self.keep_drafts()
            self.close_desk()
            self.exit(return_code=129)
            return
        self._look_at_vault(self.desk)
        if not self._following:
            self._following = True
            self._follow(self.desk)
        match self.idle.look():
            case Idle.LOCK:
                await self.lock()
            case Idle.WARN:
                seconds = int(WARNING.total_seconds())
                self.notify(
                    _("The desk locks in {count} seconds; any key keeps it open.").format(
                        count=seconds
                    ),
                    severity="warning",
                    timeout=seconds,
                )
                self.screen.post_message(LockComing(seconds))
            case Idle.NOTHING:
                pass

    def _look_at_vault(self, desk: "Desk") -> None:
        """See whether nothing can be written any more, and how things stand around the file."""
        now = self.clock.now()
        if self._surveyed_at is None or now - self._surveyed_at >= SURVEY_EVERY:
            self._surveyed_at = now
            self._survey(desk)
        why = desk.read_only
        if why == self._read_only:
            return
        fell, self._read_only = self._read_only is None and why is not None, why
        for screen in textual_inside.all_screens(self):
            screen.refresh_bindings()
            for line in screen.query(StatusLine):
                line.refresh()
        if fell and why is not None:
            from edtui.tui.dialogs.rescue import tell_read_only

            tell_read_only(self, why)

    @work(thread=True, group="survey", exclusive=True, exit_on_error=False)
    def _survey(self, desk: "Desk") -> None:
        """See how old the last backup is and who else is there; make a backup when it is time."""
        try:
            self.post_message(Surveyed(self.door.look_after(desk)))
        except EdtuiError:
            pass  # locked under it, or a disk that is away: looked at again soon
        except Exception as error:  # whatever it is, the app reports it
            if self.desk is desk:
                self.fail_from_thread(error)

    def on_surveyed(self, message: Surveyed) -> None:
        """Show it in every status line."""
        message.stop()
        if self.desk is None:
            return
        self.survey = message.survey
        for screen in textual_inside.all_screens(self):
            for line in screen.query(StatusLine):
                line.refresh()

    @work(thread=True, group="follow", exit_on_error=False)
    def _follow(self, desk: "Desk") -> None:
        """Take in what other terminals saved; the desk's listeners hear of it."""
        from edtui.desk.following import follow
        from edtui.vault.errors import KeysChanged, Locked

        try:
            follow(desk)
        except Locked:
            pass  # another terminal is writing for long: look again in a second
        except EdtuiError as error:
            keys = isinstance(error, KeysChanged)
            self.post_message(FollowingFailed(error.said, keys_changed=keys))
        except Exception as error:  # whatever it is, the app reports it
            if self.desk is desk:
                self.fail_from_thread(error)
        finally:
            self._following = False

    async def on_following_failed(self, message: FollowingFailed) -> None:
        """Say once why the other terminals cannot be followed; lock where the key is another."""
        message.stop()
        text = say(message.why)
        if self.desk is None:
            return
        if message.keys_changed:
            await self.lock(text)
        elif all(notice.text != text for notice in self.notices.all()):
            self.notify(text, severity="error")
