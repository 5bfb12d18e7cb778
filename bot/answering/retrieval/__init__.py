"""Which claim a text asks for, by phrasings and examples alone; enter at `ranking`.

ranking       asks what is ready: spelling repairs words, terms takes them apart,
              head says what was learnt from up to some thousand texts, lexical finds among a million;
              senses knows what words mean
calibration   the thresholds; trust tells which answer to trust
building      makes it ready: hashing the spelling, training the head, calibrating the thresholds,
              learning the trust
meaning       what a sentence encoder adds

Only what makes it ready, `lexical` and `meaning` import numpy, which takes as long as half a cold start; all
else asks the kept numbers as they lie in their file. Measure a change with `tests/benchmarks/phrasings.py`.
"""
