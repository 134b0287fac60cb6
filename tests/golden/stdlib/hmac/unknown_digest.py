# A digest that there is not: the errors behind the error.
import hmac

for action in (hmac.new, hmac.digest):
  try:
    action(b"key", b"message", "nosuch")
  except ValueError as error:
    while error:
      print(type(error).__module__, type(error).__name__, error)
      error = error.__context__
