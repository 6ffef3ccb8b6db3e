"""A poll's rule as text, to be kept in the settings: a known rule's value, or the club's own weights."""

from clubhub.domain.errors import InvalidInput
from clubhub.domain.poll_outcomes import AnyRule
from clubhub.domain.poll_results import USUAL_RULE, Rule, Weights


def rule_text(rule: AnyRule) -> str:
    """Like "most yes" or "2,1,-2"."""
    if isinstance(rule, Rule):
        return rule.value
    return f"{rule.yes:g},{rule.if_need_be:g},{rule.no:g}"


def rule_from(text: str) -> AnyRule:
    """What `rule_text` wrote; the usual rule for anything else."""
    if text in list(Rule):
        return Rule(text)
    try:
        return Weights.parse(text)
    except InvalidInput:
        return USUAL_RULE
