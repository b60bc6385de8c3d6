"""stub"""

import typer

app = typer.Typer()


def explain(): ...
def schema(): ...
