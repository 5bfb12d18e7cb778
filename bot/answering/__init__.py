"""Reads, decides, checks and words: without files, clock, network or event loop.

Its rooms are `reading`, `retrieval`, `claims`, `deciding`, `glossing`, `showing` and `checking`; each imports
only those before it.
"""
