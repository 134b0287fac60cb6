# DeltaBlue-like: a chain of one-way constraints, planned by strength and executed, with subclasses and enumerated strengths.
import time

ROUNDS, CHAIN = 40, 2_000


class Strength:
  def __init__(self, value, name):
    self.value = value
    self.name = name

  def stronger(self, other):
    return self.value < other.value


REQUIRED, PREFERRED, WEAKEST = Strength(0, "required"), Strength(2, "preferred"), Strength(6, "weakest")


class Variable:
  def __init__(self, value):
    self.value = value
    self.constraints = []
    self.determined_by = None
    self.mark = 0
    self.strength = WEAKEST


class Constraint:
  def __init__(self, strength):
    self.strength = strength
    self.satisfied = False

  def is_input(self):
    return False


class Edit(Constraint):
  def __init__(self, variable, strength):
    super().__init__(strength)
    self.target = variable

  def is_input(self):
    return True

  def output(self):
    return self.target

  def execute(self):
    pass

  def inputs_known(self, mark):
    return True


class Equal(Constraint):
  def __init__(self, source, target, strength):
    super().__init__(strength)
    self.source = source
    self.target = target
    source.constraints.append(self)
    target.constraints.append(self)

  def output(self):
    return self.target

  def execute(self):
    self.target.value = self.source.value

  def inputs_known(self, mark):
    return self.source.mark == mark or self.source.determined_by is None


class Scale(Equal):
  def __init__(self, source, factor, target, strength):
    super().__init__(source, target, strength)
    self.factor = factor

  def execute(self):
    self.target.value = self.source.value * self.factor % 1_000_003


def satisfy(constraint, mark):
  target = constraint.output()
  if constraint.strength.stronger(target.strength):
    target.determined_by = constraint
    target.strength = constraint.strength
    target.mark = mark
    constraint.satisfied = True


def make_plan(sources, mark):
  plan = []
  waiting = list(sources)
  while waiting:
    constraint = waiting.pop()
    output = constraint.output()
    if output.mark != mark and constraint.inputs_known(mark):
      plan.append(constraint)
      output.mark = mark
      waiting.extend(other for other in output.constraints if other.output() is not output)
  return plan


def run():
  variables = [Variable(i) for i in range(CHAIN + 1)]
  for i in range(CHAIN):
    if i % 3:
      constraint = Equal(variables[i], variables[i + 1], REQUIRED)
    else:
      constraint = Scale(variables[i], 7, variables[i + 1], REQUIRED)
    satisfy(constraint, 1)
  total = 0
  for mark in range(2, ROUNDS + 2):
    edit = Edit(variables[0], PREFERRED)
    satisfy(edit, 1)
    plan = make_plan([edit], mark)
    variables[0].value = mark
    for constraint in plan:
      constraint.execute()
    total += variables[CHAIN].value + len(plan)
  return total


start = time.perf_counter()
result = run()
elapsed = time.perf_counter() - start
print("deltablue", result)
print(f"# {elapsed / (ROUNDS * CHAIN) * 1e9:.1f} ns per op")
