"""What the forms of casework are made with: people without the roster's key, hints for names."""

from typing import Any

from edtui.desk.case_people import people_to_choose, person_name
from edtui.desk.cases import open_cases
from edtui.desk.naming import NameGuard, name_guard
from edtui.desk.session import Desk
from edtui.errors import NotAllowed
from edtui.locale import _
from edtui.tui.curtain import shown_name
from edtui.tui.screens.people.tools import FEW, Tools
from edtui.tui.widgets.fields import LongTextField, Option, PersonField, SeveralField, TextField


class CaseTools(Tools):
    """Makes fields over one desk; whoever holds no key to the roster chooses among members."""

    def __init__(self, desk: Desk, app: Any) -> None:
        super().__init__(desk, app, lambda: ())
        self._guard: NameGuard | None = None

    def fresh(self) -> "CaseTools":
        """Give the same tools with the words as they are now."""
        return CaseTools(self.desk, self.app)

    @property
    def guard(self) -> NameGuard:
        """What marks names while somebody types; made when it is first asked."""
        if self._guard is None:
            try:
                handles = [case.handle for case in open_cases(self.desk)]
            except NotAllowed:
                handles = []
            self._guard = name_guard(self.desk, handles=handles)
        return self._guard

    def line(self, key: str, label: str, **more: Any) -> TextField:
        """Make a field for one line in which no name belongs."""
        return TextField(key, label, **{"max_length": 200, "guard": self.guard, **more})

    def long(self, key: str, label: str, **more: Any) -> LongTextField:
        """Make a field for a longer text in which no name belongs; it can have the whole screen."""
        return LongTextField(key, label, guard=self.guard, large=True, **more)

    def person(self, key: str, label: str, *, but: int = 0, **more: Any) -> PersonField:
        """Make a field for somebody of the team; ``but`` is not offered."""

        def find(typed: str) -> list[tuple[int, str]]:
            found = people_to_choose(self.desk, typed)
            return [(n, shown_name(self.app, name)) for n, name in found if n != but][:FEW]

        return PersonField(key, label, find=find, name_of=self.person_name, **more)

    def people(self, key: str, label: str, **more: Any) -> SeveralField:
        """Make a field for several people of the team."""

        def options() -> list[Option]:
            found = people_to_choose(self.desk)
            return [Option(str(n), shown_name(self.app, name)) for n, name in found]

        return SeveralField(
            key, label, options, word_for=lambda code: self.person_name(int(code)), **more
        )

    def person_name(self, number: int) -> str:
        """Give a name as it may be seen now; a word where it is not known here."""
        name = person_name(self.desk, number)
        return shown_name(self.app, name) if name else _("a colleague")
