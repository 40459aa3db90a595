"""Choosing what of a calendar file is taken over: by what it is, new, changed or gone."""

from collections.abc import Collection

from edtui.desk.calendar_exchange import ImportPlan, News


def narrowed(plan: ImportPlan, kinds: Collection[News]) -> ImportPlan:
    """Give a plan with what was chosen; a date of a new series that is left out goes with it.

    Args:
        plan: by `edtui.desk.calendar_exchange.preview_import`.
        kinds: what is taken over.
    """
    left_out = {
        one.item.uid
        for one in plan.entries
        if one.item.original is None and one.news is News.NEW and one.news not in kinds
    }
    kept = tuple(
        one
        for one in plan.entries
        if one.news is News.SAME or (one.news in kinds and one.item.uid not in left_out)
    )
    return plan._replace(entries=kept)
