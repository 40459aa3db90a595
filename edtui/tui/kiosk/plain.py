"""The kiosk line by line: the same pages, read out one after the other, answered by number.

For a screen reader, a braille line or a terminal that can draw nothing. Nothing is drawn over, no
colours, no boxes; a passphrase is not shown while it is typed.
"""

import os
import select
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, TextIO

from edtui.errors import EdtuiError
from edtui.locale import _, explain
from edtui.tui.kiosk.at import At
from edtui.tui.kiosk.clean import clean
from edtui.tui.kiosk.page import Wrong
from edtui.tui.kiosk.timed import End
from edtui.tui.kiosk.visit import Visit
from edtui.vault.errors import Locked

EVERY = 1.0
"""Seconds between two looks at the time while nobody types."""

LONGEST = 4000


class PlainKiosk:
    """Speaks one visit, and ends with it."""

    def __init__(
        self,
        at: At,
        *,
        reads: TextIO | None = None,
        writes: TextIO | None = None,
        alone: Callable[[], bool] | None = None,
    ) -> None:
        self.visit = Visit(at)
        self._reads = reads or sys.stdin
        self._writes = writes or sys.stdout
        self._alone = alone or (lambda: False)
        self._terminal = self._reads.isatty()
        self._lines = _Lines(self._reads)
        self._warned = False
        self._half = ""
        """What was typed of an answer before somebody had to say that they are there."""

    def run(self) -> End:
        """Speak until the visit ends; give why it did."""
        self.visit.say_hello()
        spoken: object = None
        while self.visit.ended is None:
            here = (self.visit.page, self.visit.turned)
            if here != spoken:
                self._speak()
                spoken = here
            self._answer(self._line())
        self._say("")
        self._say(_("This visit is over."))
        return self.visit.ended

    # Speaking

    def _say(self, text: str, *, end: str = "\n") -> None:
        self._writes.write(clean(text) + end)
        self._writes.flush()

    def _speak(self) -> None:
        visit, page = self.visit, self.visit.page
        self._say("")
        self._say(page.title())
        for text in page.text():
            self._say(text)
        if visit.ask is not None and visit.ask.hint:
            self._say(visit.ask.hint)
        for number, choice in enumerate(visit.in_sight(), 1):
            behind = f", {choice.note}" if choice.note else ""
            self._say(f"{number}: {choice.label}{behind}")
        if page.heavy:
            self._say(visit.at.help_line)
        keys = []
        if visit.ask is None and visit.in_sight():
            keys.append(_("Choose a number."))
        if len(visit.pages) > 1:
            keys.append(_("Type 0 to go back.") if visit.ask is None else _("Type . to go back."))
        if visit.at.own or visit.used:
            keys.append(_("Type x to stop.") if visit.ask is None else _("Type .. to stop."))
        if keys:
            self._say(" ".join(keys))

    # Listening

    def _line(self) -> str | None:
        """Give one line that was typed; None where the visit ended meanwhile."""
        ask = self.visit.ask
        prompt = f"{ask.label} " if ask is not None else "> "
        if ask is not None and self.visit.before and not self._half:
            prompt = f"{ask.label} [{self.visit.before}] "
        self._say(prompt, end="")
        secret = ask is not None and ask.secret and self._terminal
        with _no_echo(self._reads, wanted=secret):
            while not self._lines.ready(EVERY):
                self._look()
                if self.visit.ended is not None:
                    return None
            line = self._lines.take()
        if secret:
            self._say("")
        if not line:  # the other end is gone
            self.visit.end(End.DONE)
            return None
        self.visit.idle.touched()
        warned, self.visit.warning, self._warned = self._warned, False, False
        if warned:  # it says that somebody is there, and answers nothing
            self._keep(line.strip())
            return None
        return line.strip()

    def _keep(self, said: str) -> None:
        """Keep what was being typed when enter had to be pressed; one types on behind it."""
        ask = self.visit.ask
        if said and ask is not None and not ask.secret:
            self._half = f"{self._half} {said}".strip()
            self._say(_("This is kept: {words}").format(words=self._half))
            self._say(_("Type on, or press enter if it was all."))

    def _look(self) -> None:
        visit = self.visit
        if self._alone():
            visit.end(End.DONE)
            return
        try:
            visit.at.desk.take_news()
            visit.say_hello()
        except Locked:
            pass  # another terminal is writing: the next look takes it in
        except EdtuiError:
            visit.end(End.FAILED)
            return
        page = visit.page
        visit.look()
        if visit.warning and not self._warned:
            self._warned = True
            self._say("")
            self._say(_("Are you still there? Press enter to go on."))
            self._say(
                _("In {count} seconds this screen begins anew.").format(count=visit.seconds_left)
            )
        if visit.ended is None and visit.page is not page:
            self._half = ""
            self._speak()

    # Answering

    def _answer(self, line: str | None) -> None:
        visit = self.visit
        if line is None or visit.ended is not None:
            return
        visit.used = True
        if visit.ask is not None:
            self._answer_ask(line)
        elif line.lower() == "x":
            visit.end(End.DONE)
        elif line == "0":
            visit.back()
        elif line.isdecimal() and 1 <= int(line) <= len(visit.in_sight()):
            choice = visit.in_sight()[int(line) - 1]
            visit.guarded(lambda: visit.take(choice.go()))
        elif line:
            visit.wrong = _("Type one of the numbers.")
        self._after()

    def _answer_ask(self, line: str) -> None:
        visit, ask = self.visit, self.visit.ask
        half, self._half = self._half, ""
        if line == ".":
            visit.back()
        elif line == "..":
            visit.end(End.DONE)
        else:
            answer = clean(f"{half} {line}".strip() or visit.before)
            limit = ask.limit if ask is not None else LONGEST
            over = len(answer) - limit
            if over > 0:
                told = _("At most {most} characters fit: the last {over} were left out.")
                self._say(told.format(most=limit, over=over))
            visit.guarded(lambda: visit.answer(answer[:limit]))

    def _after(self) -> None:
        visit = self.visit
        while visit.waiting is not None and visit.ended is None:
            wait, visit.waiting = visit.waiting, None
            self._say(wait.said)
            found: Any
            try:
                found = wait.then(wait.work())
            except EdtuiError as error:
                found = Wrong(explain(error))
            visit.guarded(lambda found=found: visit.take(found))
        if visit.wrong and visit.ended is None:
            self._say(visit.wrong)
            visit.wrong = ""


@contextmanager
def _no_echo(stream: TextIO, *, wanted: bool) -> Iterator[None]:
    """Do not show what is typed inside."""
    if not wanted:
        yield
        return
    import termios

    at = stream.fileno()
    before = termios.tcgetattr(at)
    now = [*before[:6], list(before[6])]
    now[3] &= ~termios.ECHO
    termios.tcsetattr(at, termios.TCSADRAIN, now)
    try:
        yield
    finally:
        with suppress(termios.error):
            termios.tcsetattr(at, termios.TCSADRAIN, before)


class _Lines:
    """Lines of a terminal, one by one, also where several came at once."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._terminal = stream.isatty()
        self._held = b""

    def ready(self, seconds: float) -> bool:
        """Wait for a line so long; say whether there is one, or the end."""
        if not self._terminal or b"\n" in self._held:
            return True
        if not select.select([self._stream], [], [], seconds)[0]:
            return False
        try:
            piece = os.read(self._stream.fileno(), LONGEST)
        except OSError:
            piece = b""
        self._ended = not piece
        self._held = (self._held + piece)[-LONGEST * 4 :]
        return self._ended or b"\n" in self._held

    _ended = False

    def take(self) -> str:
        """Give the next line; empty at the end."""
        if not self._terminal:
            return self._stream.readline(LONGEST)
        line, mark, self._held = self._held.partition(b"\n")
        return (line + mark).decode("utf-8", "replace")
