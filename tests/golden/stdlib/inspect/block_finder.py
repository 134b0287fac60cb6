# BlockFinder gets tokens and tells where the first definition or lambda ends.
import inspect
import tokenize

SOURCES = {
    "function": "def f():\n    return 1\n\n    # inside\n# outside\nx = 2\n",
    "decorated": "@decorator\n@other(1,\n  2)\nclass C:\n    def m(self):\n        pass\n    y = 1\nz = 3\n",
    "lambda": "f = lambda x: (x +\n  1)\ng = 2\n",
    "statement": "x = 1\ny = 2\n",
    "end": "async def f():\n    await x",
    "one line": "def f(): pass\nx\n",
    "unfinished": "def f(:\n  x\n y",
}
for name, text in SOURCES.items():
    finder = inspect.BlockFinder()
    lines = text.splitlines(keepends=True)
    ending = "all tokens"
    try:
        for token in tokenize.generate_tokens(iter(lines).__next__):
            finder.tokeneater(*token)
    except (inspect.EndOfBlock, SyntaxError, tokenize.TokenError) as error:
        ending = type(error).__name__
    print(f"{name}: {finder.last} of {len(lines)}, {ending}, started {finder.started}, lambda {finder.islambda}, indent {finder.indent}")
    if ending != "TokenError":
        print(inspect.getblock(lines) == lines[:finder.last])
print(inspect.BlockFinder, inspect.EndOfBlock.__mro__[1], {"BlockFinder", "EndOfBlock"} <= set(inspect.__all__))
