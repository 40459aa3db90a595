"""Drafts of letters in both languages: to who has a withdrawn story, and to its narrator.

They are letters for others, so both languages stand side by side whatever the screen speaks. A
draft names a day, an occasion and a version number, and never a word of the story.
"""

from typing import Final

from edtui.records.story_use import StoryUse
from edtui.records.story_words import Reach

LANGUAGES: Final = ("nl", "en")

_TO_PLACE: Final = {
    Reach.RECALLABLE: {
        "nl": (
            "Beste {contact},\n\nOp {day} deelden wij een herstelverhaal ({what}). De verteller "
            "heeft de toestemming ingetrokken. Wil je het verhaal (versie {version}) weghalen en "
            "verwijderen, en ons laten weten wanneer dat is gedaan?\n\nDank je wel."
        ),
        "en": (
            "Dear {contact},\n\nOn {day} we shared a recovery story ({what}). The narrator has "
            "withdrawn consent. Would you take the story (version {version}) away and delete it, "
            "and tell us when that is done?\n\nThank you."
        ),
    },
    Reach.PARTLY: {
        "nl": (
            "Beste {contact},\n\nOp {day} deelden wij een herstelverhaal ({what}). De verteller "
            "heeft de toestemming ingetrokken. Wil je wat je nog hebt (versie {version}) "
            "vernietigen, het niet verder verspreiden en het niet opnieuw gebruiken? Laat ons "
            "weten wat niet meer terug te halen is.\n\nDank je wel."
        ),
        "en": (
            "Dear {contact},\n\nOn {day} we shared a recovery story ({what}). The narrator has "
            "withdrawn consent. Would you destroy what you still have (version {version}), not "
            "pass it on and not use it again? Please tell us what cannot be got back.\n\n"
            "Thank you."
        ),
    },
    Reach.NOT: {
        "nl": (
            "Beste {contact},\n\nOp {day} is een herstelverhaal verteld of gedrukt ({what}). De "
            "verteller heeft de toestemming ingetrokken. Wat gehoord of gedrukt is, kan niet "
            "terug. Wil je het niet opnieuw vertellen, tonen of drukken?\n\nDank je wel."
        ),
        "en": (
            "Dear {contact},\n\nOn {day} a recovery story was told or printed ({what}). The "
            "narrator has withdrawn consent. What was heard or printed cannot be taken back. "
            "Would you not tell, show or print it again?\n\nThank you."
        ),
    },
}

_TO_NARRATOR: Final = {
    "nl": {
        "begin": "Je verhaal is ingetrokken. De tekst is bij ons weg.",
        "never": "Voor zover wij weten is het nooit gedeeld.",
        "once": "Het is één keer gedeeld.",
        "often": "Het is {count} keer gedeeld.",
        Reach.RECALLABLE: "{count} keer kunnen we het terughalen.",
        Reach.PARTLY: "{count} keer kunnen we een deel terughalen.",
        Reach.NOT: "{count} keer kan het niet terug.",
        "memory": "Wie het hoorde of las, kan het onthouden hebben.",
        "backups": (
            "In oude reservekopieën blijft het staan tot die worden gewist. Wij zetten het daar "
            "niet uit terug."
        ),
    },
    "en": {
        "begin": "Your story has been withdrawn. We no longer have the text.",
        "never": "As far as we know it was never shared.",
        "once": "It was shared once.",
        "often": "It was shared {count} times.",
        Reach.RECALLABLE: "Times that we can get it back: {count}.",
        Reach.PARTLY: "Times that we can get part of it back: {count}.",
        Reach.NOT: "Times that it cannot be got back: {count}.",
        "memory": "Who heard or read it may remember it.",
        "backups": ("Old backups hold it until they are deleted. We do not put it back from them."),
    },
}


def to_place(use: StoryUse) -> dict[str, str]:
    """Give the draft to who has a story of one use, by language."""
    day = f"{use.on.day}-{use.on.month}-{use.on.year}"
    what = use.occasion or use.place or use.where_found or "-"
    places = {"day": day, "what": what, "version": use.version_no or "-"}
    unknown = {"nl": "collega", "en": "colleague"}
    return {
        language: _TO_PLACE[use.reach][language].format(
            **places, contact=use.contact or unknown[language]
        )
        for language in LANGUAGES
    }


def to_narrator(counts: dict[Reach, int]) -> dict[str, str]:
    """Give what the narrator is told honestly, by language: short sentences, what is so only."""
    every = sum(counts.get(reach, 0) for reach in Reach)
    found = {}
    for language in LANGUAGES:
        words = _TO_NARRATOR[language]
        parts = [words["begin"], words["never" if not every else "once" if every == 1 else "often"]]
        parts += [words[reach] for reach in Reach if counts.get(reach)]
        numbers = [every, every, *(counts[reach] for reach in Reach if counts.get(reach))]
        said = [part.format(count=number) for part, number in zip(parts, numbers, strict=True)]
        said += [words["memory"]] if every else []
        found[language] = " ".join([*said, words["backups"]])
    return found
