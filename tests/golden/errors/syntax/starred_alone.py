# A starred expression alone.
x = *a
