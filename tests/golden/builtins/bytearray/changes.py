# bytearray: assignment, deletion, slices with steps, and every method that changes it

def attempt(label, action):
  try:
    print(label, '->', action())
  except Exception as error:
    print(label, '->', f'{type(error).__name__}: {error}')

def change(action):
  data = bytearray(b'abcdef')
  exec(action, {'d': data})
  return data


for action in ['d[0] = 65', 'd[-1] = 65', 'd[6] = 1', 'd[0] = 256', 'd[0] = -1', 'd[0] = "a"', 'd["a"] = 1', 'd[1:3] = b"XYZ"', 'd[1:3] = []', 'd[1:3] = [65, 66]', 'd[1:3] = "ab"', 'd[1:3] = 5', 'd[::2] = b"123"', 'd[::2] = b"12"', 'd[::-1] = b"123456"', 'd[1:1] = d', 'd[:] = d', 'd[10:] = b"x"',
               'del d[0]', 'del d[6]', 'del d[1:3]', 'del d[::2]', 'del d[::-2]', 'd.append(65)', 'd.append(256)', 'd.append(b"a")', 'd.extend(b"xy")', 'd.extend([1, 2])', 'd.extend("xy")', 'd.extend([256])', 'd.extend(5)', 'd.extend(d)', 'd.insert(0, 65)', 'd.insert(-1, 65)', 'd.insert(99, 65)', 'd.insert(0)',
               'd.pop()', 'd.pop(0)', 'd.pop(9)', 'd.pop("a")', 'd.remove(97)', 'd.remove(1)', 'd.remove(b"a")', 'd.reverse()', 'd.clear()', 'd += b"gh"', 'd += d[:1]', 'd *= 2', 'd *= 0', 'd += "x"', 'd *= "x"']:
  attempt(action, lambda: change(action))
attempt('hash', lambda: hash(bytearray()))
data = bytearray(b'abc')
copy = data.copy()
copy.append(100)
print(data, copy, data == b'abc', data is data.copy())
iterator = iter(data)
print(next(iterator), data.clear(), list(iterator))
