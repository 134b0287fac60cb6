# Several threads talk to programs at a time; a read that waits lets the others run.
import subprocess
import threading
from subprocess import PIPE

results = {}


def work(number):
    process = subprocess.Popen(["sh", "-c", "read a; read b; echo $a $b"], stdin=PIPE, stdout=PIPE, text=True)
    processes[number] = process
    ready.release()
    results[number] = process.stdout.read()
    process.stdout.close()
    results[number, "code"] = process.wait()


processes = {}
ready = threading.Semaphore(0)
threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    ready.acquire()
for number, process in sorted(processes.items()):
    process.stdin.write(f"first\nsecond {number}\n")
    process.stdin.close()
for thread in threads:
    thread.join()
print([(results[number], results[number, "code"]) for number in range(4)])

waiting = subprocess.Popen(["cat"], stdin=PIPE)
codes = []
threads = [threading.Thread(target=lambda: codes.append(waiting.wait())) for _ in range(5)]
for thread in threads:
    thread.start()
waiting.stdin.close()
for thread in threads:
    thread.join()
print(codes)
