# sys.set_coroutine_origin_tracking_depth: cr_origin tells where a coroutine was made.
import sys
async def f(): pass
def make(): return f()
print(sys.get_coroutine_origin_tracking_depth())
c = make(); print(c.cr_origin); c.close()
sys.set_coroutine_origin_tracking_depth(2)
c = make()
print([(line, name) for file, line, name in c.cr_origin])
c.close()
sys.set_coroutine_origin_tracking_depth(0)
try: sys.set_coroutine_origin_tracking_depth(-1)
except ValueError as e: print(e)
