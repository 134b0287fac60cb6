"""multiprocessing.shared_memory: SharedMemory, ShareableList, SharedMemoryManager."""
import multiprocessing
import pickle
from multiprocessing import shared_memory
from multiprocessing.managers import SharedMemoryManager


def change(name, items):
    block = shared_memory.SharedMemory(name)
    block.buf[:5] = b"child"
    block.close()
    items[0] += 1
    items[2] = "bye"
    items.shm.close()


def main():
    block = shared_memory.SharedMemory(create=True, size=16)
    print(block.size, len(block.buf), block.name.startswith("psm_"), bytes(block.buf[:3]), type(block.buf).__name__)
    items = shared_memory.ShareableList([1, 2.5, "hello", b"bytes", True, None, -7, "ÄÖ"])
    child = multiprocessing.Process(target=change, args=(block.name, items))
    child.start()
    child.join()
    print(bytes(block.buf[:6]), list(items), child.exitcode)
    again = shared_memory.SharedMemory(block.name)
    again.buf[0] = 65
    print(bytes(block.buf[:5]), again.size == block.size, repr(again).replace(block.name, "NAME"))
    copy = pickle.loads(pickle.dumps(again))
    print(bytes(copy.buf[:5]))
    copy.close()
    again.close()
    print(again.buf)
    block.close()
    block.unlink()
    try:
        shared_memory.SharedMemory(block.name)
    except FileNotFoundError:
        print("gone")

    print(items.format, len(items), items.index(2.5), items.count(True), items[-1], items[-2])
    items[1] = None
    items[3] = b"longer!"
    items[5] = 99
    print(list(items), items.format)
    for position, value in ((2, "much too long for its place"), (99, 1), (0, [])):
        try:
            items[position] = value
        except (ValueError, IndexError, KeyError) as error:
            print(type(error).__name__, error)
    for call in (lambda: items[8], lambda: items.index("nothing")):
        try:
            call()
        except (IndexError, ValueError) as error:
            print(type(error).__name__, error)
    other = shared_memory.ShareableList(name=items.shm.name)
    other[0] = 1000
    print(items[0], list(other) == list(items), repr(other).replace(items.shm.name, "NAME"))
    other.shm.close()
    loaded = pickle.loads(pickle.dumps(items))
    print(loaded[0])
    loaded.shm.close()
    items.shm.close()
    items.shm.unlink()
    for arguments in ({}, {"create": True}, {"create": True, "size": -1}, {"name": "coil_none"}):
        try:
            shared_memory.SharedMemory(**arguments)
        except (ValueError, FileNotFoundError) as error:
            print(type(error).__name__, error if isinstance(error, ValueError) else "")

    with SharedMemoryManager() as manager:
        tracked = manager.SharedMemory(8)
        numbers = manager.ShareableList(range(3))
        tracked.buf[0] = 5
        print(list(numbers), tracked.buf[0])
        name = tracked.name
        tracked.close()
        numbers.shm.close()
    try:
        shared_memory.SharedMemory(name)
    except FileNotFoundError:
        print("unlinked by the manager")


if __name__ == "__main__":
    main()
