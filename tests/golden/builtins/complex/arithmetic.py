# complex: arithmetic, repr, parsing, powers, comparison and errors

def attempt(label, action):
  try:
    print(label, '->', action())
  except Exception as error:
    print(label, '->', f'{type(error).__name__}: {error}')

NUMBERS = [0j, 1 + 0j, 1j, -1.5 + 2j, complex(-0.0, -0.0), complex('inf'), complex('nan+infj'), 3, 2.5]
for a in NUMBERS:
  print(a, repr(a), complex(a).real, complex(a).imag, complex(a).conjugate(), abs(a), bool(a), hash(a) if a == a else '')
for a in NUMBERS[:5]:
  for b in NUMBERS[1:5]:
    print(f'{a} {b}', a + b, a - b, a * b, a == b, end=' ')
    attempt('', lambda: (a / b, a ** b))
for text in ['1+2j', ' 3j ', '(1-2j)', '1 + 2j', 'j', '-j', '1e3-4.5e-2j', 'nan-infj', '1_0+2_0j', '', '1+', 'ij', '1j2', '((1j))', '+-1j', '3']:
  attempt(repr(text), lambda: complex(text))
for arguments in [(1, 2), (1j, 1j), ('1', 2), (1, '2'), (None,), (b'1',), ([],), (1.5,), (10**400,)]:
  attempt(arguments if len(str(arguments)) < 50 else 'huge', lambda: complex(*arguments))
attempt('keywords', lambda: complex(real=1, imag=2))
for action in ('1j < 2j', '1j // 1', '1j % 1', 'divmod(1j, 1)', 'int(1j)', 'float(1j)', 'round(1j)', '1j / 0', '0j ** -1', '0j ** 1j', 'pow(1j, 2, 3)', '1j ** 1000', '(2+3j) ** -2', '1e200j ** 5', 'abs(complex(1e308, 1e308))'):
  attempt(action, lambda: eval(action))
