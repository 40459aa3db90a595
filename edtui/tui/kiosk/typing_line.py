"""One line that is being typed, at the cursor. No marking, no copying, no pasting."""

from edtui.tui.kiosk.clean import clean


class Typing:
    """What was typed so far."""

    def __init__(self, value: str = "", limit: int = 200, *, replaced: bool = False) -> None:
        self.text = value
        self._replaced = replaced
        """Whether the first sign takes the place of what stands there."""
        self.at = len(value)
        """Before which sign the cursor stands."""
        self._limit = limit

    @property
    def full(self) -> bool:
        """Say whether nothing more fits."""
        return len(self.text) >= self._limit

    def press(self, key: str, sign: str) -> bool:
        """Take a key; give whether it did something.

        Args:
            key: its name, as Textual names it.
            sign: the letter that it types; empty for none.
        """
        replaced, self._replaced = self._replaced, False
        match key:
            case "left":
                self.at = max(0, self.at - 1)
            case "right":
                self.at = min(len(self.text), self.at + 1)
            case "home":
                self.at = 0
            case "end":
                self.at = len(self.text)
            case "backspace":
                self.text = self.text[: max(0, self.at - 1)] + self.text[self.at :]
                self.at = max(0, self.at - 1)
            case "delete":
                self.text = self.text[: self.at] + self.text[self.at + 1 :]
            case _:
                if replaced and sign:
                    self.forget()
                return self._type(sign)
        return True

    def _type(self, sign: str) -> bool:
        letter = clean(sign)
        if not letter or len(self.text) + len(letter) > self._limit:
            return False
        self.text = self.text[: self.at] + letter + self.text[self.at :]
        self.at += len(letter)
        return True

    def forget(self) -> None:
        """Let go of what was typed."""
        self.text, self.at = "", 0
