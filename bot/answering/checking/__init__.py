"""Holds a message against the briefing; enter at `messages`.

messages      the whole message, and what becomes of the findings
discourse     sentence by sentence, each of its kind, with what those before leave unsaid for it
sentence_check      one sentence, put plainly: what it counts, what it says happened, who replies
plain         a sentence as it would be told plainly, rewriting by rewriting

counting      a sentence in numbers, each an assertion: figure_check holds it against the figures
  figure_likeness, figure_differences     which figure it means, and in what it differs from that
  reach       what a number counts, and whose
  called, portions, giving_back, noughts, recounted, left_out, scores     who is counted, in which words
happenings    what a sentence says happened, telling by telling
tellings      a sentence in what happened, each with its doer: event_check holds it against the claims
  event_likeness, event_differences       which claims it means, and in what it differs from each
  clause, assertions, clefts, circumstances      what a clause says
  relevance, attribution, scope, certainty, endings, opposing, means, coloured     whether a claim has it
speakers, accounts, heard      who says it, in which words, and who spoke in a sentence before
contrasts, contests, proving, rejoinders, remarks, brushed_aside, quoting    what is parted from it before
offices, seats, locations, lasting, sequence, consequence        one matter each: who holds an office, which
              place is the capital, where one lies, how long it went on, what came first, what came of what

asserting     what is left over and asserts something: named as not covered
  added         what is said of why, how, who and how true, beside what a claim has
"""
