# A missing argument is reported before one that was given by position and by name.
for call in (lambda: pow(True, base=2), lambda: pow(2, 3, base=2), lambda: pow(2, exp=3), lambda: pow(base=2), lambda: pow(2, 3, 4, mod=5),
             lambda: round(number=1, ndigits=2), lambda: round(1.5, number=2), lambda: round(1.5, 1, ndigits=2)):
    try:
        print(call())
    except TypeError as error:
        print(error)
