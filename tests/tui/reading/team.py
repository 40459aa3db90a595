"""A story with content notes, and what its narrator allows."""

from datetime import timedelta

from desk.story_team import grid, tell

from edtui.desk import stories, story_consents, story_versions
from edtui.desk.session import Desk
from edtui.records.story_consent import Cell
from edtui.records.story_parts import ContentNote, Shown
from edtui.records.story_words import Audience, Medium, NotesState, Purpose, Value, VersionKind

TEXT = "\n\n".join(
    f"Alinea {n} begint hier. " + "Woorden gaan door. " * 30 for n in range(1, 7)
)  # fmt: skip
ALOUD = Cell(Purpose.TRAINING, Audience.STUDENTS, Medium.READ_ALOUD)
SCREEN = Cell(Purpose.PEER_GROUP, Audience.PEERS, Medium.INTERNAL_DIGITAL)


def with_notes(desk: Desk):
    """Make Riet's story: six paragraphs, the second about loss, allowed aloud and on a screen."""
    told = tell(desk, Value.NO)
    version = story_versions.derive(desk, told.version.id, VersionKind.SHORTENED, text=TEXT)
    told.version = version = story_versions.approve(desk, version.id, version.digest)
    scopes = (*grid(cell=ALOUD), *grid(cell=SCREEN))
    until = desk.clock.today() + timedelta(days=200)
    story_consents.give(desk, version.id, version.digest, scopes=scopes, valid_until=until)
    note = ContentNote(domain="death_loss", level="mentioned", first=2, last=2,
                       version_id=version.id)  # fmt: skip
    told.story = stories.save_story(
        desk,
        stories.stories(desk)[0].with_(
            title="Na de storm",
            purpose_of_narrator="laten zien dat kleine stappen tellen",
            not_for="werving",
            wish_recognition="vakman die even stil stond",
            notes_state=NotesState.LISTED,
            notes=(note,),
            diversity=(
                Shown(name="region", words="uit het oosten", show_to_reader=True),
                Shown(name="age_band", words="rond de veertig"),
            ),
        ),
    )
    return told
