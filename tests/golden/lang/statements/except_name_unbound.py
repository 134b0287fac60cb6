# The name of an except clause is unbound at its end, on every way out.
def normal():
  try:
    1 / 0
  except ZeroDivisionError as error:
    pass
  return "error" in locals()


def jump():
  for _ in range(1):
    try:
      1 / 0
    except ZeroDivisionError as error:
      continue
  return "error" in locals()


def rebound():
  try:
    1 / 0
  except ZeroDivisionError as error:
    error = "other"
  return "error" in locals()


def star():
  try:
    1 / 0
  except* ZeroDivisionError as error:
    pass
  return "error" in locals()


def raises():
  try:
    try:
      1 / 0
    except ZeroDivisionError as error:
      raise KeyError
  except KeyError:
    return "error" in locals()


print(normal(), jump(), rebound(), star(), raises())
