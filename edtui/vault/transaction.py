"""One commit of a `Store`, as a ``with`` block; one inside another is part of it.

A class and no generator, and with its steps in one place: every save comes through here.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from edtui.vault.holding import News
    from edtui.vault.store import Store


class Transaction:
    """Everything inside is saved when the block ends well, and undone by its inverses otherwise."""

    __slots__ = ("_done", "_hold", "_noted", "_store")

    def __init__(self, store: "Store") -> None:
        self._store = store
        self._hold: AbstractContextManager[News] | None = None
        self._done = self._noted = 0

    def __enter__(self) -> None:
        store = self._store
        store.lock.acquire()
        try:
            if not store._depth:
                store._check_writable()
                hold = store.log.locked()
                news = hold.__enter__()
                self._hold = hold
                if news.bodies or news.replaced:
                    store._take(news)
                    store._check_writable()
            store._depth += 1
            self._done, self._noted = len(store._undo), len(store._pending.entries)
        except BaseException:
            if self._hold is not None:
                self._hold.__exit__(None, None, None)
            store.lock.release()
            raise

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        store, hold = self._store, self._hold
        try:
            if kind is not None:
                self._take_back()
            elif hold is not None:
                try:
                    store._commit()
                except BaseException:
                    self._take_back()
                    raise
        finally:
            store._depth -= 1
            try:
                if hold is not None:
                    hold.__exit__(None, None, None)
            finally:
                store.lock.release()

    def _take_back(self) -> None:
        undo = self._store._undo
        while len(undo) > self._done:
            undo.pop()()
        self._store._pending.cut(self._noted)
