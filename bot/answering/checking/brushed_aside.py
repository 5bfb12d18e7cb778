"""Leaves out what a sentence brushes aside or asks for ("…, whatever they claim", "please …")."""

import re

# Whom a writer warns the reader of, and what these would say ("don’t let anyone tell you otherwise").
_ANYBODY = r"(?:any(?:one|body)(?: else)?|some(?:one|body)|people|folks|them|the (?:media|news|press)|those)"
_OTHERWISE = (
    r"(?:otherwise|different(?:ly)?|any different|(?:any|some)thing (?:else|different)"
    r"|the (?:opposite|contrary))"
)
_MISLED = (
    rf"(?:(?:and|so|but) )?(?:(?:don['’]?t|do not|never) (?:you )?(?:ever )?(?:dare )?let {_ANYBODY}"
    r"|let (?:nobody|no one)) (?:ever )?(?:tell|say|claim|fool|convince|persuade|lie)\b(?: to)?(?: you\b)?"
    rf"(?:(?: that)?(?: it['’]?s| it (?:is|was))? (?:{_OTHERWISE}|lies))?(?=\s*(?:[,;:—–.!?]|$))"
)
_GAINSAYING = (
    r"(?:(?:and|so|but) )?(?:(?:(?:don['’]?t|do not|never) (?:believe|trust|listen to)|no matter|never mind)"
    rf" (?:{_ANYBODY}|who)|any(?:one|body)|whoever|those)(?: (?:that|who))? (?:tells?|says?|claims?)\b"
    rf"(?: you\b)? {_OTHERWISE}(?: (?:is|are|['’]s)(?: just| simply)? (?:lying|wrong|mad|an? \w+))?"
    r"(?=\s*(?:[,;:—–.!?]|$))"
)
# What somebody says is brushed aside, so that nobody is quoted by it ("whatever they claim").
_WHATEVER = (
    r"(?:(?:whatever|(?:no matter|never mind|forget|ignore|regardless of|despite|in spite of|contrary to)"
    r" what|(?:don['’]?t|do not|stop) listen(?:ing)? to)\b[^,;:—–.!?]*"
    r"|it['’]?s not (?:like|as if) it\b[^,;:—–.!?]*"
    rf"|{_MISLED}|{_GAINSAYING}"
    r"|(?:(?:and|but)\s+)?(?:(?!\b(?:and|but)\b)[^,;:—–]){0,100}?\bcan (?:say|claim|deny) what(?:ever)? "
    r"(?:it|they|he|she) (?:wants?|likes?)\b)"
)
_REQUEST = r"(?:please|pls|plz|kindly)\b(?!\s+(?:note|remember|know|understand|see|be aware)\b)[^,;:—–]*"
# However many a sentence begins with are found at once: a message may consist of them.
_BRUSHED_ASIDE = re.compile(
    rf"^(?:(?:{_REQUEST}|{_WHATEVER})[\s,;:—–]*)+|(?:\s?[,;:—–]\s?|\s){_WHATEVER}", re.IGNORECASE
)
# What only says how sure whoever writes is; that there is no doubt of something is more.
_NO_DOUBT = re.compile(
    r"(?<!is )(?<!was )(?<!['’]s )(?<!has )(?<!have )(?<!had )(?<!be )(?<!with )"
    r"(?<!leave )(?<!leaves )(?<!left )"
    r"\b(?:no|without(?: an?y?)?) doubt\b,?(?! (?:that|about|of|over|on|as|remains?)\b)\s*",
    re.IGNORECASE,
)
# What only says that it is told parts nothing ("her complaint, as reported, is that …").
_AS_REPORTED = re.compile(r"(?<!\s),\s?as (?:reported|quoted|published|written),\s?", re.IGNORECASE)


def asserted(sentence: str) -> str:
    """Return what a sentence says without what it brushes aside ("…, whatever they claim").

    Whoever asks for something ("please …") asserts nothing.
    """
    rest, sentence = None, _NO_DOUBT.sub("", _AS_REPORTED.sub(" ", sentence))
    while rest != sentence:
        rest, sentence = sentence, _BRUSHED_ASIDE.sub("", sentence).strip(" ,;:—–")
    return sentence
