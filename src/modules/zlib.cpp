// Module zlib: compression in the formats deflate, zlib and gzip, and the two checksums. Long work on immutable bytes lets other threads
// run. Output is collected outside the heap and becomes bytes at the end.
#include <zlib.h>

#include <algorithm>
#include <cstring>
#include <memory>

#include "modules/support.hpp"
#include "objects/exception.hpp"
#include "objects/protocol.hpp"
#include "vm/threads.hpp"

namespace coil {

namespace {

constexpr size_t kReleaseSize = 16 * 1024;  // longer inputs are worked on without the VM lock
constexpr int64_t kDefaultBuffer = 16 * 1024;

Class* g_error;
Class* g_compress_class;
Class* g_decompress_class;

Error raise_zlib(Vm& vm, const z_stream* stream, int error, const char* what) {
  const char* reason = error == Z_VERSION_ERROR ? "library version mismatch" : stream ? stream->msg : nullptr;
  if (!reason) {
    switch (error) {
      case Z_BUF_ERROR: reason = "incomplete or truncated stream"; break;
      case Z_STREAM_ERROR: reason = "inconsistent stream state"; break;
      case Z_DATA_ERROR: reason = "invalid input data"; break;
    }
  }
  std::string text = "Error " + std::to_string(error) + " " + what;
  if (reason) text += std::string(": ") + reason;
  COIL_TRY(Str* message, new_str(vm, text));
  COIL_TRY(Exception* exception, new_exception(vm, g_error, {message}));
  return raise_exception(vm, exception);
}

Error raise_zlib_text(Vm& vm, const char* text) {
  COIL_TRY(Str* message, new_str(vm, text));
  COIL_TRY(Exception* exception, new_exception(vm, g_error, {message}));
  return raise_exception(vm, exception);
}

Result<int> int_argument_reenter(Vm& vm, Value value, int fallback) {
  if (!value) return fallback;
  return c_int_reenter(vm, value);
}

/// Bytes of an argument that stay what they are while the VM lock is given away: mutable ones are copied.
struct Input {
  ByteSpan span;
  Value owner;
};
Result<Input> input_of(Vm& vm, Value data) {
  COIL_TRY(ByteSpan span, require_bytes(vm, data));
  if (data.is(Kind::Bytes) || span.size <= kReleaseSize) return Input{span, data};
  COIL_TRY(Bytes* copy, new_bytes(vm, span.data, span.size));
  return Input{{copy->data, copy->size}, copy};
}

/// Calls `step` with the stream's buffers filled until it says stop; what it wrote goes to `out`, at most `limit` bytes.
/// zlib counts in 32 bits, so long inputs are fed in pieces.
struct Pump {
  z_stream* stream;
  const uint8_t* input;
  size_t input_size;
  std::string out;
  size_t limit = ~size_t{0};

  /// `last_flush` goes with the last piece of input, Z_NO_FLUSH with others. Returns zlib's last code.
  template <class Step>
  int run(Step step, int last_flush, bool until_end) {
    constexpr size_t kPiece = size_t{1} << 30;
    int code = Z_OK;
    size_t chunk = 16 * 1024;
    do {
      size_t piece = std::min(input_size, kPiece);
      stream->next_in = const_cast<Bytef*>(input);
      stream->avail_in = static_cast<uInt>(piece);
      int flush = piece == input_size ? last_flush : Z_NO_FLUSH;
      do {
        size_t room = std::min(chunk, limit - out.size());
        if (room == 0) break;
        size_t old = out.size();
        out.resize(old + room);
        stream->next_out = reinterpret_cast<Bytef*>(out.data() + old);
        stream->avail_out = static_cast<uInt>(room);
        code = step(stream, flush);
        out.resize(old + room - stream->avail_out);
        chunk = std::min<size_t>(chunk * 2, 16 * 1024 * 1024);
        if (code != Z_OK && code != Z_BUF_ERROR) break;
      } while (stream->avail_out == 0 && out.size() < limit);
      size_t taken = piece - stream->avail_in;
      input += taken;
      input_size -= taken;
      if (code != Z_OK && code != Z_BUF_ERROR) break;
      if (out.size() >= limit || taken < piece) break;
    } while (input_size > 0 && !(until_end && code == Z_STREAM_END));
    stream->next_in = nullptr;
    stream->avail_in = 0;
    return code;
  }
};

template <class Work>
int with_lock_released(Vm& vm, size_t size, Work work) {
  if (size <= kReleaseSize) return work();
  WithoutVm released(vm);
  return work();
}

// -- one-shot functions

NATIVE(zlib_compress, "compress(data, /, level=-1, wbits=15)", "The data, compressed.") {
  COIL_CHECK(require_bytes(vm, args[0]));  // looked at again when nothing of the program runs any more
  COIL_TRY(int level, int_argument_reenter(vm, args[1], Z_DEFAULT_COMPRESSION));
  COIL_TRY(int wbits, int_argument_reenter(vm, args[2], MAX_WBITS));
  COIL_TRY(Input input, input_of(vm, args[0]));
  z_stream stream{};
  int code = deflateInit2(&stream, level, Z_DEFLATED, wbits, 8, Z_DEFAULT_STRATEGY);
  if (code == Z_MEM_ERROR) return raise(vm, Exc::MemoryError, "Out of memory while compressing data");
  if (code == Z_STREAM_ERROR) return raise_zlib_text(vm, "Bad compression level");
  if (code != Z_OK) return raise_zlib(vm, &stream, code, "while compressing data");
  Pump pump{&stream, input.span.data, input.span.size, {}};
  code = with_lock_released(vm, input.span.size, [&] { return pump.run(deflate, Z_FINISH, true); });
  if (code != Z_STREAM_END) {
    Error failed = raise_zlib(vm, &stream, code, "while compressing data");
    deflateEnd(&stream);
    return failed;
  }
  deflateEnd(&stream);
  return new_bytes(vm, pump.out.data(), pump.out.size());
}

NATIVE(zlib_decompress, "decompress(data, /, wbits=15, bufsize=16384)", "The data that was compressed.") {
  COIL_CHECK(require_bytes(vm, args[0]));
  COIL_TRY(int wbits, int_argument_reenter(vm, args[1], MAX_WBITS));
  int64_t buffer = kDefaultBuffer;
  if (args.has(2)) {
    COIL_TRY(buffer, ssize_from_reenter(vm, args[2]));
  }
  if (buffer < 0) return raise_value_error(vm, "bufsize must be non-negative");
  COIL_TRY(Input input, input_of(vm, args[0]));
  z_stream stream{};
  int code = inflateInit2(&stream, wbits);
  if (code == Z_MEM_ERROR) return raise(vm, Exc::MemoryError, "Out of memory while decompressing data");
  if (code != Z_OK) return raise_zlib(vm, &stream, code, "while preparing to decompress data");
  Pump pump{&stream, input.span.data, input.span.size, {}};
  code = with_lock_released(vm, input.span.size, [&] { return pump.run(inflate, Z_SYNC_FLUSH, true); });
  if (code != Z_STREAM_END) {
    Error failed = raise_zlib(vm, &stream, code == Z_OK ? Z_BUF_ERROR : code, "while decompressing data");
    inflateEnd(&stream);
    return failed;
  }
  inflateEnd(&stream);
  return new_bytes(vm, pump.out.data(), pump.out.size());
}

template <class Sum>
Result<Value> checksum(Vm& vm, Args args, uint32_t start, Sum sum) {
  uint32_t value = start;
  COIL_CHECK(require_bytes(vm, args[0]));
  if (args.has(1)) {
    COIL_TRY(Value index, index_reenter(vm, args[1]));
    MpzView big(index);
    value = static_cast<uint32_t>(mpz_get_ui(big.get()) * static_cast<unsigned long>(mpz_sgn(big.get()) < 0 ? -1 : 1));
  }
  COIL_TRY(Input input, input_of(vm, args[0]));
  const uint8_t* data = input.span.data;
  size_t size = input.span.size;
  auto work = [&] {
    value = static_cast<uint32_t>(sum(value, data, size));
    return 0;
  };
  with_lock_released(vm, size, work);
  return Value::small_int(value);
}
NATIVE(zlib_crc32, "crc32(data, value=0, /)", "The CRC-32 checksum of the data, going on from `value`.") {
  return checksum(vm, args, 0, [](uint32_t value, const uint8_t* data, size_t size) { return crc32_z(value, data, size); });
}
NATIVE(zlib_adler32, "adler32(data, value=1, /)", "The Adler-32 checksum of the data, going on from `value`.") {
  return checksum(vm, args, 1, [](uint32_t value, const uint8_t* data, size_t size) { return adler32_z(value, data, size); });
}

// -- objects that work piece by piece

struct Stream : NativeObject {
  z_stream* stream;       // nullptr after the end
  bool compresses, finished, busy;
  Value dictionary;       // of a decompressor, or nothing
  Bytes *unused, *tail;
};
void trace_stream(Cell* cell, Marker& marker) {
  auto* object = static_cast<Stream*>(cell);
  marker.value(object->dictionary);
  marker.cell(object->unused);
  marker.cell(object->tail);
}
void destroy_stream(Cell* cell) {
  auto* object = static_cast<Stream*>(cell);
  if (!object->stream) return;
  if (object->compresses) deflateEnd(object->stream);
  else inflateEnd(object->stream);
  delete object->stream;
  object->stream = nullptr;
}
const NativeObjectOps kStreamOps{trace_stream, destroy_stream};

Result<Stream*> new_stream(Vm& vm, bool compresses) {
  COIL_TRY(Stream* object, new_native_object<Stream>(vm, compresses ? g_compress_class : g_decompress_class, &kStreamOps));
  object->compresses = compresses;
  object->unused = object->tail = vm.empty_bytes;
  return object;
}

/// Two threads must not work on one object.
struct Busy {
  explicit Busy(Stream* object) : object(object) { object->busy = true; }
  ~Busy() { object->busy = false; }
  Stream* object;
};
Result<void> check_idle(Vm& vm, Stream* object) {
  if (object->busy) return raise(vm, Exc::RuntimeError, "compression object is in use by another thread");
  return ok();
}

NATIVE(zlib_compressobj, "compressobj(level=-1, method=8, wbits=15, memLevel=8, strategy=0, zdict=None)", "An object that compresses piece by piece.") {
  COIL_TRY(int level, int_argument_reenter(vm, args[0], Z_DEFAULT_COMPRESSION));
  COIL_TRY(int method, int_argument_reenter(vm, args[1], Z_DEFLATED));
  COIL_TRY(int wbits, int_argument_reenter(vm, args[2], MAX_WBITS));
  COIL_TRY(int memory, int_argument_reenter(vm, args[3], 8));
  COIL_TRY(int strategy, int_argument_reenter(vm, args[4], Z_DEFAULT_STRATEGY));
  ByteSpan dictionary{nullptr, 0};
  if (args.has(5)) {
    COIL_TRY(dictionary, require_bytes(vm, args[5]));
  }
  if (dictionary.size > UINT32_MAX) return raise(vm, Exc::OverflowError, "zdict length does not fit in an unsigned int");
  COIL_TRY(Stream* object, new_stream(vm, true));
  auto stream = std::make_unique<z_stream>();
  int code = deflateInit2(stream.get(), level, method, wbits, memory, strategy);
  if (code == Z_MEM_ERROR) return raise(vm, Exc::MemoryError, "Can't allocate memory for compression object");
  if (code == Z_STREAM_ERROR) return raise_value_error(vm, "Invalid initialization option");
  if (code != Z_OK) return raise_zlib(vm, stream.get(), code, "while creating compression object");
  object->stream = stream.release();
  if (args.has(5)) {
    code = deflateSetDictionary(object->stream, dictionary.data, static_cast<uInt>(dictionary.size));
    if (code != Z_OK) return raise_value_error(vm, "Invalid dictionary");
  }
  return Value(object);
}

NATIVE(compress_compress, "compress(self, data, /)", "Compressed bytes that are ready after this piece.") {
  auto* object = self_as<Stream>(args);
  COIL_TRY(Input input, input_of(vm, args[1]));
  COIL_CHECK(check_idle(vm, object));
  if (!object->stream) return raise_zlib(vm, nullptr, Z_STREAM_ERROR, "while compressing data");
  Busy busy(object);
  Pump pump{object->stream, input.span.data, input.span.size, {}};
  int code = with_lock_released(vm, input.span.size, [&] { return pump.run(deflate, Z_NO_FLUSH, false); });
  if (code == Z_STREAM_ERROR) return raise_zlib(vm, object->stream, code, "while compressing data");
  return new_bytes(vm, pump.out.data(), pump.out.size());
}
NATIVE(compress_flush, "flush(self, mode=4, /)", "The rest of the compressed bytes.") {
  auto* object = self_as<Stream>(args);
  COIL_TRY(int mode, int_argument_reenter(vm, args[1], Z_FINISH));
  COIL_CHECK(check_idle(vm, object));
  if (mode == Z_NO_FLUSH) return Value(vm.empty_bytes);
  if (!object->stream) return raise_zlib(vm, nullptr, Z_STREAM_ERROR, "while flushing");
  Busy busy(object);
  Pump pump{object->stream, nullptr, 0, {}};
  int code = pump.run(deflate, mode, true);
  if (code == Z_STREAM_ERROR) return raise_zlib(vm, object->stream, code, "while flushing");
  if (code == Z_STREAM_END && mode == Z_FINISH) destroy_stream(object);
  return new_bytes(vm, pump.out.data(), pump.out.size());
}

Result<Value> copy_stream(Vm& vm, Stream* source) {
  COIL_CHECK(check_idle(vm, source));
  if (!source->stream) return raise_value_error(vm, "Inconsistent stream state");
  COIL_TRY(Stream* copy, new_stream(vm, source->compresses));
  auto stream = std::make_unique<z_stream>();
  int code = source->compresses ? deflateCopy(stream.get(), source->stream) : inflateCopy(stream.get(), source->stream);
  if (code == Z_MEM_ERROR) return raise_memory_error(vm);
  if (code != Z_OK) return raise_value_error(vm, "Inconsistent stream state");
  copy->stream = stream.release();
  copy->finished = source->finished;
  copy->dictionary = source->dictionary;
  copy->unused = source->unused;
  copy->tail = source->tail;
  write_barrier(copy);
  return Value(copy);
}
NATIVE(stream_copy, "copy(self, /)", "An independent object in the same state.") { return copy_stream(vm, self_as<Stream>(args)); }
NATIVE(stream_copy_special, "__copy__(self, /)", "An independent object in the same state.") { return copy_stream(vm, self_as<Stream>(args)); }
NATIVE(stream_deepcopy, "__deepcopy__(self, memo, /)", "An independent object in the same state.") {
  return copy_stream(vm, self_as<Stream>(args));
}

Result<void> set_dictionary(Vm& vm, Stream* object) {
  COIL_TRY(ByteSpan span, require_bytes(vm, object->dictionary));
  int code = inflateSetDictionary(object->stream, span.data, static_cast<uInt>(span.size));
  if (code != Z_OK) return raise_zlib(vm, object->stream, code, "while setting zdict");
  return ok();
}

NATIVE(zlib_decompressobj, "decompressobj(wbits=15, zdict=b'')", "An object that decompresses piece by piece.") {
  COIL_TRY(int wbits, int_argument_reenter(vm, args[0], MAX_WBITS));
  if (args.has(1)) {
    ByteSpan span;
    if (!byte_span(args[1], &span)) return raise_type_error(vm, "zdict argument must support the buffer protocol");
  }
  COIL_TRY(Stream* object, new_stream(vm, false));
  auto stream = std::make_unique<z_stream>();
  int code = inflateInit2(stream.get(), wbits);
  if (code == Z_MEM_ERROR) return raise(vm, Exc::MemoryError, "Can't allocate memory for decompression object");
  if (code == Z_STREAM_ERROR) return raise_value_error(vm, "Invalid initialization option");
  if (code != Z_OK) return raise_zlib(vm, stream.get(), code, "while creating decompression object");
  object->stream = stream.release();
  if (args.has(1)) {
    store(object, object->dictionary, args[1]);
    if (wbits < 0) COIL_CHECK(set_dictionary(vm, object));
  }
  return Value(object);
}

/// What is left of the input goes to unconsumed_tail, or behind the end of the stream to unused_data.
Result<void> keep_rest(Vm& vm, Stream* object, const Pump& pump, bool at_end) {
  if (at_end) {
    if (pump.input_size) {
      COIL_TRY(Bytes* all, new_bytes_uninitialized(vm, object->unused->size + pump.input_size));
      std::memcpy(all->data, object->unused->data, object->unused->size);
      std::memcpy(all->data + object->unused->size, pump.input, pump.input_size);
      store(object, object->unused, all);
    }
    // As in CPython, the rest of what waited in unconsumed_tail stays there too.
    if (!object->tail->size) return ok();
  }
  if (pump.input_size || object->tail->size) {
    COIL_TRY(Bytes* rest, new_bytes(vm, pump.input, pump.input_size));
    store(object, object->tail, rest);
  }
  return ok();
}

Result<Value> decompress_input(Vm& vm, Stream* object, const Input& input, size_t limit, int flush) {
  if (object->finished) {
    Pump rest{object->stream, input.span.data, input.span.size, {}};
    COIL_CHECK(keep_rest(vm, object, rest, true));
    return Value(vm.empty_bytes);
  }
  Busy busy(object);
  Pump pump{object->stream, input.span.data, input.span.size, {}};
  pump.limit = limit;
  auto work = [&] { return pump.run(inflate, flush, true); };
  int code = with_lock_released(vm, input.span.size, work);
  if (code == Z_NEED_DICT && object->dictionary) {
    COIL_CHECK(set_dictionary(vm, object));
    code = with_lock_released(vm, input.span.size, work);
  }
  COIL_CHECK(keep_rest(vm, object, pump, code == Z_STREAM_END));
  if (code == Z_STREAM_END) object->finished = true;
  else if (code != Z_OK && code != Z_BUF_ERROR) return raise_zlib(vm, object->stream, code, "while decompressing data");
  return new_bytes(vm, pump.out.data(), pump.out.size());
}

NATIVE(decompress_decompress, "decompress(self, data, /, max_length=0)", "Decompressed bytes, at most max_length when it is not 0.") {
  auto* object = self_as<Stream>(args);
  int64_t limit = 0;
  if (args.has(2)) {
    COIL_TRY(limit, ssize_from_reenter(vm, args[2]));
  }
  if (limit < 0) return raise_value_error(vm, "max_length must be non-negative");
  COIL_TRY(Input input, input_of(vm, args[1]));
  COIL_CHECK(check_idle(vm, object));
  return decompress_input(vm, object, input, limit ? static_cast<size_t>(limit) : ~size_t{0}, Z_SYNC_FLUSH);
}
NATIVE(decompress_flush, "flush(self, length=16384, /)", "The rest of the decompressed bytes.") {
  auto* object = self_as<Stream>(args);
  int64_t length = kDefaultBuffer;
  if (args.has(1)) {
    COIL_TRY(length, ssize_from_reenter(vm, args[1]));
  }
  if (length <= 0) return raise_value_error(vm, "length must be greater than zero");
  COIL_CHECK(check_idle(vm, object));
  if (object->finished) {
    destroy_stream(object);
    return Value(vm.empty_bytes);
  }
  Bytes* tail = object->tail;
  Input input{{tail->data, tail->size}, tail};
  COIL_TRY(Value rest, decompress_input(vm, object, input, ~size_t{0}, Z_FINISH));
  if (object->finished) destroy_stream(object);
  return rest;
}
Result<Value> decompress_unused(Vm&, Value self) { return Value(self.as<Stream>()->unused); }
Result<Value> decompress_tail(Vm&, Value self) { return Value(self.as<Stream>()->tail); }
Result<Value> decompress_eof(Vm&, Value self) { return Value::boolean(self.as<Stream>()->finished); }
const GetSetSpec kUnused{"unused_data", decompress_unused, nullptr, "Data behind the end of the compressed stream."};
const GetSetSpec kTail{"unconsumed_tail", decompress_tail, nullptr, "Data that max_length left over."};
const GetSetSpec kEof{"eof", decompress_eof, nullptr, "Whether the end of the stream was reached."};

Result<void> init_zlib(Vm& vm, Dict* ns) {
  COIL_TRY(Str* error_name, new_str(vm, "error"));
  COIL_TRY(Tuple* bases, make_tuple(vm, {vm.exception(Exc::Exception)}));
  COIL_TRY(Dict* body, new_dict(vm));
  COIL_CHECK(dict_set_str(vm, body, vm.name(Name::module_), intern(vm, "zlib")));
  COIL_TRY(g_error, new_class_reenter(vm, vm.type(Kind::Class), error_name, bases, body, nullptr, nullptr));
  COIL_CHECK(keep_forever(vm, g_error));
  COIL_CHECK(module_set(vm, ns, "error", g_error));
  COIL_TRY(g_compress_class, new_module_class<Stream>(vm, "Compress", "zlib", "Compresses piece by piece."));
  g_compress_class->slots.make = nullptr;
  define_class(vm, g_compress_class, {&compress_compress_spec, &compress_flush_spec, &stream_copy_spec, &stream_copy_special_spec, &stream_deepcopy_spec}, {});
  COIL_TRY(g_decompress_class, new_module_class<Stream>(vm, "Decompress", "zlib", "Decompresses piece by piece."));
  g_decompress_class->slots.make = nullptr;
  define_class(vm, g_decompress_class,
               {&decompress_decompress_spec, &decompress_flush_spec, &stream_copy_spec, &stream_copy_special_spec, &stream_deepcopy_spec},
               {&kUnused, &kTail, &kEof});
  static constexpr struct { const char* name; int64_t value; } kConstants[] = {
      {"MAX_WBITS", MAX_WBITS}, {"DEFLATED", Z_DEFLATED}, {"DEF_MEM_LEVEL", 8}, {"DEF_BUF_SIZE", kDefaultBuffer},
      {"Z_NO_COMPRESSION", Z_NO_COMPRESSION}, {"Z_BEST_SPEED", Z_BEST_SPEED}, {"Z_BEST_COMPRESSION", Z_BEST_COMPRESSION},
      {"Z_DEFAULT_COMPRESSION", Z_DEFAULT_COMPRESSION}, {"Z_FILTERED", Z_FILTERED}, {"Z_HUFFMAN_ONLY", Z_HUFFMAN_ONLY}, {"Z_RLE", Z_RLE},
      {"Z_FIXED", Z_FIXED}, {"Z_DEFAULT_STRATEGY", Z_DEFAULT_STRATEGY}, {"Z_NO_FLUSH", Z_NO_FLUSH}, {"Z_PARTIAL_FLUSH", Z_PARTIAL_FLUSH},
      {"Z_SYNC_FLUSH", Z_SYNC_FLUSH}, {"Z_FULL_FLUSH", Z_FULL_FLUSH}, {"Z_FINISH", Z_FINISH}, {"Z_BLOCK", Z_BLOCK}, {"Z_TREES", Z_TREES},
  };
  for (auto& constant : kConstants) COIL_CHECK(module_set_int(vm, ns, constant.name, constant.value));
  COIL_CHECK(module_set_str(vm, ns, "ZLIB_VERSION", ZLIB_VERSION));
  COIL_CHECK(module_set_str(vm, ns, "ZLIB_RUNTIME_VERSION", zlibVersion()));
  return module_set_str(vm, ns, "__version__", "1.0");
}

}  // namespace

MODULE(zlib, "zlib", "Compression in the formats deflate, zlib and gzip.", init_zlib, FN(zlib_adler32), FN(zlib_compress), FN(zlib_compressobj),
       FN(zlib_crc32), FN(zlib_decompress), FN(zlib_decompressobj))

}  // namespace coil
