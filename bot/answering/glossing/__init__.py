"""Puts questions in other languages into the vocabulary's English; enter at `gloss`.

glossary      the words of a language, with their gloss; renderings finds them by what they name
stems         what words share with their other forms and spellings
pieces        what a gloss is made of
order         puts the pieces into English order, with counted and brackets
usage         puts what is said of dates, parts and seats as English does
"""
