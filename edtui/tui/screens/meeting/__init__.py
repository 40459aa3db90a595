"""Meetings: agenda, the meeting itself in front of a group, minutes, methods."""
