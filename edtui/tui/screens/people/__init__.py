"""Mode 2: the people of the team, the organisations around it, and who is looked for."""
