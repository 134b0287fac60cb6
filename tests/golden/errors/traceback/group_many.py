# A group with many members is cut after fifteen.
raise ExceptionGroup("many", [ValueError(i) for i in range(18)])
