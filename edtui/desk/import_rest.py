"""What an import could not take leaves the program again, to be mended: the log has it first."""

from pathlib import Path

from edtui.desk.importing import ImportPlan
from edtui.desk.session import Desk
from edtui.exchange.write_back import write_back
from edtui.records.log_entry import Event
from edtui.records.person import Person


def write_rest(desk: Desk, path: Path, plan: ImportPlan) -> int:
    """Write the rows that were not taken to a new file, after the log has it; give how many.

    Args:
        desk: whose log it stands in.
        path: the new file; its ending says how it is written.
        plan: of the import.

    Raises:
        ReadOnly: the log cannot be written; nothing left.
        edtui.exchange.errors.AlreadyThere, CannotWrite: as they say.
    """
    reasons = plan.reasons()
    desk.log.leaving(Event.EXPORT, Person.table, count=len(reasons))
    return write_back(path, plan.sheet, reasons)
