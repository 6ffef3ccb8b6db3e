"""Commands on posts: write, list, whom they reach, write out."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from clubhub.cli.exports import commands as export_commands
from clubhub.cli.output import print_json, print_lines, print_table, tell
from clubhub.cli.session import ClubOption, EventOption, JsonOption, PaperOption, paper_to_use, services
from clubhub.domain.errors import InvalidInput
from clubhub.domain.ids import PostId
from clubhub.support.texts import _, plural

if TYPE_CHECKING:
    from clubhub.domain.posts import FullPost, Post

commands = typer.Typer(no_args_is_help=True, help=_("Write a post, list posts, and see whom one reaches."))
PostArgument = Annotated[
    str, typer.Argument(metavar="POST", help=_("The post, by its title, its beginning, or its id."))
]


def register(app: typer.Typer) -> None:
    app.add_typer(commands, name="post")


@commands.command("new", help=_("Keep a Markdown file as a post; its first heading is the title without --title."))
def new_post(
    ctx: typer.Context,
    *,
    file: Annotated[Path, typer.Argument(metavar="FILE.md", help=_("The text, in Markdown."))],
    audience: Annotated[
        str,
        typer.Option(
            metavar="RULE",
            help=_(
                "Who it is for: everybody, group: …, role: …, skill: …, event: …, shift: …, silent: POLL;"
                " several with commas, and “not …”."
            ),
        ),
    ] = "",
    title: Annotated[str, typer.Option(help=_("The title."))] = "",
    event: EventOption = None,
    club: ClubOption = None,
    json: JsonOption = False,
) -> None:
    service = services(ctx, club).posts
    changes = service.write_file(file, title=title, audience=audience, event=event)
    full = service.open(PostId(next(iter(changes.ids["posts"]))))
    if json:
        print_json(_post_record(full.post))
        return
    print_lines(
        [_("Kept the post “{title}”, for {audience}.").format(title=full.post.title, audience=full.audience_words)]
    )


@commands.command("list", help=_("Every post, the newest first."))
def list_posts(ctx: typer.Context, *, club: ClubOption = None, json: JsonOption = False) -> None:
    records = [_post_record(post) for post in services(ctx, club).posts.posts()]
    if json:
        print_json(records)
        return
    columns = {"written_at": _("When"), "name": _("Post"), "audience": _("To")}
    for record in records:
        record["written_at"] = record["written_at"][:16].replace("T", " ")
    print_table(records, columns, empty=_("There are no posts yet. Write one with: post new FILE.md."))


@commands.command("recipients", help=_("Whom a post reaches, by which road, and who is left out and why."))
def list_recipients(
    ctx: typer.Context, *, post: PostArgument, club: ClubOption = None, json: JsonOption = False
) -> None:
    service = services(ctx, club).posts
    full = service.open(service.find(post).id)
    if full.problem:
        raise InvalidInput(full.problem)
    records = _recipient_records(full)
    if json:
        print_json(records)
        return
    print_lines([_summary(full)])
    columns = {"name": _("Name"), "road": _("By"), "address": _("Address"), "for": _("Also for"), "why": _("Left out")}
    print_table(records, columns, empty=_("It reaches nobody."))


@export_commands.command("post", help=_("A post as .txt, .html or .pdf, or as mail drafts (.eml) in a folder."))
def export_post(
    ctx: typer.Context,
    *,
    post: PostArgument,
    out: Annotated[Path, typer.Option("--out", metavar="PATH", help=_("A file; or a folder, for a draft per person."))],
    open_places: Annotated[
        bool | None,
        typer.Option(
            "--open-places/--no-open-places",
            help=_("On a .pdf: the event's open places, with a box each. Left open: where the post asks for help."),
        ),
    ] = None,
    tear_offs: Annotated[bool, typer.Option("--tear-offs", help=_("On a .pdf: strips to tear off."))] = False,
    paper: PaperOption = None,
    club: ClubOption = None,
) -> None:
    from clubhub.services.post_exports import Sheet

    sheet = Sheet(has_places=open_places, has_tear_offs=tear_offs, paper=paper_to_use(paper))
    exported = services(ctx, club).post_exports.export(post, out, sheet=sheet)
    if len(exported.paths) == 1:
        print_lines([_("Wrote {path}.").format(path=exported.paths[0])])
    else:
        print_lines(
            [
                plural(
                    "Wrote {count} draft to {folder}.",
                    "Wrote {count} drafts to {folder}.",
                    len(exported.paths),
                    folder=out,
                )
            ]
        )
    for note in exported.notes:
        tell(note)


def _summary(full: "FullPost") -> str:
    from clubhub.domain.reach import roads_sentence

    roads = roads_sentence(full.reach)
    return f"{full.audience_words}: {roads}" if roads else full.audience_words


def _post_record(post: "Post") -> dict[str, Any]:
    return {
        "id": str(post.id),
        "name": post.title,
        "audience": post.audience,
        "event_id": None if post.event_id is None else str(post.event_id),
        "written_at": post.written_at.isoformat(),
        "body": post.body,
    }


def _recipient_records(full: "FullPost") -> list[dict[str, Any]]:
    """Those reached, then those left out; `road` is null for these, `why` for the others."""
    from clubhub.domain.reach import road_name

    reached = [
        {
            "id": str(one.person.id),
            "name": one.person.name,
            "channel": str(one.channel),
            "road": road_name(one.channel),
            "address": one.address,
            "for": [minor.name for minor in one.minors],
            "why": None,
        }
        for one in full.reach.recipients
    ]
    return reached + [
        {
            "id": str(one.person.id),
            "name": one.person.name,
            "channel": None,
            "road": None,
            "address": None,
            "for": [],
            "why": one.why,
        }
        for one in full.reach.left_out
    ]
