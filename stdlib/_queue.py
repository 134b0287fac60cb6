"""The native half of module queue in CPython; here all of it is in queue."""

from queue import Empty, SimpleQueue
