"""The draft of one form: kept when something was typed, forgotten when it is saved."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Protocol

from edtui.errors import EdtuiError


class FoundDraft(Protocol):
    """What was typed before and not saved (`edtui.desk.drafts.Draft`)."""

    @property
    def values(self) -> Mapping[str, Any]:
        """What was typed, by field."""
        ...

    @property
    def moment(self) -> datetime:
        """When it was kept."""
        ...


class DraftKeeper:
    """Keeps a draft where the screen says.

    Args:
        keep: keeps what is typed (JSON values), sealed; None: this form has no draft.
        drop: forgets it.
    """

    def __init__(
        self,
        keep: Callable[[dict[str, Any]], None] | None,
        drop: Callable[[], None] | None,
    ) -> None:
        self._keep = keep
        self._drop = drop
        self._kept: dict[str, Any] | None = None

    def keep(self, values: dict[str, Any]) -> bool | None:
        """Keep ``values``; tell whether that went well, None when there was nothing to do."""
        if self._keep is None or values == self._kept:
            return None
        try:
            self._keep(values)
        except (EdtuiError, OSError):
            return False
        self._kept = values
        return True

    def forget(self) -> None:
        """Forget the draft."""
        self._kept = None
        if self._drop is not None:
            try:
                self._drop()
            except (EdtuiError, OSError):
                return  # a draft too many is offered once more: no harm
