"""Runs the versions of the database's tables; one that has been released is never edited.

env           gives Alembic the connection that it is run with
"""
