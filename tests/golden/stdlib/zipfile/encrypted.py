# Members that are encrypted by the old cipher, which the script applies itself to an archive.
import io
import struct
import zipfile
import zlib

TABLE = [zlib.crc32(bytes([n])) for n in range(256)]


def step(crc, byte):
  table_entry = zlib.crc32(bytes([(crc ^ byte) & 255]), 0xFFFFFFFF) ^ 0xFFFFFFFF
  return crc >> 8 ^ table_entry


def encrypt(data, password):
  keys = [305419896, 591751049, 878082192]

  def update(byte):
    keys[0] = step(keys[0], byte)
    keys[1] = ((keys[1] + (keys[0] & 255)) * 134775813 + 1) & 0xFFFFFFFF
    keys[2] = step(keys[2], keys[1] >> 24)

  for byte in password:
    update(byte)
  result = bytearray()
  for byte in data:
    key = keys[2] | 2
    result.append(byte ^ (key * (key ^ 1) >> 8) & 255)
    update(byte)
  return bytes(result)


def archive_of(name, text, password, compression):
  file = io.BytesIO()
  with zipfile.ZipFile(file, "w", compression) as archive:
    archive.writestr(zipfile.ZipInfo(name), text, compression)
  data = file.getvalue()
  begin = 30 + len(name)
  info = archive.getinfo(name)
  secret = encrypt(b"random start" [:11] + bytes([info.CRC >> 24]) + data[begin:begin + info.compress_size], password)
  entry = bytearray(data[begin + info.compress_size:])
  entry[8] |= 1
  entry[20:24] = struct.pack("<L", len(secret))
  entry[-6:-2] = struct.pack("<L", begin + len(secret))
  return io.BytesIO(data[:begin] + secret + bytes(entry))


for compression in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
  with zipfile.ZipFile(archive_of("secret.txt", "what nobody knows\n" * 100, b"python", compression)) as archive:
    for pwd in (None, "python", b"wrong", b"python"):
      try:
        print(pwd, archive.read("secret.txt", pwd)[:20])
      except (RuntimeError, TypeError, zipfile.BadZipFile) as error:
        print(pwd, type(error).__name__, error)
    archive.setpassword(b"python")
    with archive.open("secret.txt") as member:
      print(member.readline(), member.seek(1000), member.read(10), member.seek(5), member.read(6))
    archive.setpassword(None)
    try:
      archive.testzip()
    except RuntimeError as error:
      print(error)
