"""The native half of module operator in CPython; here all of it is in operator."""

from _hash import compare_digest as _compare_digest
from operator import *
