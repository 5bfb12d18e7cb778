"""Finds the claim of a question in the ways that somebody could pick: ours, and those of known libraries.

Each is built from phrasings and gives a function from a question to the claim of the best phrasing.
"""

from __future__ import annotations

import os
import sqlite3
from importlib import import_module
from typing import TYPE_CHECKING, Any

from rapidfuzz import fuzz, process

from bot.answering.retrieval import building
from bot.answering.retrieval.terms import words_of
from bot.desk import retrievals
from bot.desk.settings import shipped_knowledge

if TYPE_CHECKING:
    from collections.abc import Callable

    Find = Callable[[str], str | None]

LONG = 8  # letters, from which tantivy may find words two edits off, as ours does
LEAST_FUZZY = 4


def ours(claims: list[str], texts: list[str]) -> Find:
    retrieval = building.build(zip(claims, texts, strict=True))
    retrievals.write(retrieval, "scale")
    return opened()


def opened() -> Find:
    """Return ours as another run opens it: memory-mapped."""
    retrieval = retrievals.read("scale")
    assert retrieval is not None
    words = (shipped_knowledge() / "words.en.txt").read_text().splitlines()
    known = frozenset(word for word in words if word.isalpha())

    def find(question: str) -> str | None:
        matches = retrieval.rank(question, known=known).matches
        return matches[0].claim if matches else None

    return find


def wratio(claims: list[str], texts: list[str]) -> Find:
    return lambda question: claims[process.extractOne(question, texts, scorer=fuzz.WRatio)[2]]


def fts5(claims: list[str], texts: list[str]) -> Find:
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE phrasings USING fts5(text)")
    database.executemany("INSERT INTO phrasings(rowid, text) VALUES (?, ?)", enumerate(texts))
    database.execute("INSERT INTO phrasings(phrasings) VALUES ('optimize')")

    def find(question: str) -> str | None:
        words = " OR ".join(f'"{word}"' for word in words_of(question))
        if not words:
            return None
        rows = database.execute(
            "SELECT rowid FROM phrasings WHERE phrasings MATCH ? ORDER BY rank LIMIT 1", (words,)
        )
        return next((claims[row] for (row,) in rows), None)

    return find


def bm25s(claims: list[str], texts: list[str]) -> Find:
    library: Any = import_module("bm25s")
    index = library.BM25()
    index.index(library.tokenize(texts, stopwords=None, show_progress=False), show_progress=False)

    def find(question: str) -> str | None:
        words = library.tokenize([question], stopwords=None, return_ids=False, show_progress=False)
        found, _ = index.retrieve(words, k=1, show_progress=False)
        return claims[int(found[0, 0])]

    return find


def tantivy(claims: list[str], texts: list[str]) -> Find:
    """Words of the index rank by BM25; each other word by all that it may be a misspelling of."""
    library: Any = import_module("tantivy")
    builder = library.SchemaBuilder()
    builder.add_text_field("text", index_option="freq")
    builder.add_unsigned_field("row", stored=True)
    schema = builder.build()
    index = library.Index(schema)
    writer = index.writer(num_threads=1)
    for row, text in enumerate(texts):
        writer.add_document(library.Document(text=text, row=row))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()
    query = library.Query

    def find(question: str) -> str | None:
        parts = []
        for word in words_of(question):
            if len(word) < LEAST_FUZZY or searcher.doc_freq("text", word):
                parts.append(query.term_query(schema, "text", word, index_option="freq"))
            else:
                parts.append(query.fuzzy_term_query(schema, "text", word, distance=1 + (len(word) >= LONG)))
        asked = query.boolean_query([(library.Occur.Should, part) for part in parts])
        hits = searcher.search(asked, limit=1, count=False).hits
        return claims[searcher.doc(hits[0][1])["row"][0]] if hits else None

    return find


# From the one that is left out last to the slowest.
PEERS: dict[str, Callable[[list[str], list[str]], Find]] = {
    "ours": ours,
    "tantivy, fuzzy": tantivy,
    "bm25s": bm25s,
    "SQLite FTS5": fts5,
    "rapidfuzz WRatio": wratio,
}
ONE_THREAD = os.environ | dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS"), "1"
)
