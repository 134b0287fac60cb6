# shutdown() cancels what has not begun; at the end of the program, calls that were submitted still run.
import os
import time
from concurrent.futures import ProcessPoolExecutor


def wait_for(descriptor):
    return os.read(descriptor, 1)


read_end, write_end = os.pipe()
last_read_end, last_write_end = os.pipe()
executor = ProcessPoolExecutor(1)
futures = [executor.submit(wait_for, read_end) for _ in range(6)]
while not futures[1].running():
    time.sleep(0.001)
executor.shutdown(wait=False, cancel_futures=True)
os.write(write_end, b"abc")  # one of them for the call that may have been on its way to the process
print(futures[0].result(), futures[1].result(), [future.cancelled() for future in futures[3:]])

executor = ProcessPoolExecutor(2)
future = executor.submit(wait_for, last_read_end)
future.add_done_callback(lambda future: print("done after the end of the program:", future.result()))
print("end of the program")
os.write(last_write_end, b"c")
