# isinstance() and issubclass() of objects whose __bases__ never end.
class Endless:
    @property
    def __bases__(self):
        return (self, self)


class Instance:
    @property
    def __class__(self):
        return Endless()


for function, arguments in [(issubclass, (Endless(), int)), (isinstance, (Instance(), Endless()))]:
    try:
        print(function(*arguments))
    except RecursionError as error:
        print(str(error).partition(" exceeded")[0])
