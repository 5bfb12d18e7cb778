"""Puts questions in other languages into the vocabulary's English; enter at `gloss`.

glossary      the words of a language, with their gloss; renderings finds them by what they name,
              senses what English words are in a sentence
stems         what words share with their other forms and spellings
pieces        what a gloss is made of
order         puts the pieces into English order, with counted
verb_final    the verbs of languages that end a sentence with them
inverting     the verbs and adjectives of languages near to English
usage         puts what is said of dates, parts and seats as English does
"""
