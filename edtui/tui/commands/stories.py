"""What the stories answer to: the list, one story, one text. Areas add theirs with `plugged`."""

from collections.abc import Iterable
from typing import Any

from edtui.errors import N_
from edtui.tui.commands.base import Command
from edtui.tui.commands.registry import place, register

STORIES = place("stories", N_("Stories: the list"))
STORY = place("story", N_("Stories: one story"))
STORY_TEXT = place("story_text", N_("Stories: one text"))
STORY_DIFFERENCE = place("story_difference", N_("Stories: what differs between two texts"))


def plugged(
    verb: str, key: str, label: str, help: str, *, on: Iterable[str], **more: Any
) -> tuple[Command, ...]:
    """Make the same command for several of the stories' screens.

    Args:
        verb: by which an area's `Key` is found; the id is ``<place>.<verb>``.
        key: which key.
        label: message id.
        help: message id.
        on: places.
        more: other fields of `Command`.
    """
    action = f"plugged('{verb}')"
    return tuple(
        Command(f"{where}.{verb}", key, label, help, where, action=action, **more) for where in on
    )


def _reading(where: str, back: str) -> tuple[Command, ...]:
    return (
        Command(f"{where}.down", "down,j", N_("down"), N_("Read on."), where, palette=False),
        Command(f"{where}.up", "up,k", N_("up"), N_("Read back."), where, palette=False),
        Command(f"{where}.page_down", "pagedown,space", N_("page down"),
                N_("Show what stands below."), where, palette=False),
        Command(f"{where}.page_up", "pageup", N_("page up"), N_("Show what stands above."), where,
                palette=False),
        Command(f"{where}.first", "g,home", N_("first"), N_("Go to the beginning."), where,
                palette=False),
        Command(f"{where}.last", "G,end", N_("last"), N_("Go to the end."), where, palette=False),
        Command(f"{where}.back", "escape", N_("back"), back, where, shown=90),
    )  # fmt: skip


_ALL, _TWO = (STORIES, STORY, STORY_TEXT), (STORIES, STORY)

register(
    *plugged("new", "n", N_("new"), N_("Begin a story."), on=(STORIES,), shown=2),
    *plugged("edit", "e", N_("edit"), N_("Change what is known of the story."), on=(STORIES,),
             shown=47),
    *plugged("edit", "e", N_("edit"), N_("Change the part under the cursor."), on=(STORY,),
             shown=60),
    *plugged("write", "o", N_("write"), N_("Write the text, on the whole screen."), on=(STORIES,),
             shown=48),
    *plugged("write", "o", N_("write"), N_("Write the text, on the whole screen."), on=(STORY,),
             shown=2),
    *plugged("texts", "v", N_("texts"), N_("Show the texts of the story, one at a time."), on=_TWO,
             shown=20),
    *plugged("step", "s", N_("step"), N_("Say how far the work on the story is."), on=_ALL,
             shown=40),
    *plugged("names", "r", N_("names replaced"),
             N_("Note which name or place stands for which; kept apart from the text."),
             on=(STORY, STORY_TEXT), shown=62, short=N_("names")),
    *plugged("notes", "c", N_("content notes"),
             N_("Note what the story touches on, and in which paragraphs."),
             on=(STORY, STORY_TEXT), shown=61, medium=N_("content"), short=N_("content")),
    *plugged("remove", "x", N_("remove"),
             N_("Remove a story that was begun by mistake and has no text."), on=_TWO,
             dangerous=True),
    Command("stories.filter", "/", N_("search"), N_("Filter the list while you type."), STORIES,
            shown=7),
    Command("stories.back", "escape", N_("back"),
            N_("Back to the list; in the list: clear the filter."), STORIES, palette=False),
    Command("story.next", "]", N_("next"), N_("Go to the next one of the list."), STORY),
    Command("story.previous", "[", N_("the one before"), N_("Go to the one before."), STORY),
    Command("story.back", "escape", N_("back"), N_("Back to the list."), STORY, shown=90),
)  # fmt: skip

register(
    *plugged("describe", "e", N_("edit"),
             N_("Change what is known of the text beside its words: how recognisable, the level."),
             on=(STORY_TEXT,), shown=60),
    *plugged("write_text", "o", N_("write"),
             N_("Write on; a text that does not change any more gives a new version."),
             on=(STORY_TEXT,), shown=2),
    *plugged("derive", "n", N_("new version"),
             N_("Make a new version: shortened, anonymised, plain language, spoken outline."),
             on=(STORY_TEXT,), shown=3, medium=N_("version"), short=N_("version")),
    *plugged("difference", "v", N_("difference"),
             N_("Show what differs from the text it was made from."), on=(STORY_TEXT,), shown=4),
    *plugged("approve", "a", N_("approve"),
             N_("Note that the narrator read this exact text and approves it, or does no longer."),
             on=(STORY_TEXT, STORY_DIFFERENCE), shown=5),
    *plugged("hand_in", "f", N_("hand in"),
             N_("Hand the text in: from then on it never changes."), on=(STORY_TEXT,), shown=6,
             dangerous=True),
    *plugged("erase_text", "x", N_("erase text"),
             N_("Erase this text for good; its number and dates stay."), on=(STORY_TEXT,),
             dangerous=True),
    Command("story_text.next", "]", N_("next"), N_("Go to the next text of the story."), STORY_TEXT,
            shown=63),
    Command("story_text.previous", "[", N_("the one before"), N_("Go to the text before."),
            STORY_TEXT),
    *_reading(STORY_TEXT, N_("Back to the story.")),
)  # fmt: skip

register(
    Command("story_difference.next_change", "n", N_("next change"),
            N_("Go to the next paragraph that differs."), STORY_DIFFERENCE, shown=2),
    Command("story_difference.previous_change", "N", N_("change before"),
            N_("Go to the paragraph before that differs."), STORY_DIFFERENCE),
    Command("story_difference.next", "]", N_("other text"),
            N_("Put another text of the story beside it."), STORY_DIFFERENCE, shown=3),
    Command("story_difference.previous", "[", N_("other text"),
            N_("Put another text of the story beside it."), STORY_DIFFERENCE),
    *_reading(STORY_DIFFERENCE, N_("Back to the text.")),
)  # fmt: skip
