# A decorator with nothing to decorate.
@f
x = 1
