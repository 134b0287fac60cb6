# Topological order, step by step and at once; cycles and misuse.
import graphlib

print(list(graphlib.TopologicalSorter({"d": ["b", "c"], "b": ["a"], "c": ["a"]}).static_order()))
sorter = graphlib.TopologicalSorter()
sorter.add("x", "y")
sorter.add("y", "z")
sorter.prepare()
while sorter.is_active():
  ready = sorter.get_ready()
  print(ready, bool(sorter))
  sorter.done(*ready)
waiting = graphlib.TopologicalSorter({1: [2]})
waiting.prepare()
for fail in (lambda: graphlib.TopologicalSorter({1: [2], 2: [3], 3: [1]}).prepare(), lambda: graphlib.TopologicalSorter({1: [1]}).prepare(),
             lambda: sorter.add("q"), lambda: sorter.prepare(), lambda: sorter.done("none"), lambda: sorter.done("x"), lambda: waiting.done(1),
             lambda: graphlib.TopologicalSorter().get_ready(), lambda: graphlib.TopologicalSorter().is_active()):
  try:
    fail()
  except ValueError as error:
    print(type(error).__name__, *error.args)
