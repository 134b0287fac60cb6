# else of a loop runs when no break left it.
for n in (3, 4, 9, 1):
  for d in range(2, n):
    if n % d == 0:
      print(n, "divisible by", d)
      break
  else:
    print(n, "has no divisor")
while False: pass
else: print("while else")
i = 0
while True:
  i += 1
  if i == 2: continue
  if i > 3: break
else: print("never")
for x in []: pass
else: print("empty else")
for x in range(2):
  for y in range(3):
    if y == 1: break
  else: continue
  print("broke inner", x)
