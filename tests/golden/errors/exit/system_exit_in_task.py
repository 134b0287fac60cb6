# SystemExit out of a coroutine.
import asyncio, sys
async def main():
  try:
    sys.exit(4)
  finally:
    print("finally in main")
asyncio.run(main())
