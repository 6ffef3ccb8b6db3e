"""Explanations as JSON and back: what the child process tells the service, and the command line prints."""

from clubhub.rostering.explain import Explanation, Reason, Whereabouts
from clubhub.rostering.filter import Rule
from clubhub.rostering.hall import HallSet
from clubhub.rostering.whereabouts import Instead
from clubhub.support.json_values import Json

_COUNTS = ("need", "required", "missing", "asked", "able", "filled")


def explanation_to_json(explanation: Explanation) -> Json:
    return {
        **{name: getattr(explanation, name) for name in _COUNTS},
        "reasons": [_reason_to_json(reason) for reason in explanation.reasons],
        "whereabouts": [
            {"where": str(one.where), "count": one.count, "people": list(one.people)} for one in explanation.whereabouts
        ],
        "hall_set": _hall_set_to_json(explanation.hall_set) if explanation.hall_set else None,
    }


def explanation_from_json(data: Json) -> Explanation:
    hall = data["hall_set"]
    return Explanation(
        **{name: data[name] for name in _COUNTS},
        reasons=tuple(_reason(one) for one in data["reasons"]),
        whereabouts=tuple(
            Whereabouts(where=Instead(one["where"]), count=one["count"], people=tuple(one["people"]))
            for one in data["whereabouts"]
        ),
        hall_set=hall and HallSet(**{**hall, "needs": tuple(hall["needs"]), "people": tuple(hall["people"])}),
    )


def _reason(data: Json) -> Reason:
    return Reason(**{**data, "rule": Rule(data["rule"]), "people": tuple(data["people"])})


def _reason_to_json(reason: Reason) -> Json:
    return {
        "rule": str(reason.rule),
        "subject": reason.subject,
        "excluded": reason.excluded,
        "further": reason.further,
        "alone": reason.alone,
        "people": list(reason.people),
    }


def _hall_set_to_json(hall: HallSet) -> Json:
    return {"minute": hall.minute, "needs": list(hall.needs), "people": list(hall.people), "places": hall.places}
