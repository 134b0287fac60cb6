# A late __future__ import.
x = 1
from __future__ import annotations
