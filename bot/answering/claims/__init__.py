"""A briefing made ready, and how its claims are held against a question; enter at `index`.

index         every claim with its features; likeness ranks them, threshold says how like is enough
conflicts     what a claim contradicts or lacks of a question's slots, which makes it ineligible
deeds         who is said to have done what, and what a claim’s doer did not
figure_query  what a question asks of figures, and which figures meet it
whose         whose losses, by whose deed and by whose word
harmed        what of that asks what became of one
together      whom a sentence has do one thing together
later         which claims were made after those of the sentence before
ranks         whom those count among who are named as members of a side
naming        what a name given as an option means
"""
