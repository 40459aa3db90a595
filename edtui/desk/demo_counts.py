"""The demo's lines to count: what confidants sent over a year. Their notes are nobody else's."""

from datetime import timedelta
from random import Random

from edtui.desk.demo_texts import DemoTexts
from edtui.desk.session import Desk
from edtui.records.confidant_note import Counted, CounterLine

LINES = 46
_DAYS = 330
_CLUSTERS = ("Noord", "Oost", "Centrum")
_NATURES = {"question": 18, "dissatisfaction": 14, "complaint": 8, "listening_ear": 5, "signal": 1}
_THEMES = {
    "care_and_support": 10,
    "own_life": 9,
    "residence": 7,
    "freedom_of_movement": 5,
    "money": 4,
    "privacy": 3,
    "restricting_movement": 2,
}
_SECTORS = {"wlz_vg": 24, "wlz_pg": 12, "wvggz": 6}
_ROUTES = {"visit": 12, "confidant_phone": 10, "via_peer": 8, "via_staff": 4}
_STEPS = {"information": 14, "talk_staff": 10, "talk_management": 4}
_OUTCOMES = {"solved": 14, "understood": 9, "partly": 8, "referred": 5, "": 5}
_INVOLUNTARY = "restricting_movement"


def add_counts(desk: Desk, texts: DemoTexts) -> None:
    """Put them in the letterbox, inside an act, as if confidants had sent them."""
    # Its own chance: what is added here moves nothing else of the demo.
    chance = Random(LINES)  # noqa: S311  an invented team, no keys

    def one(weights: dict[str, int]) -> str:
        return chance.choices(list(weights), list(weights.values()))[0]

    for _line in range(LINES):
        began = texts.today - timedelta(days=chance.randrange(_DAYS))
        theme = one(_THEMES)
        counted = Counted(
            month=f"{began:%Y-%m}",
            cluster=chance.choice(_CLUSTERS),
            sector=one(_SECTORS),
            nature=one(_NATURES),
            themes=(theme,),
            involuntary=(theme,) if theme == _INVOLUNTARY else (),
            route=one(_ROUTES),
            undertaken=(one(_STEPS),),
            outcome=one(_OUTCOMES),
            minutes=5 * chance.randrange(3, 30),
        )
        line = CounterLine(line=desk.clock.new_id(), counted=counted)
        desk.vault.drop(CounterLine.table, line.document())
