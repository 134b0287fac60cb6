# The main thread has ended for those who join it, while others still run.
import threading
import time

main = threading.main_thread()


def wait(number):
    main.join()
    print("joined", number, main.is_alive(), threading.main_thread() is main, repr(main).split()[1])


def late():
    time.sleep(0.05)
    print("late", main.is_alive())
    main.join(1)


for function, args in (wait, (1,)), (late, ()):
    threading.Thread(target=function, args=args).start()
print("main ends", main.is_alive())
