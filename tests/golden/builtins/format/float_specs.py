# The format mini-language for floats.
vals = [0.0, -0.0, 1.5, -2.5, 1e16, 1e-7, 123456789.987654321, float('inf'), float('nan'), -float('inf'), 1e308, 5e-324, 0.1, 100.0, 2/3]
specs = ['', 'f', '.0f', '#.0f', 'e', '.0e', '#.0e', 'E', 'g', '.3g', '#g', 'G', 'n', '%', '.1%', '+', ' ', ',', '_', ',.2f', '010', '+010.2f', '*>12', '^12', '<12', '=+12', 'z', 'z.0f', '.20f', '.17g', '.1', '.3', 'F', '012,.1f', 'd', 'x', 'c', 's', 'b', '.-1f', '_.1f', '#.3', '08.3e', '.0', '.0g', 'zf', '-z', 'z+']
for v in vals:
    row = []
    for s in specs:
        try: row.append(format(v, s))
        except Exception as e: row.append(f'{type(e).__name__}:{e}')
    print(v, row)
