"""Finishes the module that jsii generates: words that jsii takes apart are whole again, and the package's own part is loaded."""

import json
import pathlib
import re
import sys

# What jsii makes of gitHub, gitLab, genericOAuth, ciLogon, externalIPs.
WORDS = json.loads(pathlib.Path(__file__).with_name("python-names.json").read_text(encoding="utf8"))
PUBLISH = "\npublication.publish()\n"
OWN = """
from ._errors import OptionsError
from ._language import speak_python

__all__ += ["OptionsError"]
speak_python(globals())
"""

word = re.compile(rf"(?<![A-Za-z0-9])({'|'.join(WORDS)})(?![A-Za-z0-9])")


def finish(source: str) -> str:
    if source.count(PUBLISH) != 1:
        raise SystemExit("the generated module does not end as it did: where is publication.publish()?")
    return word.sub(lambda found: WORDS[found[0]], source.replace(PUBLISH, OWN + PUBLISH))


if __name__ == "__main__":
    module = pathlib.Path(sys.argv[1])
    module.write_text(finish(module.read_text(encoding="utf8")), encoding="utf8")
