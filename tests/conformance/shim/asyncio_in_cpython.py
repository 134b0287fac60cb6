"""What the tests of asyncio expect of CPython's files: the loop of Windows, which file holds what."""

import asyncio
import asyncio.base_events
import asyncio.connections
import asyncio.events
import asyncio.futures
import asyncio.selector_events
import asyncio.tasks
import asyncio.unix_events
import sys
import types
import unittest.mock

# Names that tests patch, and where Coil keeps them.
MOVED = {
  "asyncio.base_events.socket": "asyncio.connections.socket",
  "asyncio.unix_events.logger": "asyncio.pipes.logger",
  "asyncio.unix_events.socket": "asyncio.connections.socket",
  "asyncio.unix_events.waitstatus_to_exitcode": "os.waitstatus_to_exitcode",
  "asyncio.base_events.socket.getaddrinfo": "asyncio.connections.socket.getaddrinfo",
}


def provide_proactor():
  module = types.ModuleType("asyncio.proactor_events")
  module.BaseProactorEventLoop = type("BaseProactorEventLoop", (), {})
  sys.modules[module.__name__] = asyncio.proactor_events = module


def provide_patches():
  """mock.patch() finds what is in another file here."""
  patch = unittest.mock.patch

  def moved(target, *args, **kwargs):
    return patch(MOVED.get(target, target), *args, **kwargs)

  vars(moved).update({name: getattr(patch, name) for name in ("object", "dict", "multiple", "stopall", "TEST_PREFIX")})
  unittest.mock.patch = moved


def provide():
  # CPython has each of these twice, Coil once.
  for module, names in ((asyncio.tasks, ("Task", "_register_task", "_unregister_task", "_enter_task", "_leave_task", "current_task", "all_tasks")),
                        (asyncio.futures, ("Future",))):
    for name in names:
      for prefix in ("_Py", "_C") if name[0].isupper() else ("_py_", "_c_"):
        if hasattr(module, name):
          vars(module).setdefault(prefix + name.lstrip("_"), getattr(module, name))
  for name in ("_get_running_loop", "_set_running_loop", "get_running_loop", "get_event_loop"):
    for prefix in ("_py_", "_c_"):
      setattr(asyncio.events, prefix + name, getattr(asyncio.events, name))
  for name in ("_ipaddr_info", "_interleave_addrinfos"):
    if hasattr(asyncio.connections, name):
      vars(asyncio.base_events).setdefault(name, getattr(asyncio.connections, name))
  provide_proactor()
  provide_patches()
