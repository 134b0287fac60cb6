# getrlimit, setrlimit, prlimit: what a process may use.
import resource

soft, hard = before = resource.getrlimit(resource.RLIMIT_NOFILE)
print(resource.prlimit(0, resource.RLIMIT_NOFILE) == before)
print(resource.prlimit(0, resource.RLIMIT_NOFILE, (soft - 1, hard)) == before, resource.getrlimit(resource.RLIMIT_NOFILE) == (soft - 1, hard))
resource.setrlimit(resource.RLIMIT_NOFILE, before)
print(resource.getrlimit(resource.RLIMIT_NOFILE) == before, resource.RLIMIT_OFILE == resource.RLIMIT_NOFILE)

for mistake in [
    lambda: resource.getrlimit(99),
    lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (1, 2, 3)),
    lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (2, 1)),
    lambda: resource.setrlimit(resource.RLIMIT_NOFILE, 5),
    lambda: resource.prlimit("x", resource.RLIMIT_NOFILE),
    lambda: resource.prlimit(2**31 - 1, resource.RLIMIT_NOFILE),
    lambda: resource.prlimit(0, resource.RLIMIT_NOFILE, (9, 8)),
]:
    try:
        print(mistake())
    except Exception as error:
        print(type(error).__name__, error)
