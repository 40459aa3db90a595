"""How often each theme was asked about: type a theme, enter counts one; "3 food" counts three."""

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

from textual import events
from textual.content import Content
from textual.widgets import Input

from edtui.errors import N_
from edtui.locale import _
from edtui.tui.plain import plain
from edtui.tui.widgets.fields import Options, SeveralField
from edtui.tui.widgets.fields.options import narrow
from edtui.tui.widgets.signs import signs_for

MOST = 1000
_COUNT = re.compile(r"^(\d{1,4})\s*[x×]?\s*(?=\D|$)")


class ThemesField(SeveralField):
    """Themes with counts. Its value has a code as often as it was counted.

    Args:
        key: name of the field.
        label: message id.
        options: the themes.
        more: as `SeveralField`.
    """

    _times = 1

    def __init__(self, key: str, label: str, options: Options, **more: Any) -> None:
        usual = N_("type a theme, enter counts one; '3 food' counts three; backspace takes one off")
        super().__init__(key, label, options, **{"help": usual, **more})

    def fill(self, stored: Any) -> None:
        """Show counts: parts or mappings with ``theme`` and ``count``."""
        pairs = [
            (one["theme"], one["count"]) if isinstance(one, Mapping) else (one.theme, one.count)
            for one in stored or ()
        ]
        self.value = [str(theme) for theme, count in pairs for _again in range(int(count))]

    def read(self) -> Any:
        """Give counts as mappings.

        Raises:
            LeftOver: something was typed and not counted.
        """
        return [{"theme": c, "count": n} for c, n in Counter(super().read()).items()]

    def shown(self, value: Any) -> str:
        """Give themes and counts in a row."""
        pairs = ((dict(one)["theme"], dict(one)["count"]) for one in value or ())
        return ", ".join(f"{self.word(str(theme))} {count}" for theme, count in pairs)

    def _write(self) -> None:
        if self.is_attached:
            between = Content.styled(f" {signs_for(self).between} ", "$text-muted")
            counts = Counter(self._codes)
            self.ticked.display = bool(counts)
            said = (plain(f"{self.word(code)} {count}") for code, count in counts.items())
            self.ticked.update(between.join(said))

    # Typing

    def open_list(self, at: int = 0) -> None:
        """Show what fits the words after the number."""
        words = _COUNT.sub("", self.input.value.strip(), count=1)
        self._found = narrow(self._options(), words)
        lines = [option.label for option in self._found]
        if self._add is not None and words:
            lines.append(_("+ add '{word}'").format(word=words))
        self.list.open(lines, at)

    def tick(self, code: str) -> None:
        """Count a theme as often as was typed."""
        room = MOST - len(self._codes)
        self._codes += [code] * min(self._times, room)
        self._times = 1
        self._write()
        self.edited()

    def take(self, at: int) -> None:
        """Count line ``at`` of the list."""
        found = _COUNT.match(self.input.value)
        self._times = max(1, int(found[1])) if found else 1
        if found:
            with self.prevent(Input.Changed):
                self.input.value = self.input.value[found.end() :]
        super().take(at)
        self._times = 1

    def take_key(self, event: events.Key) -> bool:
        """Backspace in an empty line takes one off the last theme; the rest as in any list."""
        if event.key == "backspace" and not self.input.value and self._codes:
            self._codes.pop()
            self._write()
            self.edited()
            return True
        return super().take_key(event)

    def _space_ticks(self) -> bool:
        return False  # a space stands between number and theme
