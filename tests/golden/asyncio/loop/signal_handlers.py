# add_signal_handler and remove_signal_handler.
import asyncio, signal, os
async def main():
  loop = asyncio.get_running_loop()
  got = []
  loop.add_signal_handler(signal.SIGUSR1, got.append, "usr1")
  loop.add_signal_handler(signal.SIGUSR2, lambda *a: got.append(a), 1, 2)
  for s in (signal.SIGUSR1, signal.SIGUSR2, signal.SIGUSR1):
    os.kill(os.getpid(), s)
    await asyncio.sleep(0.002)
  print(got)
  print(loop.remove_signal_handler(signal.SIGUSR1), loop.remove_signal_handler(signal.SIGUSR1), loop.remove_signal_handler(signal.SIGUSR2))
  async def coro(): pass
  c = coro()
  for bad in ((signal.SIGUSR1, coro), (signal.SIGUSR1, c), ("x", print), (1000, print), (signal.SIGKILL, print)):
    try: loop.add_signal_handler(*bad)
    except (TypeError, ValueError, RuntimeError) as e: print(type(e).__name__, e)
  c.close()
  print(signal.getsignal(signal.SIGUSR1) == signal.SIG_DFL)
asyncio.run(main())
