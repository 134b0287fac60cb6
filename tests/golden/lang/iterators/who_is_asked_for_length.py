# Which operations ask an iterable for its length while they read it, and which ask its iterator alone.
class Box:
    def __len__(self):
        print('len', end=' ')
        return 2
    def __iter__(self):
        print('iter', end=' ')
        return iter([65, 66])
class Words(Box):
    def __iter__(self):
        print('iter', end=' ')
        return iter(['a', 'b'])
class Raw(Box):
    def __iter__(self):
        print('iter', end=' ')
        return iter([b'a', b'b'])
class Items(list):
    def __len__(self):
        print('len', end=' ')
        return super().__len__()

def slice_of_list(source):
    values = [1, 2, 3]
    values[1:2] = source
    return values
def steps_of_list(source):
    values = [1, 2, 3]
    values[::2] = source
    return values
def added(source):
    values = [0]
    values += source
    return values
def unpacked(source):
    first, *rest = source
    return first, rest

for use in (list, tuple, slice_of_list, steps_of_list, added, unpacked, bytes, bytearray, sorted, sum, max, dict.fromkeys, lambda source: [*source], lambda source: (lambda *a: a)(*source)):
    print(use.__name__, use(Box()))
print(','.join(Words()), b','.join(Raw()))
print(slice_of_list(Items([4, 5])), steps_of_list(Items([4, 5])), list(Items([4])), ','.join(Items('xy')))
for wrong in (lambda: slice_of_list(5), lambda: steps_of_list(None), lambda: ','.join(5), lambda: b','.join(None)):
    try: wrong()
    except TypeError as error: print(error)
