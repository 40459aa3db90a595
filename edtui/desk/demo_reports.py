"""The demo's reports of visits."""

from edtui.desk.demo_texts import DemoTexts
from edtui.records.activity import Activity
from edtui.records.visit_report import (
    Agreement,
    FollowUps,
    Reported,
    Signal,
    ThemeCount,
    VisitReport,
)


def demo_report(visit: Activity, texts: DemoTexts) -> VisitReport:
    """Make up the report of a visit that was done; it is not saved yet."""
    file, dice = texts.file("calendar")["reports"], texts.random
    themes = dice.sample(file["themes"], dice.randint(1, 3))
    people = tuple(
        Reported(
            person_id=number,
            hours=dice.choice([1.5, 2, 2.5]),
            kilometres=dice.choice([0, 8, 14, 22, 36]),
        )
        for number in visit.person_ids
    )
    agreements: tuple[Agreement, ...] = ()
    if dice.random() < 0.3:
        what = texts.text(dice.choice(file["agreements"]))
        agreements = (Agreement(what=what, before=visit.day.replace(day=28)),)
    signals: tuple[Signal, ...] = ()
    if dice.random() < 0.2:
        signals = (Signal(theme=themes[0], seriousness=dice.choice(["low", "medium", "high"])),)
    return VisitReport(
        activity_id=visit.id,
        location_id=visit.location_id,
        day=visit.day,
        kind=dice.choice(file["kinds"]),
        people=people,
        clients_met=dice.randint(1, 14),
        told_about_confidant=dice.random() < 0.7,
        leaflets=dice.random() < 0.4,
        questions=tuple(ThemeCount(theme=theme, count=dice.randint(1, 4)) for theme in themes),
        follow_ups=FollowUps(alone=int(dice.random() < 0.2), both=int(dice.random() < 0.15)),
        signals=signals,
        atmosphere=dice.randint(2, 5),
        accessibility=dice.randint(2, 5),
        agreements=agreements,
        success=texts.text(dice.choice(file["successes"])) if dice.random() < 0.6 else "",
    )
