# Raising something that is no exception.
raise "text"
