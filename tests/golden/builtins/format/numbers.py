# format mini-language: every presentation type of int, float and complex with fill, sign, width and grouping

def attempt(label, action):
  try:
    print(label, '->', action())
  except Exception as error:
    print(label, '->', f'{type(error).__name__}: {error}')

SPECS = ['', 'd', 'n', 'b', '#b', 'o', '#o', 'x', 'X', '#x', '#X', 'c', 'e', 'E', 'f', 'F', 'g', 'G', '%', 's', '5', '05', '<5', '>5', '^5', '=5', '*^9', '+', ' ', '-', '+d', ',', '_', '_x', ',x', '_b', ',d', '.2', '.2f', '.0f', '#.0f', '.3e', '.3g', '#.3g', '.2%',
         '010,.2f', '+08.3f', '08,d', '=+8d', '>+10,.1f', 'z.1f', 'z', '.2d', '1000000000000000000000', '.1000000000000000000000f', 'y', '<<8', '{<8', 'é>8', '0<8', '00008', ',.2f', '_.2f', ',_', '_,', '.', '.f', '5.', '#', '#d']
for number in (0, -7, 65, 1234567, -1234567.891, 0.000012345, 1e20, float('inf'), float('nan'), -0.0, True, 1.5 + 2j, -1j):
  print(repr(number))
  for spec in SPECS:
    attempt(f'  {spec!r}', lambda: format(number, spec))
