# A signal's handler runs behind what was ready when the signal came, one iteration after the poll that finds it.
import asyncio, os, signal


async def main():
  loop = asyncio.get_running_loop()
  log = []
  loop.add_signal_handler(signal.SIGUSR1, log.append, "signal")
  os.kill(os.getpid(), signal.SIGUSR1)
  loop.call_soon(log.append, "soon")
  loop.call_soon(loop.call_soon, log.append, "soon after")
  for turn in range(4):
    await asyncio.sleep(0)
    log.append(turn)
  print(log)

  log.clear()
  os.kill(os.getpid(), signal.SIGUSR1)
  print(loop.remove_signal_handler(signal.SIGUSR1))
  await asyncio.sleep(0.001)
  print(log, "removed before it was told")

  def first():
    print("first", loop.remove_signal_handler(signal.SIGUSR1))
    signal.raise_signal(signal.SIGUSR2)

  loop.add_signal_handler(signal.SIGUSR1, first)
  loop.add_signal_handler(signal.SIGUSR2, print, "second")
  signal.raise_signal(signal.SIGUSR1)
  for _ in range(5):
    await asyncio.sleep(0)
  return loop


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
os.kill(os.getpid(), signal.SIGUSR2)
loop.call_soon(print, "what was ready")
loop.call_later(0.005, loop.stop)
loop.run_forever()
loop.close()
print(signal.getsignal(signal.SIGUSR2) is signal.SIG_DFL)
