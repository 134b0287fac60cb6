# Words of command lines: split(), join(), quote(), and the lexer's modes.
import shlex

for line in ["a b 'c d' \"e f\" g\\ h", "a # b", "a'b'c", '""', '"a\\"b\\c"', "foo;bar|baz && qux"]:
  print(line, shlex.split(line), shlex.split(line, comments=True), shlex.split(line, posix=False))
  print(list(shlex.shlex(line)), list(shlex.shlex(line, posix=True, punctuation_chars=True)))
for line in ["'abc", "a\\", '"x']:
  try:
    shlex.split(line)
  except ValueError as error:
    print(error)
print(shlex.quote("a b"), shlex.quote(""), shlex.quote("it's"), shlex.quote("safe-1./:="), shlex.join(["a", "b c", "d'e"]))
lexer = shlex.shlex('a b\nc "d\ne" f', infile="file")
lexer.push_token("first")
print([(token, lexer.lineno) for token in lexer], lexer.error_leader(), repr(lexer.get_token()))
