"""Made-up events of any size: a few days of shifts, roles of which half need a skill, families with answers."""

from random import Random

from clubhub.rostering.problem import NeedSpec, Problem, Reply, RoleRule, ShiftTime, Volunteer, points_for

ROLES = tuple(
    RoleRule(
        id=f"role{i}",
        requires=(f"skill{i}",) if i < 4 else (),
        min_age=16 if i == 5 else 0,
        priority=3 if i < 2 else 2 if i < 4 else 1,
    )
    for i in range(8)
)
REPLIES = (Reply.YES, Reply.YES, Reply.YES, Reply.MAYBE, Reply.NO, Reply.NO, None)


def club(*, people: int, places: int, seed: int, days: int = 2) -> Problem:
    """About 12 places a shift, three parts a day; everybody answers part by part."""
    random = Random(seed)
    shifts = tuple(_shift(random, index, days * 3) for index in range(max(2, places // 12)))
    return Problem(
        roles=ROLES,
        shifts=shifts,
        needs=tuple(_needs(random, shifts, places)),
        volunteers=tuple(_volunteer(random, index, shifts, days * 3) for index in range(people)),
    )


def _shift(random: Random, index: int, parts: int) -> ShiftTime:
    part = index % parts
    start = part // 3 * 1440 + 480 + part % 3 * 240 + random.choice((0, 0, 0, 30))
    return ShiftTime(id=f"shift{index}", start=start, end=start + random.choice((180, 210, 240)))


def _needs(random: Random, shifts: tuple[ShiftTime, ...], places: int) -> list[NeedSpec]:
    needs: list[NeedSpec] = []
    while places > 0:
        number = len(needs)
        shift = shifts[number % len(shifts)]
        most = min(places, random.choice((1, 1, 2, 2, 3)))
        needs.append(
            NeedSpec(
                id=f"need{number}",
                shift=shift.id,
                role=ROLES[number // len(shifts) % len(ROLES)].id,
                min=most if random.random() < 0.7 else most - 1,
                max=most,
                points=points_for(shift.end - shift.start),
            )
        )
        places -= most
    return needs


def _volunteer(random: Random, index: int, shifts: tuple[ShiftTime, ...], parts: int) -> Volunteer:
    replies = [random.choice(REPLIES) for _part in range(parts)]
    answers = {shift.id: replies[number % parts] for number, shift in enumerate(shifts)}
    return Volunteer(
        id=f"person{index}",
        household=f"family{index * 2 // 3}",
        age=random.choice((14, 18, 18, 18)),
        skills={f"skill{i}": random.choice((None, None, 2000)) for i in range(4) if random.random() < 0.3},
        availability={shift: reply for shift, reply in answers.items() if reply},
    )
