"""multiprocessing.Manager: containers, values and namespaces in a process of their own."""
import multiprocessing


def fill(shared, items, namespace, value, numbers, lock):
    for i in range(3):
        shared[f"key{i}"] = i * i
        items.append(i)
        with lock:
            value.value += 10
            namespace.total += i
    numbers[1] = 7


def main():
    with multiprocessing.Manager() as manager:
        print(type(manager).__name__, manager._number_of_objects())
        shared, items, lock = manager.dict({"a": 1}), manager.list([9]), manager.Lock()
        namespace, value, numbers = manager.Namespace(total=0), manager.Value("i", 5), manager.Array("i", [1, 2, 3])
        process = multiprocessing.Process(target=fill, args=(shared, items, namespace, value, numbers, lock))
        process.start()
        process.join()
        print(shared, items, namespace, value.value, list(numbers), process.exitcode)
        print(repr(value._getvalue()), str(value), shared.copy(), sorted(shared.items()), shared.keys(), shared.get("no", 0))
        print(len(shared), "a" in shared, [key for key in shared], shared.pop("a"), shared.setdefault("n", []), shared._getvalue())
        items += [4, 4]
        items *= 2
        items.sort()
        items.reverse()
        print(items, items[1:3], items.count(4), items.index(9), len(items), items + [0], items.pop(), 9 in items)
        del items[0]
        items.extend("xy")
        items.insert(0, None)
        items.remove("x")
        print(items[:], type(items[:]), type(items).__name__, type(shared).__name__, type(lock).__name__, type(namespace).__name__)
        namespace.name = "n"
        del namespace.total
        print(namespace, hasattr(namespace, "total"), repr(namespace).startswith("<NamespaceProxy object, typeid 'Namespace' at 0x"))
        nested = manager.list([manager.dict(x=1), manager.list([1])])
        nested[0]["y"] = 2
        nested[1].append(2)
        print(str(nested[0]), str(nested[1]), len(nested))
        for call in (lambda: shared["missing"], lambda: items[99], lambda: namespace.missing, lambda: numbers[5], lambda: items.remove("none")):
            try:
                call()
            except Exception as error:
                print(type(error).__name__, error)
    try:
        shared["a"]
    except Exception as error:
        print(isinstance(error, (ConnectionError, FileNotFoundError)))
    try:
        with manager:
            pass
    except multiprocessing.ProcessError as error:
        print(error)


if __name__ == "__main__":
    main()
