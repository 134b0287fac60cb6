# Operands that do not fit.
expressions = """1 + "a"; "a" + 1; [] + (); {} | 1; 1 @ 2; "a" - "b"; -"a"; ~1.5; None < 1; [] < (); 1j < 2j; "a" * "b"; "a" * 1.5; [1] * "a";
2 ** "a"; divmod(1, "a"); 1 << 1.5; {1} - [1]; object() + 1; 5 % "a"; b"a" + "a"; "a" + b"a"; abs("a"); round("a"); pow("a", 2, 3);
{} + {}; int + 1; print >> 1; None + 1; 1 in 2; "a" in 1; 1 in "a"  """
for expression in expressions.replace("\n", " ").split(";"):
  try:
    print(eval(expression))
  except TypeError as error:
    print(expression.strip(), "->", error)
for statement in ("x = [1]; x += 1", "x = [1]; x -= 1", "x = 1; x += 'a'", "x = 'a'; x *= 'b'", "x = None; x |= 1", "x = 1; x **= 'q'", "x = (1,); x += [1]"):
  try:
    exec(statement)
  except TypeError as error:
    print(statement, "->", error)
