# os.terminal_size is made of a sequence of two; close() takes a C int.
import os

print(os.terminal_size([80, 24]), os.terminal_size("ab").lines, os.terminal_size((80, 24)) == (80, 24))
for call in (lambda: os.terminal_size((1,)), lambda: os.terminal_size((1, 2, 3)), lambda: os.terminal_size(5), lambda: os.close(2**40), lambda: os.close(2**70), lambda: os.close("x")):
  try:
    print(call())
  except Exception as error:
    print(type(error).__name__, error)
