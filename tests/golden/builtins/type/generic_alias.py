# list[int] and int | str.
print(list[int], dict[str, list[int]], tuple[int, ...], int | str, int | None, list[int] == list[int], type(list[int]).__name__, type(int | str).__name__, list[int].__origin__, list[int].__args__, (int | str).__args__, int | str == str | int, isinstance("a", int | str), list[int]([1, 2]))
for f in (lambda: int[str], lambda: 5 | int, lambda: int | 5):
  try: f()
  except TypeError as e: print(e)
