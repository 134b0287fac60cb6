# Sockets have no attributes of a program's own; those of subclasses do.
import socket


class Named(socket.socket):
  pass


with socket.socket() as plain, Named() as named:
  named.label = "mine"
  print(named.label)
  for action in (lambda: setattr(plain, "label", 1), lambda: plain.label, lambda: vars(plain)):
    try:
      action()
    except (AttributeError, TypeError) as error:
      print(type(error).__name__, error)
