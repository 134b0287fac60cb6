"""coil -m asyncio: the prompt, with asyncio imported. `await` works in every prompt."""
import asyncio
import os

os.environ["PYTHONINSPECT"] = "1"  # the prompt begins when this module is done
del os
