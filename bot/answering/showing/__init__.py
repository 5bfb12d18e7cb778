"""Replies, tables and timelines, with the bot's own words around them; enter at `reply`.

reply         adds counter-claims and caveats, and proves every statement again
checked       what is found of a message
wording       says it in a frame, out of sentences
figure_table, chronicle, quotations, context    what needs no question
imprint       of which edition a result is
"""
