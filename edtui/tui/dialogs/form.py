"""A form: fields in sections, checked while typing, nothing of what was typed ever lost."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Static

from edtui.clock import Clock
from edtui.errors import N_, EdtuiError, Sentence
from edtui.locale import _, dates, ngettext, say
from edtui.tui.commands.form import FORM
from edtui.tui.dialogs.discard import Discard, OfferDraft
from edtui.tui.dialogs.form_draft import DraftKeeper, FoundDraft
from edtui.tui.dialogs.form_sheet import Check, Section, Sheet
from edtui.tui.dialogs.form_versions import TwoVersions
from edtui.tui.messages import LockComing, RecordsChanged
from edtui.tui.plain import plain
from edtui.tui.who_writes import explained
from edtui.tui.widgets.fields.base import Field
from edtui.tui.widgets.keybar import KeyBar

__all__ = ["Form", "FoundDraft", "Section"]

KEEP_EVERY = 3.0
"""Seconds between two looks whether the draft should be kept again."""


class FormBody(VerticalScroll, can_focus=False, inherit_bindings=False):
    """The fields; scrolls where the window is low."""


class Form(TwoVersions):
    """Fields that are filled in and saved; gives what ``save`` gave, None when it was left.

    Args:
        title: heading (translated; private text is welcome).
        sections: the fields.
        stored: what the record holds, by field key (values of a record: dates, tuples, parts).
        save: keeps the values that were read and gives the result. Without it the values are
            the result. What goes wrong (``EdtuiError``, ``ValidationError``, ``OSError``) is
            said, and everything typed stays.
        check: gives what is wrong with the values read, by field, while typing.
        draft: what was found that was typed before.
        keep_draft: keeps what is typed (JSON values), sealed.
        drop_draft: forgets it: called after saving and after throwing away.
        take_theirs: called with the document that somebody else saved meanwhile; remembers its
            revision for the next ``save`` and gives that record's values by field key.
        small: a window in the middle instead of the whole screen.
        elsewhere: gives what somebody else did with the record since it was read, as a sentence;
            asked after every commit.
    """

    WHERE = FORM

    def __init__(
        self,
        title: str,
        sections: Sequence[Section],
        *,
        stored: Mapping[str, Any] | None = None,
        save: Callable[[dict[str, Any]], Any] | None = None,
        check: Check | None = None,
        draft: FoundDraft | None = None,
        keep_draft: Callable[[dict[str, Any]], None] | None = None,
        drop_draft: Callable[[], None] | None = None,
        take_theirs: Callable[[Mapping[str, Any]], Mapping[str, Any]] | None = None,
        small: bool = False,
        elsewhere: Callable[[], Sentence | None] | None = None,
    ) -> None:
        super().__init__(title)
        self._stored = dict(stored or {})
        self.sheet = Sheet(sections, self._stored, check)
        self._save = save
        self._draft = draft
        self.drafts = DraftKeeper(keep_draft, drop_draft)
        self._take_theirs = take_theirs
        self._elsewhere = elsewhere
        self.add_class("-small" if small else "-full")

    def compose(self) -> ComposeResult:
        """Give the heading, the fields, the line for what went wrong, and the keys."""
        with Vertical(id="window"):
            with Horizontal(id="form-head"):
                yield Static(plain(self.heading), id="title")
                yield Static("", id="form-state", markup=False)
            with FormBody(id="form-body"):
                for section in self.sheet.sections:
                    if section.title:
                        yield Static(plain(_(section.title)), classes="section")
                    yield from section.fields
            yield Static("", id="form-elsewhere", markup=False)
            yield Static("", id="form-told", markup=False)
            yield KeyBar()

    def on_mount(self) -> None:
        """Line up the labels, go to the first field, offer the draft."""
        self._tell(None)
        self.query_one("#form-elsewhere").display = False
        self._line_up(self.app.size.width)
        self.sheet.check()
        first = next(iter(self.sheet), None)
        if first is not None:
            first.focus_editor()
        self.set_interval(KEEP_EVERY, self.keep_now)
        if self._draft is not None:
            self._offer(self._draft)

    def on_resize(self) -> None:
        """Line the labels up again."""
        self._line_up(self.app.size.width)

    def _line_up(self, width: int) -> None:
        for field in self.sheet:
            field.set_label_width(max(10, min(self.sheet.label_width, 30, width // 3)))

    # Draft

    @work
    async def _offer(self, draft: FoundDraft) -> None:
        self.sheet.take_draft(draft.values)
        clock: Clock | None = getattr(self.app, "clock", None)
        today = clock.today() if clock is not None else None
        answer = await self.app.push_screen_wait(OfferDraft(draft.moment, today))
        if answer == "start_again":
            self.sheet.start_again()
            self.drafts.forget()

    def keep_now(self) -> None:
        """Keep the draft, if something was typed since it was kept."""
        if not self.sheet.changed:
            return
        kept = self.drafts.keep(self.sheet.values())
        clock = getattr(self.app, "clock", None)
        if kept is False:
            self._state(_("the draft cannot be kept now"))
        elif kept and clock is not None:
            self._state(_("draft kept {time}").format(time=dates.time(clock.now())))

    def lock_coming(self) -> None:
        """Keep the draft: the desk closes."""
        self.keep_now()

    def on_lock_coming(self, event: LockComing) -> None:  # noqa: ARG002  the message's handler
        """Keep the draft: the desk may close."""
        self.keep_now()

    def unsaved(self) -> Sentence | None:
        """Tell that something was typed and is not saved."""
        if not self.sheet.changed:
            return None
        return Sentence(N_("'{form}' is not saved yet."), {"form": self.heading})

    def on_records_changed(self, message: RecordsChanged) -> None:
        """Say at once that somebody else changed this: saving will show both versions."""
        message.stop()
        sentence = self._elsewhere() if self._elsewhere is not None else None
        told = self.query_one("#form-elsewhere", Static)
        told.display = sentence is not None
        told.update(plain(say(sentence)) if sentence is not None else "")

    # Typing

    def on_field_changed(self, event: Field.Changed) -> None:
        """Check while a person types."""
        event.stop()
        self._tell(self.sheet.check(), only_if_touched=True)
        self.refresh_bindings()

    def on_field_done(self, event: Field.Done) -> None:
        """Go on to the next field; after the last one the first follows."""
        event.stop()
        self.focus_next()

    def on_field_back(self, event: Field.Back) -> None:
        """Go to the field before."""
        event.stop()
        self.focus_previous()

    def action_next_section(self) -> None:
        """Go to the next part."""
        self._go_section(1)

    def action_previous_section(self) -> None:
        """Go to the part before."""
        self._go_section(-1)

    def _go_section(self, by: int) -> None:
        here = [field.has_focus_within for field in self.sheet]
        at = here.index(True) if True in here else 0
        starts, count = [], 0
        for section in self.sheet.sections:
            starts.append(count)
            count += len(section.fields)
        now = max(i for i, start in enumerate(starts) if start <= at)
        wanted = max(0, min(now + by, len(starts) - 1))
        list(self.sheet)[starts[wanted]].focus_editor()

    # Saving and leaving

    def action_save(self) -> None:
        """Save, or go to the first field with something wrong."""
        self.sheet.touch_all()
        other = self.sheet.check()
        if self._stop_at_wrong() or other is not None:
            if other is not None:
                self._tell(other)
            return
        values = self.sheet.read()
        if self._theirs is not None:
            self.look_through(self._theirs, values)
            return
        try:
            result = values if self._save is None else self._save(values)
        except Exception as error:
            self._failed(error, values)
            return
        self.drafts.forget()
        self.dismiss(result)

    def _stop_at_wrong(self) -> bool:
        wrong = self.sheet.wrong_fields
        if wrong:
            wrong[0].focus_editor()
            count = len(wrong)
            said = ngettext(
                "One field still needs a look.", "{count} fields still need a look.", count
            )
            self._say(said.format(count=count))
        return bool(wrong)

    def _failed(self, error: Exception, values: dict[str, Any]) -> None:
        from pydantic import ValidationError

        from edtui.desk.errors import ChangedElsewhere
        from edtui.records.sentences import sentences
        from edtui.vault.errors import Locked

        if isinstance(error, ChangedElsewhere) and self._take_theirs is not None:
            self.look_through(self._take_theirs(error.theirs), values)
        elif isinstance(error, ValidationError):
            other = self.sheet.complain(sentences(error))
            if not self._stop_at_wrong():
                self._tell(other or Sentence(N_("It is not saved yet: something does not fit.")))
        elif isinstance(error, EdtuiError):
            self._say(_("It is not saved.") + " " + explained(self.app, error))
        elif isinstance(error, OSError):
            self._say(_("It is not saved: the disk gave an error. All that you typed is here."))
        else:
            raise error
        if not isinstance(error, Locked):  # else the draft would wait too, and then be kept later
            self.keep_now()

    def action_close(self) -> None:
        """Leave; ask first when something was typed."""
        if self.sheet.changed:
            self._guard()
        else:
            self.drafts.forget()
            self.dismiss(None)

    @work
    async def _guard(self) -> None:
        if not self.is_active:  # esc came twice: it is being asked
            return
        answer = await self.app.push_screen_wait(Discard())
        if answer == "save":
            self.action_save()
        elif answer == "discard":
            self.drafts.forget()
            self.dismiss(None)

    # Words

    def _tell(self, sentence: Sentence | None, *, only_if_touched: bool = False) -> None:
        if sentence is not None and only_if_touched and not all(f.touched for f in self.sheet):
            sentence = None
        self._say(say(sentence) if sentence is not None else "")

    def _say(self, text: str) -> None:
        told = self.query_one("#form-told", Static)
        told.update(plain(text))
        told.display = bool(text)

    def _state(self, text: str) -> None:
        self.query_one("#form-state", Static).update(plain(text))
