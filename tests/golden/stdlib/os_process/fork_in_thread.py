# What another thread's functions hold is not finalized in the child of a thread.
import gc
import os
import tempfile
import threading


def child():
  pid = os.fork()
  if not pid:
    gc.collect()
    os._exit(os.path.exists(folder.name))
  print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))


def main():
  global folder

  class Name:
    def __init__(self, name):
      self.name = name

  held = tempfile.TemporaryDirectory()
  folder = Name(held.name)
  for _ in range(3):
    thread = threading.Thread(target=child)
    thread.start()
    thread.join()
  print(os.path.exists(held.name))
  held.cleanup()


main()
