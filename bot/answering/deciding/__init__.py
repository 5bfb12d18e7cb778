"""Decides what a question gets; enter at `decision`, which reads from the top down.

routing       before all, where there are several briefings: names leave some out, `decision` decides in each
              that is left, dates and words choose among those that answer, the rest is asked back
decision      ordering finds what is an order and no question,
              lead_in, letters, who_asks and unmeant leave out what is not asked, alternatives which of two
              nothing is known of, others reads whom "besides …" leaves, parts takes apart what asks two
              things, resolving reads each by the others,
              titles what somebody is called that they are not, each_doer what several did together
granted       last, where nothing was corrected: holds what is taken for granted against the claims
confirming    and who began and who answered, where that is to be confirmed
rules         the rules in their order, of which the first that has something to say decides
case          what a rule looks at
outcome       what it returns, with a receipt that names what decided

quotation_rules, naming_rules, favour_rules, about_rules, stance_rules, credence_rules, charge_rules,
verification_rules, place_rules, identity_rules, order_rules, premise_rules, opposite_rules,
agreement_rules, beginning_rules, figure_rules, spoken_of, beyond_figures, only_rules, denial_rules,
event_rules, reason_rules, and account_rules
              the rules, by subject
leaning, bounds, mixed_up, presuming, unknown_words, matter, each_speaker
              what rules ask: what leans on words before, how exact a number is, which two are mixed up,
              what is taken for granted, which unknown words count, what each of several said
untold        what is asked beyond what a claim says: names, means, terms, a place’s reason or turn

phrasing_rules  last, where a question names little: what `retrieval` finds by phrasings
example_rules   or, with examples, which answer to trust: grounds says what speaks for it,
                forms what no example may answer
"""
