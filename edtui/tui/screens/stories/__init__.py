"""Mode 5: the stories, one story, one text; other areas hang their parts on them (`plug.py`)."""
