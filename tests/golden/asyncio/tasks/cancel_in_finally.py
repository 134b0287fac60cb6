# Awaits in finally blocks of cancelled tasks work; a second cancel interrupts them.
import asyncio
async def work(log):
  try: await asyncio.sleep(100)
  finally:
    log.append("cleaning")
    try: await asyncio.sleep(0.001)
    except asyncio.CancelledError: log.append("interrupted"); raise
    log.append("cleaned")
async def main():
  log = []
  t = asyncio.create_task(work(log)); await asyncio.sleep(0)
  t.cancel(); await asyncio.wait([t]); print(log, t.cancelled())
  log = []
  t = asyncio.create_task(work(log)); await asyncio.sleep(0)
  t.cancel(); await asyncio.sleep(0); t.cancel(); await asyncio.wait([t]); print(log, t.cancelled(), t.cancelling())
asyncio.run(main())
