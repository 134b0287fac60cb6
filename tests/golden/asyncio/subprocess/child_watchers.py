# Child watchers: handlers of processes that the program starts itself, subprocesses of a loop with a chosen watcher, and what each kind refuses.
import asyncio, logging, os, re, signal, sys, warnings

handler = logging.StreamHandler(sys.stdout)
handler.format = lambda record: "log: " + re.sub(r"\d{3,}", "PID", record.getMessage())
logging.getLogger("asyncio").addHandler(handler)
logging.getLogger("asyncio").propagate = False


def start(code):
  return os.spawnlp(os.P_NOWAIT, "sh", "sh", "-c", f"sleep 0.02; exit {code}")


async def use(watcher):
  loop = asyncio.get_running_loop()
  watcher.attach_loop(loop)
  asyncio.set_child_watcher(watcher)
  print(type(watcher).__name__, watcher.is_active(), asyncio.get_child_watcher() is watcher)
  ended = loop.create_future()
  with watcher:
    child = start(3)
    watcher.add_child_handler(child, lambda pid, code, *args: ended.set_result((pid == child, code, args)), "argument")
  print(await ended)
  process = await asyncio.create_subprocess_shell("echo out; exit 4", stdout=asyncio.subprocess.PIPE)
  print(await process.communicate(), process.returncode)
  process = await asyncio.create_subprocess_exec("sleep", "9")
  process.kill()
  print(await process.wait())
  if not isinstance(watcher, asyncio.ThreadedChildWatcher):
    with watcher:
      child = start(5)
      watcher.add_child_handler(child, print)
    print(watcher.remove_child_handler(child), watcher.remove_child_handler(child))
    with watcher:
      watcher.add_child_handler(other := start(6), print, "never")
    with warnings.catch_warnings(record=True) as told:
      warnings.simplefilter("always")
      watcher.close()
    print([str(warning.message) for warning in told], watcher.is_active())
    os.waitpid(child, 0)
    os.waitpid(other, 0)
  asyncio.set_child_watcher(None)


for kind in (asyncio.ThreadedChildWatcher, asyncio.PidfdChildWatcher, asyncio.SafeChildWatcher, asyncio.FastChildWatcher,
             asyncio.MultiLoopChildWatcher):
  asyncio.run(use(kind()))
print(signal.getsignal(signal.SIGCHLD) == signal.SIG_DFL, type(asyncio.get_child_watcher()).__name__)


async def mistakes():
  loop = asyncio.get_running_loop()
  reported = asyncio.Event()

  def report(loop, context):
    print(context["message"], repr(context["exception"]))
    reported.set()

  loop.set_exception_handler(report)
  watcher = asyncio.SafeChildWatcher()
  asyncio.set_child_watcher(watcher)
  try:
    await asyncio.create_subprocess_exec("true")
  except RuntimeError as error:
    print(error)
  watcher.attach_loop(loop)
  watcher.add_child_handler(999999, lambda pid, code: print("not a child", code))
  watcher.add_child_handler(start(0), lambda pid, code: 1 / 0)
  await reported.wait()
  asyncio.set_child_watcher(None)
  watcher = asyncio.PidfdChildWatcher()
  watcher.attach_loop(loop)
  child = start(1)
  watcher.add_child_handler(child, lambda pid, code: print("reaped elsewhere", code))
  os.waitpid(child, 0)
  while watcher._callbacks:
    await asyncio.sleep(0.001)
  watcher.close()
  watcher = asyncio.FastChildWatcher()
  watcher.attach_loop(loop)
  try:
    watcher.add_child_handler(1, print)
  except AssertionError as error:
    print(error)
  with watcher:
    child = start(7)
    while not watcher._zombies:
      await asyncio.sleep(0.001)
    watcher.add_child_handler(child, lambda pid, code: print("ended before", code))
  with watcher:
    start(8)
    while not watcher._zombies:
      await asyncio.sleep(0.001)
  watcher.close()
  for method, *args in (("close",), ("is_active",), ("attach_loop", None), ("__enter__",)):
    try:
      getattr(asyncio.AbstractChildWatcher(), method)(*args)
    except NotImplementedError:
      print("not implemented:", method)


asyncio.run(mistakes())
