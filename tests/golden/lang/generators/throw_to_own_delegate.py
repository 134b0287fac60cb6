# A delegate with a throw() of its own gets the arguments that were given: class, value and traceback as they are.
class Delegate:
    def __iter__(self): return self
    def __await__(self): return self
    def __next__(self): return 1
    def send(self, value): return value
    def throw(self, *args):
        print('throw', args)
        raise args[0]
    def close(self): print('close')

def delegating(): yield from Delegate()
def twice(): yield from delegating()
async def awaiting(): await Delegate()

for make in (delegating, twice, awaiting):
    for args in ((KeyError,), (KeyError, 'value'), (KeyError('made'),), (KeyError, KeyError('given'), None)):
        generator = make()
        generator.send(None)
        try:
            generator.throw(*args)
        except KeyError as error:
            print(repr(error))
    generator = make()
    generator.send(None)
    generator.close()
