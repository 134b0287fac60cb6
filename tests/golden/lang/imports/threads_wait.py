# A thread that imports what another one is loading waits until it is complete; two that import each other's do not wait for ever.
import os
import sys
import tempfile
import threading

folder = tempfile.mkdtemp()
sys.path.insert(0, folder)


def write(name, text):
    with open(os.path.join(folder, name + ".py"), "w") as file:
        file.write(text)


write("slow_to_load", "import time\nfirst = 1\ntime.sleep(0.2)\nlast = 2\n")
write("one_of_two", "import time\ntime.sleep(0.1)\nimport two_of_two\nname = 'one'\n")
write("two_of_two", "import time\ntime.sleep(0.1)\nimport one_of_two\nname = 'two'\n")
write("never_loads", "import time\ntime.sleep(0.1)\nraise ValueError('no')\n")

seen = []


def read_last():
    import slow_to_load

    seen.append(slow_to_load.last)


def fail():
    try:
        import never_loads
    except ValueError as error:
        seen.append(str(error))


def run(*targets):
    threads = [threading.Thread(target=target) for target in targets]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(seen)
    seen.clear()


run(read_last, read_last, read_last)
run(fail, fail)
run(lambda: __import__("one_of_two"), lambda: __import__("two_of_two"))
print(sys.modules["one_of_two"].name, sys.modules["two_of_two"].name)
