# A trailing comma without parentheses.
from sys import a,
