"""The two questions around what is typed and not saved: leaving a form, and finding a draft."""

from datetime import date, datetime

from edtui.errors import N_, Sentence
from edtui.locale import dates
from edtui.tui.dialogs.ask import Ask


class Discard(Ask):
    """Asks before typed text goes: ``back``, ``save`` or ``discard``."""

    def __init__(self) -> None:
        super().__init__(
            Sentence(N_("What you typed is not saved yet.")),
            [
                ("save", N_("save")),
                ("discard", N_("throw away")),
                ("back", N_("back")),
            ],
        )


class OfferDraft(Ask):
    """Tells that there is a draft: ``go_on`` with it or ``start_again``."""

    def __init__(self, moment: datetime, today: date | None = None) -> None:
        when = dates.time(moment) if moment.date() == today else dates.moment(moment)
        super().__init__(
            Sentence(N_("There is still a draft of {moment}."), {"moment": when}),
            [("go_on", N_("go on with it")), ("start_again", N_("start again"))],
        )
