# int: floor division, modulo, divmod and pow keep their identities for every pair of signs

def attempt(label, action):
  try:
    print(label, '->', action())
  except Exception as error:
    print(label, '->', f'{type(error).__name__}: {error}')

NUMBERS = [0, 1, -1, 2, -2, 7, -7, 10, 2**31, -2**31, 2**62, -2**62, 2**63, 2**64 + 1, -2**100]
for a in NUMBERS:
  for b in NUMBERS:
    if b:
      q, r = divmod(a, b)
      assert (q, r) == (a // b, a % b) and a == q * b + r and (r == 0 or (r < 0) == (b < 0)), (a, b)
print(7 // 2, -7 // 2, 7 // -2, -7 // -2, 7 % 3, -7 % 3, 7 % -3, -7 % -3)
for action in ('1 // 0', '1 % 0', '1 / 0', 'divmod(1, 0)', '1.0 // 0', '1.5 % 0', 'divmod(1.0, 0)', '0 ** -1', '2 ** -2', '(-8) ** (1/3)'):
  attempt(action, lambda: eval(action))
for arguments in [(3, 5, 7), (3, -1, 7), (2, -1, 4), (3, 5, -7), (3, 0, 1), (3, 5, 0), (-2, 3, 5), (2, 10**20, 10**9 + 7), (3, -1, 1), (2.0, 3, 5), (2, 3, '5')]:
  attempt(f'pow{arguments}', lambda: pow(*arguments))
print(10**30 / 10**29, 10**400 / 10**399, (2**53 + 1) / 1, 1 / 3, -1 / 3)
attempt('large quotient', lambda: 10**400 / 1)
