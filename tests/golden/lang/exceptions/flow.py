# The order of try, except, else and finally.
def f(kind):
  log = []
  try:
    log.append("try")
    if kind == 1: raise ValueError
    if kind == 2: raise KeyError
    if kind == 3: return log
  except ValueError:
    log.append("except")
  except (KeyError, IndexError) as e:
    log.append(type(e).__name__)
  else:
    log.append("else")
  finally:
    log.append("finally")
  log.append("after")
  return log
for k in range(4): print(k, f(k))
