# str() of an OSError shows number and text as soon as both were given, even as None.
for args in [(), (1,), (1, 2), (None, 'x'), (1, None), (None, None), (1, 2, 3), (1, 2, None), (1, 2, 3, 4, 5), (1, 2, 3, 4, 5, 6)]:
    error = OSError(*args)
    print(args, '|', error, '|', repr(error), error.errno, error.strerror, error.filename)
error = OSError('message')
error.errno = 5
print(error)
error.strerror = 'text'
print(error)

# Any integer chooses the class, also that of a subclass.
class Number(int):
    pass


for number in (Number(4), True, 2.0, "2", 10**30, -2):
    print(repr(OSError(number, "text")))
