# Heaps, and what is made of them.
import heapq
import random

rng = random.Random(3)
data = [rng.randrange(100) for _ in range(30)]
heap = data[:]
heapq.heapify(heap)
print(heap[0] == min(data), all(heap[i] <= heap[2 * i + k] for i in range(15) for k in (1, 2) if 2 * i + k < 30))
heapq.heappush(heap, -5)
print(heapq.heappop(heap), heapq.heappushpop(heap, -7), heapq.heapreplace(heap, 50), [heapq.heappop(heap) for _ in range(5)])
print(heapq.nlargest(3, data), heapq.nsmallest(3, data), heapq.nlargest(0, data), heapq.nsmallest(50, data) == sorted(data))
words = ["pear", "fig", "banana", "kiwi"]
print(heapq.nlargest(2, words, key=len), heapq.nsmallest(1, words, key=len), heapq.nsmallest(2, words))
print(list(heapq.merge([1, 4, 7], [2, 5], [], [3, 6, 8])), list(heapq.merge("DB", "CA", reverse=True)), list(heapq.merge(["a", "ccc"], ["bb"], key=len)))
for call, arguments in ((heapq.heappop, ([],)), (heapq.heapreplace, ([], 1)), (heapq.heappush, ((), 1)), (heapq.heapify, ([1, "a"],))):
  try:
    call(*arguments)
  except (IndexError, TypeError) as error:
    print(type(error).__name__, error)
