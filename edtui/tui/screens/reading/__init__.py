"""Reading a story calmly: what the teller wants first, a choice beside each note, then the text.

The widgets (`reader`, `after`) know neither a desk nor a screen: who shows them gives them what is
read (`matter`) and hears what was done. Nothing says or keeps where somebody stopped.
"""
