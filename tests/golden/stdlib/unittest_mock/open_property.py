# mock_open() and PropertyMock.
from unittest.mock import PropertyMock, mock_open, patch

opener = mock_open(read_data="one\ntwo\nthree")
print(repr(opener("f").read()), opener("f").readlines())
with opener("g", "w") as file:
  file.write("text")
  print(repr(file.readline()), list(file))
opener.assert_called_with("g", "w")
opener().write.assert_called_once_with("text")
with patch("builtins.open", mock_open(read_data="fake")) as opened:
  with open("name") as file:
    print(file.read())
opened.assert_called_once_with("name")
print(mock_open(read_data=b"bytes")().read())


class Thing:
  size = 0


with patch.object(Thing, "size", new_callable=PropertyMock, return_value=3) as size:
  thing = Thing()
  print(thing.size)
  thing.size = 5
  print(size.mock_calls)
