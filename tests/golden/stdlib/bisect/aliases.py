# bisect and insort are other names; places beyond 2**62.
import bisect

print(bisect.bisect is bisect.bisect_right, bisect.insort is bisect.insort_right)
size = 2**63 - 1
print(bisect.bisect_left(range(size - 1), size - 3), bisect.bisect_right(range(size - 1), size - 3))
for arguments in (({0: 1}, 1), ([], 1, 2**70), ([], 1, 0, 2**70)):
    try:
        bisect.bisect(*arguments)
    except (TypeError, OverflowError) as error:
        print(error)
