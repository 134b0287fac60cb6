# list: every method with good and bad arguments, slices and comparison

def attempt(label, action):
  try:
    print(label, '->', action())
  except Exception as error:
    print(label, '->', f'{type(error).__name__}: {error}')

def change(action):
  items = [3, 1, 2, 1]
  result = eval(action, {'l': items}) if not action.startswith(('del', 'l[')) and '+=' not in action and '*=' not in action else exec(action, {'l': items})
  return items, result


for action in ['l.append(5)', 'l.append()', 'l.append(1, 2)', 'l.extend("ab")', 'l.extend(5)', 'l.extend(l)', 'l.insert(0, 9)', 'l.insert(-1, 9)', 'l.insert(99, 9)', 'l.insert("a", 9)', 'l.insert(2**100, 1)', 'l.pop()', 'l.pop(0)', 'l.pop(-5)', 'l.pop(9)', 'l.pop("a")', 'l.remove(1)', 'l.remove(9)', 'l.index(1)',
               'l.index(1, 2)', 'l.index(9)', 'l.index(1, -1)', 'l.index(1, 0, 1)', 'l.index(1, "a")', 'l.count(1)', 'l.reverse()', 'l.sort()', 'l.sort(reverse=True)', 'l.sort(key=lambda x: -x)', 'l.sort(lambda x: x)', 'l.sort(key=5)', 'l.copy()', 'l.clear()', 'l.clear(1)', 'l[1:3] = [7, 8, 9]', 'l[::2] = [7]', 'l[::2] = [7, 8]',
               'l[1:3] = 5', 'l[9] = 1', 'l["a"] = 1', 'l[1:1] = "xy"', 'l[::-1] = l', 'del l[0]', 'del l[9]', 'del l[::2]', 'del l[1:]', 'l += (1, 2)', 'l += 5', 'l *= 2', 'l *= "a"', 'l + [1]', 'l + (1,)', 'l * 2', '2 * l', 'l * -1', 'l * 1.5', 'l[0]', 'l[-1]', 'l[9]', 'l[1:3]', 'l[::-1]', 'l["a"]', 'l[1.0]', 'l[None:None]',
               'l < [3, 2]', 'l == [3, 1, 2, 1]', 'l < (1,)', '[1, "a"] < [1, 2]', '[1] < [1, 2]', 'hash(l)', '1 in l', 'len(l)', 'list(reversed(l))', 'sorted(l)', 'max(l), min(l), sum(l)', 'l.__len__(1)', 'l.nope', 'list(5)', 'list(1, 2)', 'list(a=1)', 'list("ab")', '[].pop()']:
  attempt(action, lambda: change(action))
