"""`python3 -m cdk8s_jupyterhub app.py`: runs an app; what is wrong with its options is printed by itself, a line each."""

import os
import runpy
import sys

from ._errors import report_of


def main() -> None:
    if len(sys.argv) < 2:
        sys.exit("usage: python3 -m cdk8s_jupyterhub APP [ARGUMENT]...")
    # As `python3 app.py` has it: the arguments are those of the app, and modules beside it are found.
    del sys.argv[0]
    sys.path[0] = os.path.dirname(os.path.abspath(sys.argv[0]))
    try:
        runpy.run_path(sys.argv[0], run_name="__main__")
    except Exception as error:
        report = report_of(error)
        if report is None:
            raise
        sys.exit(report)


main()
