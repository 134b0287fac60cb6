# return, break and continue in finally win over everything.
def a():
  try: return "try"
  finally: return "finally"
def b():
  try: 1 / 0
  finally: return "swallowed"
def c():
  for i in range(3):
    try: 1 / 0
    finally: continue
  return i
def d():
  for i in range(3):
    try: return "returned"
    finally: break
  return f"broke at {i}"
def e():
  x = 1
  try: return x
  finally: x = 2
def g():
  while True:
    try:
      try: break
      finally: print("inner", end=" ")
    finally: print("outer", end=" ")
  return "done"
print(a(), b(), c(), d(), e(), g())
