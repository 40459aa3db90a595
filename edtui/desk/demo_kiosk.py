"""What the demo's kiosks show. No kiosk stands there yet: its key is made where it stands."""

from collections.abc import Mapping

from edtui.desk.demo_texts import DemoTexts
from edtui.desk.session import Act
from edtui.records.kiosk import Face, KioskSettings, Poll, Words


def add_kiosk(act: Act, texts: DemoTexts, people: Mapping[str, int]) -> None:
    """Put the texts, the faces and the question on the shelf."""
    told = texts.file("kiosk")
    faces = tuple(
        Face(
            person_id=people[one["person"]],
            name=one["name"],
            about=Words(**one["about"]),
            reach=texts.text(one["reach"]),
            in_timetable=True,
            agreed_on=texts.day(-30),
        )
        for one in told["faces"]
        if one["person"] in people
    )
    asked = told["question"]
    poll = Poll(
        mark="demo",
        question=Words(**asked["text"]),
        answers=tuple(Words(**one) for one in asked["answers"]),
    )
    act.put(
        KioskSettings(
            message=Words(**told["message"]),
            message_until=texts.day(told["message_days"]),
            faces=faces,
            poll=poll,
        )
    )
