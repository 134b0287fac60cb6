# compile(..., "single"): a block on the last line is complete only when the line ends, one of indented lines always.
for source in ("if 1: 5", "if 1: 5\n", "if 1:\n  6", "for x in 7, 8:\n  x\n", "class A: pass", "@d\ndef f(): pass", "if 0:\n  1\nelse: 9", "1; 2", "", "# nothing"):
  try:
    exec(compile(source, "<input>", "single"))
    print(repr(source), "is complete")
  except SyntaxError as error:
    print(repr(source), "->", error.msg, error.lineno, error.offset, repr(error.text))
