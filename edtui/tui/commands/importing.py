"""What the steps of an import answer to."""

from edtui.errors import N_
from edtui.tui.commands.base import Command
from edtui.tui.commands.registry import place, register

COLUMNS = place("import_columns", N_("Import: what the columns mean"))
ROWS = place("import_rows", N_("Import: what would happen"))
SIDES = place("import_sides", N_("Import: two side by side"), modal=True)
FILE = place("import_file", N_("Choosing a file"), typing=True, modal=True)

register(
    Command("import_file.save", "enter,ctrl+s", N_("go on"), N_("Go on with this file."), FILE,
            shown=1, palette=False),
    Command("import_file.close", "escape", N_("back"), N_("Choose no file."), FILE, shown=2,
            palette=False),
    Command("import_columns.next", "n", N_("go on"), N_("See what would happen."), COLUMNS,
            shown=2),
    Command("import_columns.other_file", "o", N_("other file"), N_("Choose another file."),
            COLUMNS, shown=3),
    Command("import_columns.worksheet", "w", N_("other sheet"),
            N_("Take another sheet of the same file."), COLUMNS, shown=4),
    Command("import_columns.back", "escape", N_("back"), N_("Back to the people; nothing changes."),
            COLUMNS, shown=5),
    Command("import_rows.take", "ctrl+s", N_("take in"),
            N_("Take in all of it as one act; u takes it back."), ROWS, shown=2),
    Command("import_rows.turn", "space", N_("choose"),
            N_("Skip this row, add it, or fill in what is empty of who is there already."), ROWS,
            shown=3),
    Command("import_rows.merge_all", "m", N_("fill in all"),
            N_("Fill in what is empty of everybody who is there already."), ROWS, shown=4),
    Command("import_rows.skip_all", "s", N_("skip all"),
            N_("Skip everybody who may be there already."), ROWS, shown=5),
    Command("import_rows.only", "f", N_("to look at"),
            N_("Show only the rows that ask for a look, or all."), ROWS, shown=6),
    Command("import_rows.write", "w", N_("write the rest"),
            N_("Write the rows that cannot be taken to a file, with a column that says why."),
            ROWS, shown=7),
    Command("import_rows.back", "escape", N_("back"), N_("Back to the columns."), ROWS, shown=8),
    Command("import_sides.skip", "s", N_("skip"), N_("Leave the row out."), SIDES, shown=1,
            palette=False),
    Command("import_sides.merge", "m", N_("fill in"),
            N_("Fill in what is empty of who is there already."), SIDES, shown=2, palette=False),
    Command("import_sides.add", "a", N_("add as new"), N_("Add the row as somebody new."), SIDES,
            shown=3, palette=False),
    Command("import_sides.other", "right,o", N_("next one"),
            N_("Compare with the next one who is like it."), SIDES, shown=4, palette=False),
    Command("import_sides.close", "escape", N_("back"), N_("Back to the rows as they were."),
            SIDES, shown=5, palette=False),
)  # fmt: skip
