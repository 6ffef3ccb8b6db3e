"""Write a made-up roster problem: `_roster_instances.py FAMILY [--seed N] [--people N] --out FILE.json`.

The families are those of roster_cases.families; the same arguments give the same bytes.
"""

import argparse
import json
import sys
from pathlib import Path

from roster_cases.families import FAMILIES, make_problem


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(description="Write a made-up roster problem as JSON.")
    parser.add_argument("family", choices=FAMILIES)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--people", type=int, help="how many; each family has its own usual number")
    parser.add_argument("--out", type=Path, required=True)
    chosen = parser.parse_args(arguments)
    if chosen.people is not None and chosen.people < 4:
        parser.error("--people: a problem takes at least four")
    problem = make_problem(chosen.family, chosen.seed, chosen.people)
    chosen.out.write_text(json.dumps(problem, indent=None, separators=(",", ":")) + "\n", encoding="utf-8")
    places = sum(need["max"] for need in problem["needs"])
    print(f"{chosen.out}: {len(problem['volunteers'])} people, {len(problem['needs'])} needs, {places} places")


if __name__ == "__main__":
    main(sys.argv[1:])
