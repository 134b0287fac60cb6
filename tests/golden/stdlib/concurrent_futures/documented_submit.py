# submit() of the executors tells what it does.
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
print([bool(kind.submit.__doc__) for kind in (Executor, ThreadPoolExecutor, ProcessPoolExecutor)])
