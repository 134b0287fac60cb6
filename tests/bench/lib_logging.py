# Records that a handler formats into text, and others below the level.
import io
import logging
import time

COUNT = 40_000
stream = io.StringIO()
logger = logging.getLogger("bench")
logger.setLevel(logging.INFO)
handler = logging.StreamHandler(stream)
handler.setFormatter(logging.Formatter("%(levelname)s %(name)s: %(message)s"))
logger.addHandler(handler)
logger.propagate = False
start = time.perf_counter()
for i in range(COUNT):
  logger.info("item %d of %s", i, "list")
  logger.debug("not shown %d", i)
elapsed = time.perf_counter() - start
print("lib_logging", len(stream.getvalue()))
print(f"# {elapsed / COUNT * 1e9:.1f} ns per op")
