# str: strip, padding, zfill, expandtabs, replace, translate and their errors

def attempt(label, action):
  try:
    print(label, '->', action())
  except Exception as error:
    print(label, '->', f'{type(error).__name__}: {error}')

for action in ["'  a '.strip()", "'xxaxx'.strip('x')", "'abc'.lstrip('ba')", "'abc'.rstrip('')", "'a'.strip(None)", "'a'.strip(1)", "'\\u3000a\\x85'.strip()", "'a'.ljust(3, '*')", "'a'.rjust(3)", "'a'.center(4)", "'ab'.center(5, '-')", "'a'.center(2**70)",
               "'a'.ljust(3, 'ab')", "'a'.ljust(3, 1)", "'a'.ljust('3')", "'a'.ljust(-1)", "'-5'.zfill(5)", "'+5'.zfill(5)", "'--5'.zfill(5)", "''.zfill(2)", "'5'.zfill(2.0)", "'a\\tb'.expandtabs()", "'a\\tb\\n\\tc'.expandtabs(4)", "'a\\tb'.expandtabs(0)",
               "'a\\tb'.expandtabs(-1)", "'a\\tb'.expandtabs(tabsize=2)", "'a\\tb'.expandtabs(2**31)", "'aXbX'.replace('X', '-')", "'aXbX'.replace('X', '', 1)", "'abc'.replace('', '-')", "'abc'.replace('', '-', 2)", "''.replace('', 'x')", "'a'.replace('a', 1)", "'a'.replace('a')",
               "'aaa'.replace('a', 'b', -1)", "'abc'.removeprefix('a')", "'abc'.removesuffix('c')", "'abc'.removeprefix('')", "'abc'.removeprefix(1)", "'abc'.translate({97: 'X', 98: None, 99: 100})", "'abc'.translate(str.maketrans('ab', 'xy', 'c'))",
               "str.maketrans('a', 'bc')", "str.maketrans({'a': 1, 'bc': 2})", "str.maketrans({'a': 'x', 98: None})", "str.maketrans(1)", "'a'.translate(5)", "'a'.translate({97: 2**40})", "'a'.translate({97: 1.5})", "'ab'.translate('xy')", "'é€'.translate({233: '😀'})"]:
  attempt(action, lambda: eval(action))
