"""The versions of the database's tables, each made from the one before.

v0001_first_tables    what the bot began with
v0002_members         members' settings
v0003_asked_of        of which briefing a question was asked
"""
