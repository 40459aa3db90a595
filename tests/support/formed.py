"""A form over an app, and what a screen gives to it."""

from datetime import datetime
from typing import NamedTuple

from edtui.errors import N_
from edtui.tui.dialogs.form import Form, Section
from edtui.tui.widgets.fields import (
    ChoiceField,
    DateField,
    HoursField,
    LongTextField,
    PartsField,
    TextField,
    fixed,
)
from support.bare_app import BareApp, lines

SIZES = [(80, 24), (120, 40), (60, 20)]
STORED = {"first": "Riet", "last": "van Dam", "since": None, "hours": 4.0, "notes": "", "ways": ()}


class Found(NamedTuple):
    values: dict
    moment: datetime


def sections():
    return [
        Section(
            N_("Who"),
            [
                TextField("first", "First name", required=True),
                TextField("last", "Surname"),
                DateField("since", "Since"),
            ],
        ),
        Section(
            N_("Work"),
            [
                HoursField("hours", "Hours", most=40),
                ChoiceField("kind", "Kind", fixed(("a", "one"), ("b", "other"))),
                LongTextField("notes", "Notes"),
                PartsField(
                    "ways",
                    "Ways",
                    fields=lambda: [TextField("value", "Number", required=True)],
                    line=lambda part: str(part["value"]),
                ),
            ],
        ),
    ]


class Desk:
    """What a screen gives to a form."""

    def __init__(self) -> None:
        self.saved: list[dict] = []
        self.drafts: list[dict] = []
        self.dropped = 0
        self.result: list[object] = []
        self.error: Exception | None = None

    def save(self, values):
        if self.error is not None:
            error, self.error = self.error, None
            raise error
        self.saved.append(values)
        return "saved"

    def drop(self) -> None:
        self.dropped += 1


def text(app) -> str:
    return "\n".join(lines(app))


def opener(clock, desk):
    """Opens a form over an app; gives the app and its pilot's context."""

    def start(size=(80, 24), **more):
        app = BareApp()
        app.clock = clock
        given = {
            "stored": STORED,
            "save": desk.save,
            "keep_draft": desk.drafts.append,
            "drop_draft": desk.drop,
        }

        class Running:
            async def __aenter__(self):
                self.run = app.run_test(size=size, notifications=True)
                pilot = await self.run.__aenter__()
                form = Form("Change Riet [/b]", sections(), **(given | more))
                app.push_screen(form, desk.result.append)
                await pilot.pause()
                return pilot, form

            async def __aexit__(self, *failure):
                await self.run.__aexit__(*failure)

        return app, Running()

    return start
