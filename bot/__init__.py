"""Answers questions and checks messages against curated briefings, on four floors.

briefing    what a briefing is, loaded and proven
answering   what is answered to a question, found of a message
desk        the use cases, and what is kept
surfaces    where people ask

__main__    runs the command line
errors      what is told to people without a traceback
"""
