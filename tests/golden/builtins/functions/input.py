# input reads lines of stdin until it ends.
a = input()
b = input("prompt> ")
print(repr(a), repr(b))
import sys
print(repr(sys.stdin.readline()), [l.strip() for l in sys.stdin])
try: input()
except EOFError as e: print("EOFError", e)
