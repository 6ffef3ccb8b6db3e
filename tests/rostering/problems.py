"""Small problems told in a line each: shifts from early to late on one day, at which people said yes, maybe or no."""

from clubhub.rostering.problem import (
    HouseholdShare,
    NeedSpec,
    Problem,
    Reply,
    RoleRule,
    ShiftTime,
    Slot,
    Volunteer,
)

TIMES = {"morning": (0, 60), "long": (0, 120), "noon": (60, 120), "evening": (200, 260)}
"""The shifts, each asked about as a slot of the same name; long overlaps morning and noon."""

HELPER = RoleRule(id="helper")


def person(
    name: str, *yes: str, maybe: tuple[str, ...] = (), no: tuple[str, ...] = (), household: str = "", **rest
) -> Volunteer:
    """Somebody with these answers, an adult in a household of their own where nothing else is said."""
    said = dict.fromkeys(yes, Reply.YES) | dict.fromkeys(maybe, Reply.MAYBE) | dict.fromkeys(no, Reply.NO)
    return Volunteer(id=name, household=household or f"of {name}", availability=said, **rest)


def need(
    name: str, shift: str, *, heads: int = 1, most: int | None = None, role: str = "helper", points: int = 1
) -> NeedSpec:
    return NeedSpec(id=name, shift=shift, role=role, min=heads, max=heads if most is None else most, points=points)


def problem(*people: Volunteer, needs: tuple[NeedSpec, ...], owes: dict[str, int] | None = None, **rest) -> Problem:
    """Children need an adult; households that `owes` doesn't name owe an even share."""
    homes = dict.fromkeys(one.household for one in people)
    return Problem(
        **{
            "roles": (HELPER,),
            "slots": tuple(Slot(id=name, start=start, end=end) for name, (start, end) in TIMES.items()),
            "shifts": tuple(
                ShiftTime(id=name, start=start, end=end, slots=(name,)) for name, (start, end) in TIMES.items()
            ),
            "needs": needs,
            "households": tuple(HouseholdShare(id=home, owes=(owes or {}).get(home)) for home in homes),
            "volunteers": people,
            "adult_age": 18,
            **rest,
        }
    )
