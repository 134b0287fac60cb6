# One module may access attributes and globals more than 65,536 times.
class Counter:
    total = 0
    def add(self, n): self.total += n
counter = Counter()
source = ''.join(f'counter.add({i % 7})\ncounter.last = total\ntotal = counter.total\n' for i in range(40000))
namespace = {'counter': counter, 'total': 0}
exec(compile(source, 'generated', 'exec'), namespace)
print(counter.total, counter.last, namespace['total'], sum(i % 7 for i in range(40000)))
