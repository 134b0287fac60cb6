# The names of `from asyncio import *`: those of 3.11, which has no TaskGroup among them.
from asyncio import *
import asyncio
print(sorted(asyncio.__all__))
print("TaskGroup" in globals(), "timeout" in globals(), "Runner" in globals(), "eager_task_factory" in globals())
# Servers are found where they are in CPython.
from asyncio.base_events import Server as ServerOfLoop
print(ServerOfLoop, ServerOfLoop is asyncio.Server)
