# What is complete, what may go on, and what is wrong.
import codeop
for s in ('if x:', 'print(x', 'x =', 'def f():', 'a = """', '@x', 'try:\n  a', 'x = 1', 'if 1:\n  a\n', 'if 1:\n  a', 'a b', ')', "'abc", '"\\', '', '#c', 'lambda:', 'x = 1\n', 'async def f():\n  await x', 'return 5', '0777', "u''x", 'break'):
  for sym in ('single','exec','eval'):
    try: print(repr(s), sym, codeop.compile_command(s, symbol=sym) is None)
    except (SyntaxError, ValueError) as e: print(repr(s), sym, type(e).__name__, e)

# A blank line is no end of a block that is missing; only the final attempt tells what is wrong
for source in ("if 1:\n", "if 1:\n\n", "try:\n  x\n\n", "def f():\n\n", "@decorator\n\n", "if 1:\n  x\nelse:\n\n", "with a:\n # comment\n", "if 1\n", "x = = 1\n"):
    for symbol in ("single", "exec"):
        try:
            print(repr(source), symbol, codeop.compile_command(source, "<typed>", symbol) is not None)
        except SyntaxError as error:
            print(repr(source), symbol, type(error).__name__, error.msg)
