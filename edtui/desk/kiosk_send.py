"""What a kiosk sends: one letter, sealed at once to who reads the desk's post."""

from edtui import __version__
from edtui.desk.session import Desk
from edtui.locale import spoken
from edtui.records.kiosk_letter import FIELDS, Letter, LetterKind, SentReport, TalkWish


def send(desk: Desk, kind: LetterKind, **content: object) -> None:
    """Put one letter into the letterbox. When this returns it is on the disk, and closed.

    Raises:
        ReadOnly: nothing can be written now.
        edtui.vault.errors.WriteFailed: nothing was sent.
        pydantic.ValidationError: something is too long.
    """
    desk.check_writable()
    letter = Letter.model_validate(
        {
            "mark": desk.clock.new_id(),
            "kind": kind,
            "kiosk_id": desk.vault.user_id,
            "sent": desk.clock.now().replace(microsecond=0),
            "language": spoken(),
            "version": __version__,
            **content,
        }
    )
    desk.vault.drop(Letter.table, letter.document())


def ask_talk(desk: Desk, wish: TalkWish) -> None:
    """Ask for a talk. Errors: `send`."""
    send(desk, LetterKind.TALK, talk=wish)


def say(desk: Desk, words: str, *, good: bool) -> None:
    """Say what goes well, or what can be better. Errors: `send`."""
    send(desk, LetterKind.COMPLIMENT if good else LetterKind.IDEA, said=words)


def answer(desk: Desk, poll: str, number: int) -> None:
    """Answer the question of the team. Errors: `send`."""
    send(desk, LetterKind.POLL, poll=poll, answer=number)


def word_on(desk: Desk, story_id: int, word: str) -> None:
    """Say one word on a story. Errors: `send`."""
    send(desk, LetterKind.WORD, story_id=story_id, said=word)


def report(desk: Desk, sent: SentReport) -> None:
    """Report a visit of one's own. Errors: `send`."""
    send(desk, LetterKind.REPORT, report=sent, user_id=desk.vault.user_id)


def propose(desk: Desk, field: str, words: str) -> None:
    """Ask the desk to write something of oneself otherwise. Errors: `send`."""
    if field not in FIELDS:
        raise ValueError("not a field that can be proposed")
    send(desk, LetterKind.WISHES, field=field, said=words, user_id=desk.vault.user_id)


def action_done(desk: Desk, action_id: int) -> None:
    """Tell that an own action point is done. Errors: `send`."""
    send(desk, LetterKind.ACTION, action_id=action_id, user_id=desk.vault.user_id)


def alarm(desk: Desk, count: int) -> None:
    """Tell that somebody tried to sign in so many times in a row. Errors: `send`."""
    send(desk, LetterKind.ALARM, count=count)


def here(desk: Desk) -> None:
    """Tell that this kiosk is there. Errors: `send`."""
    send(desk, LetterKind.SEEN)
