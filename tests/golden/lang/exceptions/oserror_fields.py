# str() of an OSError shows number and text as soon as both were given, even as None.
for args in [(), (1,), (1, 2), (None, 'x'), (1, None), (None, None), (1, 2, 3), (1, 2, None), (1, 2, 3, 4, 5), (1, 2, 3, 4, 5, 6)]:
    error = OSError(*args)
    print(args, '|', error, '|', repr(error), error.errno, error.strerror, error.filename)
error = OSError('message')
error.errno = 5
print(error)
error.strerror = 'text'
print(error)
