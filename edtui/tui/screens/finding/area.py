"""What finding adds to the stories: the finder of the list, and keys."""

from typing import TYPE_CHECKING

from edtui.tui.commands import finding as _keys  # noqa: F401  bound before the screens are made
from edtui.tui.screens.stories.plug import Area, Finder, Key

if TYPE_CHECKING:
    from edtui.desk.story_filters import StoryFilter
    from edtui.tui.screens.stories.node import StoryNode
    from edtui.tui.screens.stories.stories import StoriesScreen


def _finder(screen: "StoriesScreen") -> Finder:
    from edtui.tui.screens.finding.finder import StoryFinder

    return StoryFinder(screen)


def _filters(node: "StoryNode") -> None:
    from edtui.tui.screens.finding.filter_form import filter_form
    from edtui.tui.screens.finding.finder import StoryFinder
    from edtui.tui.screens.stories.stories import StoriesScreen

    if not isinstance(node, StoriesScreen) or not isinstance(node.finder, StoryFinder):
        return
    finder: StoryFinder = node.finder

    def chosen(where: "StoryFilter | None") -> None:
        if where is not None:
            finder.narrow(where)
            node.load_rows()

    node.app.push_screen(filter_form(node.tools(), finder.where), chosen)


def _request(node: "StoryNode") -> None:
    from edtui.tui.screens.finding.offers import OffersScreen

    node.app.push_screen(OffersScreen(node.mode))


def _collection(node: "StoryNode") -> None:
    from edtui.tui.screens.finding.collection import CollectionScreen

    node.app.push_screen(CollectionScreen(node.mode))


AREA = Area(
    name="finding",
    keys={
        "filters": Key(do=_filters, needs="", writes=False),
        "collection": Key(do=_collection, needs="", writes=False),
        "request": Key(do=_request, needs="", writes=False),
    },
    finder=_finder,
)
