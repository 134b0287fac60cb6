# A name that a module does not have.
from sys import no_such_name
