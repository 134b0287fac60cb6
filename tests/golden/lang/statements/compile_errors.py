# Arguments that compile, eval and exec refuse.
for call in ('compile("1", "f", "bad")', 'compile("1", 5, "exec")', 'compile("x = 1", "f", "eval")', 'compile(5, "f", "exec")', 'compile("1", "f", "exec", 1 << 30)',
             'compile("a\\0b", "f", "exec")', 'compile("a = 1\\nb = 2", "f", "single")', 'eval("1 +")', 'eval("")', 'eval("x = 1")', 'eval(5)', 'eval("1", 5)', 'exec(5)', 'exec("x", [], {})'):
  try:
    eval(call)
  except (TypeError, ValueError, SyntaxError) as error:
    print(call, "->", type(error).__name__, error.args[0])
print(eval("  1 + 1"), eval("\n\n # comment\n2"), eval(b"2 * 3"))
