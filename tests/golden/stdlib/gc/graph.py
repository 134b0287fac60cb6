# Which objects there are and which refer to which; audit hooks and other things of sys.
import asyncio
import collections.abc
import gc
import os
import random
import sys


class Node:
    def __init__(self):
        self.children = []


parent, child = Node(), Node()
parent.children.append(child)
child.parent = parent
print(any(found is parent for found in gc.get_objects()), any(found is child for found in gc.get_objects()))
print(any(found is parent.children for found in gc.get_referrers(child)), any(found is child for found in gc.get_referents(parent.children)))
print(any(found is Node for found in gc.get_referents(parent)), gc.get_referents(5), gc.get_referents())
for generation in (5, "x"):
    try:
        gc.get_objects(generation)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(gc.is_finalized(parent), gc.is_finalized(5))


async def main():
    task = asyncio.create_task(asyncio.sleep(10))
    await asyncio.sleep(0)
    print(sorted(found.get_name() == "Task-1" for found in gc.get_objects() if isinstance(found, asyncio.Task)))
    task.cancel()
    for found in gc.get_objects():
        try:
            repr(found)
        except Exception:
            pass


asyncio.run(main())
heard = []
sys.addaudithook(lambda event, args: heard.append((event, args)) if event.startswith("mine.") else None)
sys.audit("mine.event", 1, 2)
print(heard, sys.call_tracing(max, (1, 2)), sys.thread_info.name, sys.pycache_prefix, os.stat_result.__match_args__)

print(isinstance(os.environ, collections.abc.MutableMapping), os.environ.__or__(5), {"a": "b"} | os.environ == {"a": "b", **os.environ})
os.environ.update(QQ1="1")
for name, value in os.environ.items():
    os.environ["QQ2"] = value
print(os.environ.pop("QQ1"), "QQ2" in os.environ, type(os.environ.popitem()))

# A child process has random numbers of its own.
random.seed(1)
reading, writing = os.pipe()
if os.fork() == 0:
    os.write(writing, str(random.random()).encode())
    os._exit(0)
os.wait()
print(float(os.read(reading, 100)) != random.random())
