"""A claim goes out as a sheet for who pays it, after the log has it."""

from collections.abc import Sequence
from pathlib import Path

from edtui.desk.claims import Sheet
from edtui.desk.session import Desk
from edtui.desk.team_hours import month_of
from edtui.exchange.new_file import write_new
from edtui.exchange.table_out import Cell, table_bytes
from edtui.locale import _, dates
from edtui.records.claim import Claim
from edtui.records.log_entry import Event


def leave_claim(desk: Desk, sheet: Sheet, path: Path) -> None:
    """Write a claim to a new file: its lines, and what they come to.

    Args:
        desk: where.
        sheet: by `edtui.desk.claims.sheet`; saved or not.
        path: ``.xlsx`` makes a workbook, anything else a csv file.

    Raises:
        AlreadyThere: there is a file already.
        CannotWrite: the folder or the disk refuses.
        ReadOnly: the log cannot be written; nothing may leave.
    """
    claim = sheet.claim
    month = dates.month(month_of(claim.year, claim.month)[0])
    data = table_bytes(path.suffix.lower(), month, _rows(sheet))
    numbers = (claim.id,) if claim.id else ()
    desk.log.leaving(Event.EXPORT, Claim.table, numbers, person_ids=(claim.person_id,))
    write_new(path, data)


def _rows(sheet: Sheet) -> list[Sequence[Cell]]:
    claim = sheet.claim
    headers = (_("Name"), _("Day"), _("What"), _("Hours"), _("Kilometres"), _("Costs"), _("For"))
    rows: list[Sequence[Cell]] = [headers]
    rows += [
        (
            sheet.name,
            line.day.isoformat(),
            line.what,
            line.hours,
            line.kilometres,
            line.costs / 100,
            line.costs_words,
        )
        for line in claim.lines
    ]
    costs = sum(line.costs for line in claim.lines)
    way = claim.for_costs - costs
    together = _("Together")
    rows.append((sheet.name, "", together, claim.hours, claim.kilometres, costs / 100, ""))
    rows.append((sheet.name, "", _("For the hours"), None, None, claim.for_hours / 100, ""))
    rows.append((sheet.name, "", _("For the kilometres"), None, None, way / 100, ""))
    rows.append((sheet.name, "", _("To pay"), None, None, claim.total / 100, ""))
    return rows
