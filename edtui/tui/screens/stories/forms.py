"""The forms of a story: one for each section of its page, so that none is long."""

from collections.abc import Callable, Mapping
from typing import Any

from edtui.desk import stories
from edtui.desk.story_texts import texts_of
from edtui.errors import N_
from edtui.locale import _
from edtui.records.story import Story
from edtui.tui.dialogs.form import Form, Section
from edtui.tui.screens.people.record_form import Part, record_form
from edtui.tui.screens.stories import forms_parts as lists
from edtui.tui.screens.stories.forms_ways import WAYS, as_typed, codes
from edtui.tui.screens.stories.own_facts import ANONYMITY, short_title
from edtui.tui.screens.stories.tools import StoryTools
from edtui.tui.screens.stories.traits import CODER, TODAY
from edtui.tui.screens.stories.traits_form import trait_sections
from edtui.tui.widgets.fields import (
    ChoiceField,
    DateField,
    Field,
    TextField,
    YesNoField,
    fixed,
)

Values = Mapping[str, Any]


def new_story() -> Story:
    """Give a story that is still to be filled in."""
    # A checked one without a title would be refused.
    return Story.model_construct(title="")


def story_form(tools: StoryTools, story: Story, name: str = "what", *, text_id: int = 0) -> Form:
    """Make the form of a section.

    Args:
        tools: what fields are made with.
        story: which story; id 0 for a new one.
        name: ``what``, ``wants``, ``name``, ``kept``, ``notes``, ``others``, ``themes``,
            ``traits`` or ``self``.
        text_id: number of the text that somebody looks at: new content notes are about it.
    """
    tools.about, tools.text_id = story.id, text_id
    title, make = FORMS.get(name, FORMS["what"])
    sections = make(tools)
    heading = f"{short_title(story)} · {_(title)}" if story.id else _("A new story")
    keys = {field.key for section in sections for field in section.fields}
    shown, written = WAYS.get(name, (dict, as_typed))

    def save(changed: Story) -> Story:
        if changed.id:
            return stories.save_story(tools.desk, changed)
        fields = {key: value for key, value in dict(changed).items() if key in keys}
        return stories.add_story(tools.desk, **fields)

    who_and_when = {CODER: tools.desk.vault.user_id, TODAY: tools.desk.clock.today()}

    def change(held: Story, values: Values) -> Values:
        return codes(written(held, {**values, **who_and_when} if name == "traits" else values))

    part = Part(f"story_{name}", heading, sections, shown, change)
    return record_form(tools.desk, story, part, save)


def _what(tools: StoryTools) -> list[Section]:
    what: list[Field] = [
        tools.line("title", N_("Title"), required=True),
        tools.line("summary", N_("In short"), max_length=255,
                   help=N_("read before anything else: nothing that could hurt")),
        tools.person("narrator_id", N_("Narrator")),
        TextField("narrator_alias", N_("Known here as"), max_length=80,
                  help=N_("where the narrator is not on the roster, or wants another name")),
    ]  # fmt: skip
    how: list[Field] = [
        tools.pick("authorship", N_("How it was made"), "story_authorships"),
        tools.choice("perspective", N_("Perspective"), "story_perspectives"),
        tools.pick("form", N_("Form"), "story_forms"),
        tools.pick("language", N_("Language"), "languages"),
        tools.choice("plain_level", N_("Reading level"), "story_reading_levels"),
        DateField("told_on", N_("Told on")),
        tools.line("period_covered", N_("About the time"), help=N_("such as '2016 to 2019'")),
    ]
    return [Section(N_("The story"), what), Section(N_("How it was told"), how)]


def _wants(tools: StoryTools) -> list[Section]:
    fields: list[Field] = [
        tools.long("purpose_of_narrator", N_("Wants to bring about"),
                   help=N_("in the narrator's words; shown with every use")),
        tools.long("not_for", N_("Not for"), help=N_("what it is never used for")),
        tools.long("wish_recognition", N_("Wants to be seen as"),
                   help=N_("how the narrator wants to be met in it")),
    ]  # fmt: skip
    return [Section(N_("Only the narrator decides this"), fields)]


def _name(tools: StoryTools) -> list[Section]:
    levels = fixed(*((str(at), _(word)) for at, word in enumerate(ANONYMITY)))
    fields: list[Field] = [
        tools.pick("attribution", N_("Shown as"), "story_attributions",
                   help=N_("without a choice it is shown nowhere")),
        TextField("chosen_name", N_("Chosen name"), max_length=80),
        YesNoField("wants_to_be_known", N_("Wants to be known"),
                   help=N_("being named can be the point")),
        ChoiceField("anonymity_wanted", N_("At least"), levels, required=True,
                    help=N_("a text that says more than this does not leave")),
        tools.line("residual_risk", N_("Who may know them"),
                   help=N_("such as 'colleagues will recognise this'; say so to the narrator")),
    ]  # fmt: skip
    return [Section(N_("Only the narrator decides this"), fields)]


def _kept(tools: StoryTools) -> list[Section]:
    shut: list[Field] = [
        tools.choice("catalogue", N_("In the list"), "story_catalogue", required=True),
        DateField("embargo_until", N_("Closed until"),
                  help=N_("it never opens by itself: the narrator is asked then")),
        YesNoField("embargo_open_ended", N_("Until further notice"), required=True),
        tools.line("embargo_reason", N_("Why closed")),
    ]  # fmt: skip
    taken: list[Field] = [
        tools.choice("inclusion", N_("In the collection"), "story_inclusion"),
        tools.line("inclusion_reason", N_("Why"), help=N_("a no keeps its reason")),
    ]
    return [Section(N_("Shown"), shut), Section(N_("The collection"), taken)]


def _themes(tools: StoryTools) -> list[Section]:
    about: list[Field] = [
        tools.several("dimensions", N_("Recovery"), "story_dimensions"),
        tools.several("chime", N_("CHIME"), "story_chime"),
        tools.several("life_domains", N_("Life"), "story_life_domains"),
        tools.lines("themes", N_("Own words"), help=N_("one a line")),
    ]
    inside: list[Field] = [
        tools.long("core_struggle", N_("Core struggle")),
        tools.lines("helped", N_("What helped"), help=N_("one a line")),
        tools.lines("hindered", N_("What hindered"), help=N_("one a line")),
    ]
    return [Section(N_("What it is about"), about), Section(N_("In it"), inside)]


def _self(tools: StoryTools) -> list[Section]:
    fields: list[Field] = [
        tools.lines("experience", N_("Experience"),
                    help=N_("in the narrator's own words, one a line")),
        tools.line("diagnosis_mentioned", N_("Names a diagnosis"),
                   help=N_("only where the narrator names one")),
        lists.diversity("diversity", N_("Of themselves"), tools),
    ]  # fmt: skip
    return [Section(N_("Only the narrator decides this, and may leave it open"), fields)]


def _notes(tools: StoryTools) -> list[Section]:
    every = texts_of(tools.desk, tools.about)
    texts = [one for one in every if one.text]
    fields: list[Field] = [
        tools.choice("notes_state", N_("Content"), "story_notes_states", required=True),
        lists.content_notes("notes", N_("Notes"), tools, texts, tools.text_id),
        DateField("wording_checked_on", N_("Wording looked at"),
                  help=N_("suicide, self-harm: no means, no single cause, a number to call")),
    ]  # fmt: skip
    return [Section(N_("What a reader may want to know beforehand"), fields)]


def _others(tools: StoryTools) -> list[Section]:
    fields: list[Field] = [
        lists.others("third_parties", N_("Others"), tools),
        DateField("third_checked_on", N_("Looked at on"),
                  help=N_("what is still open takes a story that was ready back to its narrator")),
    ]  # fmt: skip
    return [Section(N_("Who else could be recognised; by role, never by name"), fields)]


FORMS: dict[str, tuple[str, Callable[[StoryTools], list[Section]]]] = {
    "what": (N_("What it is"), _what),
    "wants": (N_("Wishes"), _wants),
    "name": (N_("Name"), _name),
    "kept": (N_("Shown"), _kept),
    "notes": (N_("Content notes"), _notes),
    "others": (N_("Others in it"), _others),
    "themes": (N_("Themes"), _themes),
    "traits": (N_("Traits"), trait_sections),
    "self": (N_("Of themselves"), _self),
}
"""Name of a form to its heading and its fields."""
