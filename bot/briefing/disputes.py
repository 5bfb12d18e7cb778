"""Tells which claims contest each other."""

from itertools import combinations, product

from bot.briefing.models import Briefing, Claim, Figure


def contested_by(briefing: Briefing) -> dict[str, tuple[str, ...]]:
    """Return for each claim id the ids of the claims that contest it, in the order of the file.

    Claims of different sides contest each other when a curated dispute ties them, or when each
    has a figure on the same measure, side and victims. Only current claims contest or are contested.
    """
    sides = sides_of(briefing)
    current = [claim for claim in briefing.claims if claim.standing == "current"]
    tied, counting = _tied(briefing, current), counting_alike(sides, current)
    own = own_measures(briefing)
    contests: dict[str, list[str]] = {claim.id: [] for claim in briefing.claims}
    for first, second in sorted(tied | counting):
        one, other = current[first], current[second]
        if _side(sides, one) == _side(sides, other):
            continue
        if (first, second) in tied or _figures_clash(one, other, own):
            contests[one.id].append(other.id)
            contests[other.id].append(one.id)
    return {claim: tuple(others) for claim, others in contests.items()}


def _tied(briefing: Briefing, current: list[Claim]) -> set[tuple[int, int]]:
    """Return the places of the claims that a curated dispute ties, in pairs."""
    places = {claim.id: place for place, claim in enumerate(current)}
    together = (
        sorted(places[one] for one in dispute.claims if one in places) for dispute in briefing.disputes
    )
    return {pair for some in together for pair in combinations(some, 2)}


def counting_alike(sides: dict[str, str], current: list[Claim]) -> set[tuple[int, int]]:
    """Return the places of claims of different sides that count the same of one side, in pairs.

    Of all pairs these are few: a thousand figures by one claimant make none.
    """
    counted: dict[tuple[str, str], dict[str | None, dict[int, None]]] = {}
    for place, claim in enumerate(current):
        for figure in claim.figures:
            if claim.claimant is not None and figure.side is not None:
                by_side = counted.setdefault((figure.measure, figure.side), {})
                by_side.setdefault(_side(sides, claim), {})[place] = None
    return {
        (min(pair), max(pair))
        for by_side in counted.values()
        for one, other in combinations(by_side.values(), 2)
        for pair in product(one, other)
    }


def figure_contested(briefing: Briefing, claim: Claim, figure: Figure, other: Claim) -> bool:
    """Tell whether a claim that contests *claim* contests this figure of it, or the whole claim."""
    tied = any({claim.id, other.id} <= set(dispute.claims) for dispute in briefing.disputes)
    return tied or _counts_the_same(briefing, figure, other)


def speaks_to_figure(briefing: Briefing, figure: Figure, other: Claim) -> bool:
    """Tell whether a claim that contests one counts the same as a figure of it, or counts nothing.

    What is counted of nobody's side is the same where it counts alike.
    """
    nobodys = (theirs for theirs in other.figures if theirs.side is None and figure.side is None)
    alike = any(
        theirs.measure == figure.measure
        and (theirs.victims == figure.victims or not set(theirs.victims).isdisjoint(figure.victims))
        for theirs in nobodys
    )
    return not other.figures or alike or _counts_the_same(briefing, figure, other)


def _counts_the_same(briefing: Briefing, figure: Figure, other: Claim) -> bool:
    """Tell whether a figure of another claim is at odds with this one."""
    own = own_measures(briefing)
    return any(clash(figure, theirs, own) for theirs in other.figures)


def sides_of(briefing: Briefing) -> dict[str, str]:
    """Return the side of every party and person."""
    sides = {party.id: party.side for party in briefing.parties}
    return sides | {one.id: sides.get(one.party, one.party) for one in briefing.people}


def _side(sides: dict[str, str], claim: Claim) -> str | None:
    """Return the side of a claimant; the publisher, None, has none but its own."""
    return sides.get(claim.claimant, claim.claimant) if claim.claimant else None


def _figures_clash(one: Claim, other: Claim, own: frozenset[str]) -> bool:
    # The publisher reports what others count; only a dispute that a curator ties sets it against them.
    if one.claimant is None or other.claimant is None:
        return False
    return any(clash(a, b, own) for a in one.figures for b in other.figures)


def own_measures(briefing: Briefing) -> frozenset[str]:
    """Return the measures that the briefing declares itself."""
    return frozenset(concept.id for concept in briefing.concepts if concept.kind == "measure")


def clash(one: Figure, other: Figure, own: frozenset[str]) -> bool:
    """Tell whether two figures of different sides count the same of the same victims, and differ.

    Figures on a briefing's *own* measures may count nobody, as votes do.
    """
    same_matter = (
        one.side is not None
        and one.side == other.side
        and one.measure == other.measure
        and ((_nobody(one, own) and _nobody(other, own)) or not set(one.victims).isdisjoint(other.victims))
    )
    # Two sides that give the same exact number agree.
    agreed = one.minimum == one.maximum == other.minimum == other.maximum is not None
    return same_matter and not agreed


def _nobody(figure: Figure, own: frozenset[str]) -> bool:
    return figure.measure in own and not figure.victims


def seats_of(briefing: Briefing) -> dict[str, str]:
    """Return the places of which a name also stands for a party, each with that party's id."""
    return {
        place.id: party.id
        for party in briefing.parties
        for place in briefing.places
        if {alias.words for alias in place.aliases} & {alias.words for alias in party.aliases}
    }
