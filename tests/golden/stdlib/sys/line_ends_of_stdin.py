# Standard input is not translated: "\r" stays, and only "\n" ends a line
import sys

print(repr(input()))
print(sys.stdin.readlines(), sys.stdin.newlines)
