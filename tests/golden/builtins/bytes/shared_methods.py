# bytes and bytearray: the methods they share with str, with bytes-like arguments

def attempt(label, action):
  try:
    print(label, '->', action())
  except Exception as error:
    print(label, '->', f'{type(error).__name__}: {error}')

for kind in (bytes, bytearray):
  value = kind(b'Hello, World hello')
  for action in ['v.find(b"o")', 'v.find(111)', 'v.rfind(b"o", 0, 8)', 'v.index(b"zz")', 'v.count(b"l")', 'v.count(256)', 'v.find("o")', 'v.replace(b"l", b"L", 2)', 'v.replace(b"", b"-", 3)', 'v.replace("a", b"b")', 'v.split()', 'v.split(b",")', 'v.rsplit(None, 1)', 'v.split("a")', 'v.split(b"")',
                 'v.partition(b", ")', 'v.rpartition(b"zz")', 'v.strip(b"Ho")', 'v.strip()', 'v.lstrip("H")', 'v.upper()', 'v.lower()', 'v.title()', 'v.swapcase()', 'v.capitalize()', 'v.center(22, b"*")', 'v.ljust(20, b"ab")', 'v.rjust(20)', 'v.zfill(20)', 'kind(b"a\\tb").expandtabs(4)',
                 'kind(b"a\\nb\\r\\n").splitlines(True)', 'v.startswith(b"He")', 'v.startswith((b"x", b"H"))', 'v.startswith("H")', 'v.endswith(b"lo", 0, 5)', 'v.removeprefix(b"Hello")', 'v.removesuffix(b"hello")', 'v.translate(bytes(range(256)), b"l")', 'v.translate(None, delete=b"lo")', 'v.translate(b"short")',
                 'kind.maketrans(b"ab", b"xy")[97:99]', 'kind.maketrans(b"a", b"xy")', 'kind(b"-").join([b"a", bytearray(b"b"), memoryview(b"c")])', 'kind(b"-").join(["a"])', 'v.isalpha()', 'kind(b"12").isdigit()', 'kind(b"a1").isalnum()', 'kind(b" ").isspace()', 'kind(b"\\xff").isascii()', 'kind(b"Ab").istitle()',
                 'v + b"!"', 'v + "!"', 'v * 2', 'b"ell" in v', '101 in v', '256 in v', '"a" in v', 'v[0]', 'v[-1:]', 'v[::4]', 'v[99]', 'v["a"]', 'v == b"x"', 'v < b"z"', 'v < "z"', 'v.decode()', 'v.decode("nope")', 'kind(b"\\xff").decode("utf-8", "replace")', 'list(v[:3])', 'v.hex()[:6]']:
    attempt(f'{kind.__name__} {action}', lambda: eval(action, {'v': value, 'kind': kind}))
