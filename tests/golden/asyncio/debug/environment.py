# PYTHONASYNCIODEBUG turns debug mode on for new loops.
import asyncio, os
print(asyncio.new_event_loop().get_debug())
os.environ["PYTHONASYNCIODEBUG"] = "1"
loop = asyncio.new_event_loop()
print(loop.get_debug(), asyncio.coroutines._is_debug_mode())
async def main(): return asyncio.get_running_loop().get_debug()
print(asyncio.run(main()), asyncio.run(main(), debug=False))
del os.environ["PYTHONASYNCIODEBUG"]
print(asyncio.new_event_loop().get_debug())
import gc
