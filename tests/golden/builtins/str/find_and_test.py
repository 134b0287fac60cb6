# str: find, index, count, startswith, endswith with ranges, and the is...() questions

def attempt(label, action):
  try:
    print(label, '->', action())
  except Exception as error:
    print(label, '->', f'{type(error).__name__}: {error}')

for action in ["'hello'.find('l')", "'hello'.rfind('l')", "'hello'.find('l', 3)", "'hello'.find('l', -2)", "'hello'.find('l', 0, 2)", "'hello'.find('')", "'hello'.find('', 9)", "'hello'.rfind('', 2, 3)", "'hello'.index('z')", "'hello'.count('l')", "'aaa'.count('aa')", "'abc'.count('')",
               "'abc'.count('', 5)", "'hello'.find(1)", "'hello'.find('l', '1')", "'hello'.find('l', None, None)", "'hello'.find('l', 2**100)", "'hello'.find('l', -2**100)", "'hello'.startswith('he')", "'hello'.startswith(('x', 'h'))", "'hello'.startswith('')", "'hello'.startswith('', 6)",
               "'hello'.endswith('lo', 0, 4)", "'hello'.startswith(['h'])", "'hello'.startswith(('h', 1))", "'hello'.startswith((1, 'h'))", "'hello'.endswith()", "'ell' in 'hello'", "1 in 'hello'", "'' in ''", "'abc' < 'abd'", "'a' < 1", "'Z' < 'a'", "'é' > 'z'", "'\\U00010000' > '\\uffff'"]:
  attempt(action, lambda: eval(action))
for text in ['', 'a', 'A', 'aB1', '12', '１２', '²', '½', 'Ⅷ', ' \t', '\x1c', '_a', 'class', '1a', 'Ab Cd', 'AB', 'ab', 'ǅ', 'ß', '日本', 'é\u0301', '\u00ad', 'a\n', '\u200b', '😀', 'ªº']:
  print(ascii(text), [name for name in dir(str) if name.startswith('is') and getattr(text, name)()])
