# Positions that seek() of compressed files does not know.
import gzip
import io

with gzip.GzipFile(fileobj=io.BytesIO(gzip.compress(b"some data"))) as file:
  print(file.seek(-4, io.SEEK_END), file.read(), file.seek(2), file.seek(3, io.SEEK_CUR), file.read())
  try:
    file.seek(0, 5)
  except ValueError as error:
    print(error)
