"""What one reader looks for, does not want, and was offered: kept on the screen and nowhere else.

What somebody asks for, avoids or turns down says much about them: it is gone when the screen is.
"""

from dataclasses import dataclass, field, replace

from edtui.desk.session import Desk
from edtui.desk.story_papers import occasion
from edtui.desk.story_request import Request, read_request
from edtui.locale import _
from edtui.records.story_papers import Occasion
from edtui.records.story_words import Audience, Medium, Purpose
from edtui.records.vocabulary import Vocabulary
from edtui.tui.screens.people.facts import DOT
from edtui.tui.screens.stories.tools import StoryTools

NOT_NOW, NEVER = "not_now", "never"
"""In vocabulary ``story_hide_scopes``."""


@dataclass(frozen=True)
class TurnedDown:
    """Offers of which somebody said: none of these."""

    stories: tuple[int, ...]
    titles: tuple[str, ...]
    why: str = ""
    scope: str = NOT_NOW
    """Vocabulary ``story_hide_scopes``."""

    text: str = ""
    """What was looked for then: "not now" is over when something else is looked for."""


@dataclass(frozen=True)
class Wishes:
    """All that this screen knows of a reader."""

    text: str = ""
    purpose: Purpose = Purpose.SHELF
    audience: Audience = Audience.PUBLIC
    medium: Medium = Medium.INTERNAL_DIGITAL
    avoided: tuple[str, ...] = ()
    turned_down: tuple[TurnedDown, ...] = field(default=())

    @property
    def hidden(self) -> frozenset[int]:
        """Stories that were turned down."""
        return frozenset(
            number
            for one in self.turned_down
            if one.scope == NEVER or one.text == self.text
            for number in one.stories
        )

    def request(self, note_domains: Vocabulary) -> Request:
        """Give what was typed and chosen, as it is understood."""
        return read_request(self.text, note_domains, self.avoided)

    def occasion(self, desk: Desk) -> Occasion:
        """Give the use that the gate is asked about."""
        return occasion(desk, self.purpose, self.audience, self.medium)

    def turning_down(self, one: TurnedDown) -> "Wishes":
        """Give the same with three more that are not right."""
        return replace(self, turned_down=(*self.turned_down, one))


def understood(wishes: Wishes, request: Request, tools: StoryTools) -> str:
    """Give in words what was understood."""
    parts = []
    if request.wanted:
        parts.append(_("about: {words}").format(words=", ".join(request.wanted)))
    if request.light:
        parts.append(_("nothing described at length"))
    without = [*request.unwanted]
    without += [tools.label("story_note_domains", code) for code in sorted(request.avoided)]
    if without:
        parts.append(_("without: {words}").format(words=", ".join(dict.fromkeys(without))))
    parts += [
        tools.label("story_purposes", wishes.purpose.value),
        tools.label("story_audiences", wishes.audience.value),
        tools.label("story_media", wishes.medium.value),
    ]
    lines = [DOT.join(parts)]
    for one in wishes.turned_down[-1:]:
        said = _("none of: {titles}").format(titles=", ".join(one.titles))
        lines.append(f"{said} ({one.why})" if one.why else said)
    return "\n".join(lines)
