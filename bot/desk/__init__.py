"""The use cases of a running bot and of a curator; enter at `desk`.

asking, checking, browsing, suggesting, unanswered    what people do; reloading and ledger what moderators do
validating    what is wrong with a folder; hints, phrasings: what is only remarked
changes       what another edition would change; changed_entries what no claim tells of

knowledge     a folder opened; editions, edition_files: an edition packed, opened and compiled, apart in
              another process, so that the running bot never imports the loader, Alembic or Babel
cache         what is kept between runs: retrievals, glossaries
catalogues, encoding    opened when they are first needed

storage       the database; migrating brings it up to date; its shape changes only by a new file in migrations
recording, pending, preferences, definitions    what is kept there
attempting, recovering, health    what goes on when it fails, and when that is over
settings, configuration, token    what an operator sets; permissions: who may change the knowledge
"""
