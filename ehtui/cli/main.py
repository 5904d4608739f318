"""The command line: `ehtui` and its commands. Nothing heavy is imported before a command runs."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from ehtui.cli import errors
from ehtui.cli.audit import audit
from ehtui.cli.backup import backup
from ehtui.cli.check import check
from ehtui.cli.clocks import clocks
from ehtui.cli.count import count
from ehtui.cli.demo import demo
from ehtui.cli.due import due
from ehtui.cli.errors import Exit
from ehtui.cli.export import export
from ehtui.cli.find import find
from ehtui.cli.import_people import import_
from ehtui.cli.init import init
from ehtui.cli.key import key
from ehtui.cli.options import File, PassphraseFile, typed
from ehtui.cli.passphrase import passphrase
from ehtui.cli.printing import speak_utf8
from ehtui.cli.procedures import procedures
from ehtui.cli.restore import restore
from ehtui.cli.show import show

commands = typer.Typer(
    name="ehtui",
    rich_markup_mode=None,  # markup would load Rich with every --help
    add_completion=False,
    invoke_without_command=True,
    context_settings={"help_option_names": ["--help"]},
)
for command in (
    init,
    demo,
    due,
    audit,
    count,
    show,
    find,
    clocks,
    check,
    backup,
    restore,
    passphrase,
):
    commands.command()(command)
commands.add_typer(export, name="export")
commands.add_typer(import_, name="import")
commands.add_typer(key, name="key")
commands.add_typer(procedures, name="procedures")


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import PackageNotFoundError, version

        try:
            print(f"ehtui {version('ehtui')}")
        except PackageNotFoundError:
            print("ehtui, run from a copy that was not installed")
        raise typer.Exit


@commands.callback()
def main(
    context: typer.Context,
    file: File = None,
    passphrase_file: PassphraseFile = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Say which.")
    ] = False,
) -> int | None:
    """Early help with families, in an encrypted file of your own. Without a command: opens it."""
    if context.invoked_subcommand is None:
        from ehtui.cli.open import open_program

        return open_program(file, passphrase_file)
    if context.invoked_subcommand == demo.__name__ and typed(context, "file"):
        raise errors.WrongUse("Write --file behind demo: there it names a new file to be made.")
    return None


def run(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit code; every error is one plain line on stderr."""
    speak_utf8()
    command: Any = typer.main.get_command(commands)
    try:
        code = command.main(arguments, prog_name="ehtui", standalone_mode=False)
    except typer.Abort:
        errors.complain("Stopped. Nothing more was done.")
        return Exit.COULD_NOT
    except errors.No as no:
        errors.complain(str(no))
        return Exit.NO
    except errors.WrongUse as wrong:
        errors.complain(str(wrong))
        return Exit.WRONG_USE
    except Exception as error:
        return failed(error)
    return code if isinstance(code, int) else Exit.DONE


def failed(error: Exception) -> int:
    """Say on one line why a command could not do its work, and return the exit code."""
    if (used_wrongly := getattr(error, "format_message", None)) is not None:
        errors.complain(f"{used_wrongly()} See ehtui --help.")
        return Exit.WRONG_USE
    sentence = errors.plain_sentence(error)
    if sentence is None:
        sentence = (
            "Something in the program broke, and nothing was half-written. Please report this "
            f"line, it holds nobody's data: {errors.where(error)}"
        )
    errors.complain(sentence)
    return Exit.COULD_NOT
