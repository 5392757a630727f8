"""What the package does in Python's way, beside what jsii generates."""

from ._dictionaries import Names, accept_dictionaries
from ._errors import PLACES


def speak_python(names: Names) -> None:
    """Finishes the classes of the package."""
    accept_dictionaries(names)
    PLACES.remember(names["JupyterHub"])
    # What a careless print shows; where it is put into a string, synth refuses that.
    secret = names["SecretValue"]
    secret.__str__ = secret.__repr__ = secret.to_string
