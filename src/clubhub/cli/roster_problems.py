"""Commands on roster problems in files: solve one, and explain a plan. They need no club."""

from pathlib import Path
from typing import Annotated

import typer

from clubhub.cli.output import print_json, print_lines, print_paragraph, print_table, tell
from clubhub.cli.session import JsonOption
from clubhub.support.json_values import Json
from clubhub.support.texts import _, plural

commands = typer.Typer(no_args_is_help=True, help=_("Solve a roster problem in a file, or explain a plan."))

DEFAULT_SECONDS = 60.0

ProblemArgument = Annotated[
    Path, typer.Argument(metavar="PROBLEM", help=_("A problem in the format clubhub-roster-instance/1 (JSON)."))
]


def register(app: typer.Typer) -> None:
    app.add_typer(commands, name="roster")


@commands.command("solve", help=_("Find the best plan for a problem, and say how good it is."))
def solve(
    *,
    problem: ProblemArgument,
    out: Annotated[Path, typer.Option("--out", metavar="PATH", help=_("The plan to write (JSON)."))],
    seconds: Annotated[
        float | None,
        typer.Option(min=0.1, max=86_400, help=_("Stop looking after this; a proved plan is there sooner. [60]")),
    ] = None,
    iterations: Annotated[
        int | None, typer.Option(min=0, help=_("Stop after so many steps instead: as many give the same plan again."))
    ] = None,
    seed: Annotated[int, typer.Option(min=0, help=_("The same seed gives the same plan again."))] = 0,
    json: JsonOption = False,
) -> None:
    from clubhub.services.roster_problems import Effort, solve_problem, write_plan

    if seconds is None and iterations is None:
        seconds = DEFAULT_SECONDS
    effort = Effort(seconds=seconds, iterations=iterations, seed=seed)
    answer = solve_problem(problem, effort, None if json else _show)
    write_plan(out, answer)
    if json:
        print_json({**{name: value for name, value in answer.items() if name != "plan"}, "out": str(out)})
        return
    print_lines([answer["text"], ""])
    columns = {"level": _("Level"), "value": _("Value"), "bound": _("Bound"), "is_proved": _("Proved")}
    levels = [{**level, "is_proved": _("yes") if level["proved"] else _("no")} for level in answer["score"]]
    print_table(levels, columns, empty=_("The problem has no aims."))
    print_lines(["", _effort(answer), _("Wrote {path}.").format(path=out)])
    _explain(answer)


@commands.command("explain", help=_("Say what a plan is worth, and why its empty places are empty."))
def explain(
    *,
    problem: ProblemArgument,
    plan: Annotated[Path, typer.Argument(metavar="PLAN", help=_("A plan for it, as “roster solve” writes."))],
    json: JsonOption = False,
) -> None:
    from clubhub.services.roster_problems import explain_plan

    answer = explain_plan(problem, plan)
    if json:
        print_json(answer)
        return
    print_lines([_("{level}: {value}").format(level=one["level"], value=one["value"]) for one in answer["score"]])
    broken = answer["violations"]
    if broken:
        print_lines([plural("{count} rule is broken:", "{count} rules are broken:", len(broken)), *broken[:20]])
    _explain(answer)


def _effort(answer: Json) -> str:
    return plural(
        "{count} step in {seconds} s ({method}, {pairs} pairs).",
        "{count} steps in {seconds} s ({method}, {pairs} pairs).",
        answer["iterations"],
        seconds=round(answer["seconds"], 1),
        method=answer["method"],
        pairs=answer["pairs"],
    )


def _explain(answer: Json) -> None:
    for explanation, sentences in zip(answer["explanations"], answer["sentences"], strict=True):
        print_lines(["", _("{need}:").format(need=explanation["need"])])
        for sentence in sentences:
            print_paragraph(sentence, indent="  ")


def _show(report: Json) -> None:
    tell(_("{doing} {state}").format(doing=report["text"], state=report["state"]))
