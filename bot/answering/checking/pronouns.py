"""Words for whoever writes and reads, for anybody, and for what was told before."""

import re

# Said of oneself, or of those who read it.
OF_ONESELF = re.compile(
    r"\b(?:I|I['’]\w+|me|my|mine|we|we['’]\w+|us|our|you|you['’]\w+|your|yours|people|ppl|guys|folks)\b",
    re.IGNORECASE,
)
OF_ANYBODY = re.compile(r"\b(?:nobody|no one|everybody|everyone)\b", re.IGNORECASE)
POINTING = re.compile(r"\b(?:it|this|that|these|those|they|them|he|she|none)\b", re.IGNORECASE)
