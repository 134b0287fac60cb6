# cr_await of each level of a suspended chain is an object with the attributes of a coroutine, whoever called it.
import inspect, types

@types.coroutine
def trap(value):
  return (yield value)

async def leaf(n):
  try:
    return await trap(n)
  finally:
    print("leaf ends")

async def middle(n):
  return await leaf(n) + 1

async def top(n):
  return await middle(n) * 2

def chain(coroutine):
  names = []
  while coroutine is not None:
    names.append(coroutine.__name__)
    coroutine = getattr(coroutine, "cr_await", None) if inspect.iscoroutine(coroutine) else None
  return names

coroutine = top(5)
print(coroutine.cr_frame.f_lasti, coroutine.cr_await, coroutine.send(None), chain(coroutine), coroutine.cr_frame.f_lasti > 0)
inner = coroutine.cr_await
print(inner is coroutine.cr_await, inspect.iscoroutine(inner), inspect.getcoroutinestate(inner), inner.cr_running, inner.cr_code.co_name)
print(inspect.getcoroutinelocals(inner), inner.cr_frame.f_lineno, inner.cr_await.__qualname__)
try:
  coroutine.send(20)
except StopIteration as e:
  print(e.value)
print(coroutine.cr_await, inner.cr_await, inner.cr_frame, inspect.getcoroutinestate(inner))
try:
  inner.send(None)
except RuntimeError as e:
  print(e)

coroutine = top(1)
coroutine.send(None)
inner = coroutine.cr_await
try:
  inner.send(7)
except StopIteration as e:
  print("resumed alone:", e.value)
try:
  coroutine.send(None)
except RuntimeError as e:
  print(e)

coroutine = top(1)
coroutine.send(None)
inner = coroutine.cr_await.cr_await
coroutine.close()
print(inspect.getcoroutinestate(inner))

# What is no exception is thrown as the TypeError that the innermost level raises for it.
async def catches(n):
  try:
    await trap(n)
  except TypeError as e:
    return f"caught: {e}"

for bad in 5, "text", None:
  coroutine = catches(0)
  coroutine.send(None)
  try:
    print(coroutine.throw(bad))
  except StopIteration as e:
    print(e.value)
