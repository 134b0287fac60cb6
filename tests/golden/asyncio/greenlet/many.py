# Many greenlets take turns; each has its own stack.
from greenlet import greenlet, getcurrent
def depth(n): return 0 if n == 0 else 1 + depth(n - 1)
log = []
def worker(name):
  for i in range(3):
    log.append((name, i, depth(50)))
    getcurrent().parent.switch()
workers = [greenlet(worker) for _ in range(200)]
for i, w in enumerate(workers): w.switch(i)
while any(workers):
  for w in workers:
    if w: w.switch()
print(len(log), log[0], log[200], log[-1], len({n for n, _, _ in log}))
def recurse(n): return recurse(n + 1)
def overflow():
  try: recurse(0)
  except RecursionError: return "RecursionError"
print(greenlet(overflow).switch())
