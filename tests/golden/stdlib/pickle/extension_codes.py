# copyreg gives short codes to classes that are pickled often.
import copyreg
import pickle


class Often:
    pass


print(len(pickle.dumps(Often, 2)))
for code in (5, 300, 100_000):
    copyreg.add_extension("__main__", "Often", code)
    data = pickle.dumps(Often, 2)
    print(data, pickle.loads(data) is Often)
    copyreg.remove_extension("__main__", "Often", code)
    try:
        pickle.loads(data)
    except ValueError as error:
        print(error)
copyreg.add_extension("a", "b", 7)
for arguments in (("a", "b", 8), ("c", "d", 7), ("e", "f", 0), ("e", "f", 2**31)):
    try:
        copyreg.add_extension(*arguments)
    except ValueError as error:
        print(error)
for call in (lambda: copyreg.remove_extension("x", "y", 9), lambda: copyreg.pickle(int, 5), lambda: copyreg.constructor(5)):
    try:
        call()
    except (ValueError, TypeError) as error:
        print(error)
