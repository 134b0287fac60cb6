# memoryview: after release() everything but comparison and release is an error

def attempt(label, action):
  try:
    print(label, '->', action())
  except Exception as error:
    print(label, '->', f'{type(error).__name__}: {error}')

with memoryview(b'abc') as view:
  print(view[0])
for name, action in [('item', lambda: view[0]), ('len', lambda: len(view)), ('tolist', lambda: view.tolist()), ('tobytes', lambda: view.tobytes()), ('format', lambda: view.format),
                     ('obj', lambda: view.obj), ('hash', lambda: hash(view)), ('== itself', lambda: view == view), ('== bytes', lambda: view == b'abc'), ('release', lambda: view.release()),
                     ('cast', lambda: view.cast('b')), ('memoryview', lambda: memoryview(view)), ('bytes', lambda: bytes(view)), ('with', lambda: view.__enter__()), ('repr', lambda: repr(view)[:17])]:
  attempt(name, action)
