"""The frozen models of the knowledge, and how a folder becomes them; enter at `loader`.

folder        reads the files, draft takes them apart into shapes, with the lines where values stand
checks        what one table cannot say; attribution, labels, references, evidence: held against words, ids
              and sources
assemble      makes the models of the tables
disputes      which claims contest each other
provenance    proves that a statement is whole sentences of its source
examples, languages     what people ask, and the words of other languages
folding, numerals, number_words, sentences  how words, numbers and sentences are compared
known_ids     the vocabulary's ids that code names
models, tables, problems    what the knowledge consists of, which id names what, what is found wrong
"""
