# __add__ of text and bytes called by name raises by itself, as + does in the end
for action in ['"a".__add__(5)', 'b"a".__add__(5)', 'bytearray(b"a").__add__("x")', '[1].__mul__("x")', '"a".__mul__(1.5)', '(1,).__rmul__(None)', '"a".__add__("b")', '"\\tx\\t".expandtabs(4)', '2**70 in b"ab"']:
  try:
    print(action, '->', repr(eval(action)))
  except Exception as error:
    print(action, '->', f'{type(error).__name__}: {error}')
