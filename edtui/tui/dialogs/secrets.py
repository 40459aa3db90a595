"""Passphrases: a few lines to fill in, and something slow that is done with them in a thread."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from textual import work
from textual.containers import Horizontal
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Label, Static

from edtui.desk.passphrase import strength
from edtui.errors import N_, EdtuiError, Sentence
from edtui.locale import _, explain, say
from edtui.tui.commands.admin import SECRETS
from edtui.tui.dialogs.base import Dialog
from edtui.tui.plain import plain
from edtui.tui.widgets.busy import Busy

if TYPE_CHECKING:
    from edtui.tui.shell import Shell

FIRST, AGAIN = "first", "again"
"""Keys of a new passphrase and of the same once more: weighed, and compared."""


class Asked(NamedTuple):
    """One line to fill in."""

    key: str
    label: str
    """Message id."""

    secret: bool = True
    value: str = ""


class Ran(Message):
    """It is done, or it is not."""

    def __init__(self, result: Any = None, why: str = "") -> None:
        super().__init__()
        self.result = result
        self.why = why


class Secrets(Dialog[Any]):
    """Gives what ``run`` gave (True for None); None when it was left.

    Args:
        title: heading (translated; private text is welcome).
        asked: the lines. ``first`` is weighed while it is typed, ``again`` compared with it.
        run: gets what was typed, in a thread; an ``EdtuiError`` is said and nothing is lost.
        told: what there is to know before typing.
        known: words that are too easy in a passphrase: names.
    """

    WHERE = SECRETS

    def __init__(
        self,
        title: str,
        asked: Sequence[Asked],
        run: Callable[[Mapping[str, str]], Any],
        *,
        told: Sentence | None = None,
        known: Sequence[str] = (),
    ) -> None:
        super().__init__(title)
        self.asked = asked
        self._run = run
        self._told = told
        self._known = known

    def compose_body(self) -> Iterable[Widget]:
        """Give the lines."""
        if self._told is not None:
            yield Static(plain(say(self._told)), id="told")
        for one in self.asked:
            with Horizontal(classes="row"):
                yield Label(plain(_(one.label)), classes="label")
                yield Input(
                    one.value, id=one.key, password=one.secret, compact=True, max_length=500
                )
        yield Static("", id="strength", markup=False)
        yield Busy(id="busy")
        yield Static("", id="said", markup=False)

    def on_mount(self) -> None:
        """Start where something is still to be typed."""
        self.query_one("#strength").display = any(one.key == FIRST for one in self.asked)
        empty = [one.key for one in self.asked if not one.value]
        self.query_one(f"#{(empty or [self.asked[0].key])[0]}").focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say how strong the new passphrase is while it is typed."""
        event.stop()
        if event.input.id == FIRST:
            found = strength(event.value, *self._easy()) if event.value else None
            parts = [found.words, found.why] if found else []
            text = " ".join(say(part) for part in parts if part is not None)
            self.query_one("#strength", Static).update(plain(text))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Do what enter does: a line takes that key for itself."""
        event.stop()
        self.action_go()

    def action_go(self) -> None:
        """Go to the first line that is not right yet, or do it."""
        if self.query_one(Busy).busy:
            return
        wrong = self._wrong()
        if wrong is not None:
            key, text = wrong
            if self.query_one(f"#{key}").has_focus or text[:1] == "!":
                self._say(text.lstrip("!"))
            self.query_one(f"#{key}").focus()
            return
        self._say("")
        self.query_one(Busy).start(_("The key is being worked out"))
        self._do({one.key: self._value(one) for one in self.asked})

    def action_close(self) -> None:
        """Leave, unless it is being done."""
        if not self.query_one(Busy).busy:
            self.dismiss(None)

    def _wrong(self) -> tuple[str, str] | None:
        """Give the first line that is not right, and what to say; ``!``: say it in any case."""
        for one in self.asked:
            value = self._value(one)
            if not value:
                return one.key, _("Fill this in first.")
            if one.key == FIRST:
                found = strength(value, *self._easy())
                if not found.enough:
                    return one.key, "!" + say(found.why or found.words)
            if one.key == AGAIN and value != self.query_one(f"#{FIRST}", Input).value:
                return one.key, "!" + _("The two passphrases differ. Type the second one again.")
        return None

    def _easy(self) -> list[str]:
        typed = [self._value(one) for one in self.asked if not one.secret]
        return [word for word in (*self._known, *typed) if word]

    @work(thread=True, exclusive=True, group="secrets", exit_on_error=False)
    def _do(self, values: dict[str, str]) -> None:
        try:
            result = self._run(values)
        except EdtuiError as error:
            self.post_message(Ran(why=explain(error)))
        except OSError:
            self.post_message(Ran(why=_(N_("The disk gave an error; nothing was changed."))))
        except Exception as error:  # whatever it is, the app reports it
            cast("Shell", self.app).fail_from_thread(error)
        else:
            self.post_message(Ran(True if result is None else result))

    def on_ran(self, message: Ran) -> None:
        """Give the result, or say why there is none."""
        message.stop()
        self.query_one(Busy).stop()
        if message.result is not None:
            self.dismiss(message.result)
        else:
            self._say(message.why)

    def _value(self, one: Asked) -> str:
        value = self.query_one(f"#{one.key}", Input).value
        return value if one.secret else value.strip()

    def _say(self, text: str) -> None:
        self.query_one("#said", Static).update(plain(text))
