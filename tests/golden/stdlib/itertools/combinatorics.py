# product, permutations, combinations.
from itertools import *
print(list(product("ab", [1, 2])), list(product([0, 1], repeat=2)), list(permutations("abc", 2)), list(permutations([1, 2])), list(combinations("abcd", 3)), list(combinations_with_replacement("ab", 2)), list(product()), list(combinations("a", 2)), len(list(permutations(range(5)))))
