"""Holds a message against the briefing; enter at `messages`.

messages      the whole message, and what becomes of the findings
discourse     sentence by sentence, each of its kind, with what those before leave unsaid for it
  sentence_kinds, rejoinders, heard      what only asks, adds or replies; who spoke in a sentence before
sentence_check      one sentence: what it counts, what it says happened, who replies
plain         a sentence as it would be told plainly, rewriting by rewriting
  preamble, accounts, contests, clefts, contrasts      what each of them rewrites
  proving, quoting      what is held apart before: that it is proven, or said word for word

counting      a sentence in numbers, each an assertion: figure_check holds it against the figures
  figure_likeness, figure_differences     which figure it means, and in what it differs from that
  reach         what a number counts, and whose
  called, portions, giving_back, noughts, recounted, left_out, scores     who is counted, in which words
happenings    what a sentence says happened, telling by telling
tellings      a sentence in what happened, each with its doer: event_check holds it against the claims
  event_likeness, event_differences       which claims it means, and in what it differs from each
  clause, reported, assertions, speakers  what a clause says, what is said of that, and who says it
  relevance, instead, attribution, opposing      whether it is on a claim’s matter, whose, or against it
  scope, certainty, degrees, progress, means     how far, how surely, how much, since when and by what
offices, seats, locations, lasting, sequence, consequence        one matter each: who holds an office, which
              place is the capital, where one lies, how long it went on, what came first, what came of what

asserting     what is left over and asserts something: named as not covered
  remarks, coloured     what is said of what was told, and words that judge it
  added         what is said of why, how, who and how true, beside what a claim has
  pronouns      words for whoever writes, for anybody, and for what was told
"""
