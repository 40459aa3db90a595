"""What stands in the way of planning so, as a field: each check a sentence, a soft one a reason."""

from collections.abc import Iterable, Sequence
from typing import Any

from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from edtui.errors import N_, Sentence
from edtui.locale import _, say
from edtui.records.planned import PassedCheck
from edtui.records.planning_checks import Finding
from edtui.tui.plain import plain
from edtui.tui.widgets.fields import Field
from edtui.tui.widgets.line_input import LineInput
from edtui.tui.widgets.signs import signs_for

About = tuple[str, int | None]
"""Code of a check and number of the person."""

NOTHING = N_("Nothing stands in the way.")
NOT_YET = N_("Looked at as soon as day and time are filled in.")
CANNOT = N_("This cannot be planned so: change what stands at {mark}.")
WHY = N_("Say why it is all right, or change it.")


class ReasonLine(LineInput):
    """The line for the reason of one soft check."""

    def __init__(self, about: About, reason: str) -> None:
        super().__init__(max_length=200)
        self.about = about
        self.value = reason


class ChecksField(Field):
    """The checks of a form that plans. `show` is called at every change.

    Its value are the reasons: ``[{"code", "person_id", "reason"}]``, also of checks that say
    nothing now, so that nothing typed is lost when a time is changed back.
    """

    def __init__(self, key: str = "checks", label: str = N_("Look at")) -> None:
        super().__init__(key, label)
        self.found: Sequence[Finding] | None = None
        self._reasons: dict[About, str] = {}
        self._rows = Vertical(classes="checks")

    def editor(self) -> Iterable[Widget]:
        """Give the room for the checks."""
        yield self._rows

    def on_mount(self) -> None:
        """Say what there is to say."""
        self.call_next(self._write)

    # Value

    @property
    def value(self) -> Any:
        """The reasons that say something."""
        return [
            {"code": code, "person_id": person, "reason": reason}
            for (code, person), reason in sorted(self._reasons.items(), key=str)
            if reason.strip()
        ]

    @value.setter
    def value(self, value: Any) -> None:
        self._reasons = {
            (str(one["code"]), one.get("person_id")): str(one.get("reason", ""))
            for one in value or ()
        }
        for line in self.query(ReasonLine) if self.is_attached else ():
            with self.prevent(Input.Changed):
                line.value = self._reasons.get(line.about, "")

    def fill(self, stored: Any) -> None:
        """Show the reasons of checks that were passed before."""
        self.value = [
            {"code": one.code, "person_id": one.person_id, "reason": one.reason}
            if isinstance(one, PassedCheck) else one
            for one in stored or ()
        ]  # fmt: skip

    @property
    def reasons(self) -> dict[About, str]:
        """The reasons as `edtui.desk.planning.plan` wants them."""
        return {about: reason.strip() for about, reason in self._reasons.items() if reason.strip()}

    @property
    def is_empty(self) -> bool:
        """Never: what is said does not hang on what was typed here."""
        return False

    def read(self) -> Any:
        """Give the reasons."""
        return self.value

    def shown(self, value: Any) -> str:
        """Give the reasons, for two versions side by side."""
        return ", ".join(str(one.get("reason", "")) for one in value or ())

    # What is in the way

    @property
    def unanswered(self) -> list[Finding]:
        """What is hard, or has no reason."""
        given = self.reasons
        return [one for one in self.found or () if one.hard or about(one) not in given]

    @property
    def problem(self) -> Sentence | None:
        """What stops the form."""
        left = self.unanswered
        if not left:
            return None
        if any(one.hard for one in left):
            return Sentence(CANNOT, {"mark": signs_for(self).look if self.is_attached else "!"})
        return Sentence(WHY)

    def show(self, found: Sequence[Finding] | None) -> None:
        """Show other findings; None while there is not enough to look at."""
        if found == self.found:
            return
        self.found = None if found is None else list(found)
        if self.is_attached:
            self.call_next(self._write)
            self.say_again()

    async def _write(self) -> None:
        focused = self.app.focused
        here = focused.about if isinstance(focused, ReasonLine) else None
        rows: list[Widget] = []
        for one in self.found or ():
            rows.append(Static(self._line(one), markup=False))
            if not one.hard:
                rows.append(ReasonLine(about(one), self._reasons.get(about(one), "")))
        if not rows:
            quiet = _(NOT_YET) if self.found is None else _(NOTHING)
            rows.append(Static(plain(quiet).stylize("$text-muted"), markup=False))
        with self.app.batch_update():
            await self._rows.remove_children()
            await self._rows.mount_all(rows)
        for line in self.query(ReasonLine):
            line.placeholder = _("why it is all right")
            if line.about == here:
                line.focus()

    def _line(self, one: Finding) -> Content:
        return finding_line(self, one) + Content(" ") + word_of(one)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Keep the reason."""
        event.stop()
        if isinstance(event.input, ReasonLine) and event.value != self._reasons.get(
            event.input.about, ""
        ):
            self._reasons[event.input.about] = event.value
            self.edited()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on."""
        event.stop()
        self.post_message(self.Done(self))


def about(one: Finding) -> About:
    """Give by what a finding is known."""
    return one.code.value, one.person_id


def finding_line(node: Widget, one: Finding) -> Content:
    """Give a finding with its mark: ``!`` cannot be, ``?`` asks for a reason."""
    signs = signs_for(node)
    mark = signs.look if one.hard else signs.unsure
    return plain(f"{mark} {say(one.sentence)}").stylize("$warning bold" if one.hard else "$warning")


def word_of(one: Finding) -> Content:
    """Give in a word whether a finding can be passed."""
    word = _(N_("cannot be")) if one.hard else _(N_("with a reason"))
    return plain(f"({word})").stylize("$text-muted")
