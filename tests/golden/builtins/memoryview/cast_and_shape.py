# memoryview.cast(): formats, shapes of several dimensions, and what it refuses

def attempt(label, action):
  try:
    print(label, '->', action())
  except Exception as error:
    print(label, '->', f'{type(error).__name__}: {error}')

base = memoryview(bytearray(range(12)))
for arguments in [('@i',), ('<i',), ('e',), ('ii',), ('',), (1,), (), ('h', [2, 3]), ('h', (6,)), ('h', 6), ('h', [2, 'a']), ('h', [2, -3]), ('h', []), ('h', [5]), ('h', [2**62, 2**62]),
                  ('h', [1] * 65), ('B', [2, 3, 2]), ('B', None), ('q',)]:
  attempt(f'cast{arguments}', lambda: (lambda v: (v.format, v.itemsize, v.shape, v.strides, v.nbytes))(base.cast(*arguments)))
cube = base.cast('B', [2, 3, 2])
print(cube.ndim, cube.tolist(), cube[1, 2, 1], cube[-1, 0, -2], len(cube), cube.contiguous, cube.c_contiguous, cube.f_contiguous)
print(cube[1:].tolist(), cube[::-1].strides, cube[::-1].tolist(), cube[::-1].c_contiguous)
print(cube.tobytes('C'), cube.tobytes('F'), cube.tobytes('A'))
for key in (0, (0, 1), (0, 1, 1, 1), (2, 0, 0), (0, 3, 0), (slice(1), 0), (slice(1), slice(1)), 'a', ()):
  attempt(f'cube[{key}]', lambda: cube[key])
cube[0, 0, 0] = 99
print(base[0])
attempt('cast of a cast', lambda: base.cast('i').cast('h'))
attempt('not contiguous', lambda: base[::2].cast('b'))
scalar = memoryview(bytearray(b'\x01\x02\x03\x04')).cast('i', [])
print(scalar.ndim, scalar.shape, scalar[()], scalar.tolist(), len(scalar))
scalar[()] = 7
print(scalar.tolist())
attempt('scalar[0]', lambda: scalar[0])
attempt('iteration', lambda: list(scalar))
