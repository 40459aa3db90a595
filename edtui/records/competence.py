"""How far a person feels in a competence, and how far the coach thinks: side by side."""

from datetime import date

from edtui.records.base import Part
from edtui.records.text import Code, Line


class CompetenceScore(Part):
    """Two views on one competence; an empty one was not asked or not given."""

    competence: Code
    """Vocabulary ``competences``."""

    own_score: Code = ""
    """Vocabulary ``competence_scores``, given by the person."""

    coach_score: Code = ""
    """Vocabulary ``competence_scores``, given by the coach."""

    scored_on: date | None = None
    note: Line = ""
