"""What words mean: text to tokens, spans, slots and a `Question`; enter at `reader`.

text          folds and tokenises
aliases       gathers the words that a briefing is read with
vocabulary    finds its concepts in the words; misspelling judges what is a typing error
dates, numbers, flags    reads these; putting what somebody puts at a number
cues          what the words beside a name are
around        what stands beside a name: role_rules tell by it what part a party plays, roles of every name
taking        where people are taken, held or dropped
meant         reads words that mean something else beside others
askers        finds what a sentence tells of the asker's own people
office_words, order_words    words for offices and seats, and for what came before what
reader        puts it together into a question
languages     in what language somebody writes
"""
