// Module mmap: files and memory of the system as mutable bytes with a position. multiprocessing's shared memory is made of it, too.
//
// Arguments may run language code (__index__) that closes or resizes the mapping, so they are converted first, and the state is looked at afterwards.
// A file that becomes shorter than its mapping would kill the program at the next access (SIGBUS); such pages become zeros instead.
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <string>

#include "modules/support.hpp"
#include "objects/protocol.hpp"

namespace coil {

namespace {

enum Access : int64_t { kDefault, kRead, kWrite, kCopy };

struct Mapping : NativeObject {
  uint8_t* data;      // nullptr when it is closed
  size_t size;
  size_t position;
  int64_t offset;     // in the file
  int descriptor;     // -1: memory without a file
  Access access;
  uint32_t exports;
};

struct MappingIterator : NativeObject {
  Value mapping;  // nothing at the end
  size_t at;
};

Class* g_mapping;
Class* g_iterator;

// -- pages that have nothing behind them

/// The mappings, for the handler of SIGBUS: address and size. More than these are not protected.
struct MappedRange {
  std::atomic<uintptr_t> start{0};
  std::atomic<size_t> size{0};
};
MappedRange g_ranges[64];

/// Puts zeros where the file has nothing any more, or shared memory was made larger than it is; leaves the signal to its default action when the address is none of a mapping.
void on_missing_page(int number, siginfo_t* info, void*) {
  const auto address = reinterpret_cast<uintptr_t>(info->si_addr);
  const auto page = static_cast<uintptr_t>(::sysconf(_SC_PAGESIZE));
  for (const MappedRange& range : g_ranges) {
    if (info->si_code <= 0) break;  // sent by a program
    if (address < range.start || address - range.start >= range.size) continue;
    void* start = reinterpret_cast<void*>(address & ~(page - 1));
    if (::mmap(start, page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) != MAP_FAILED) return;
  }
  ::signal(number, SIG_DFL);
  ::raise(number);
}

/// A program may have a handler of its own; then it gets the signal.
void watch_missing_pages() {
  struct sigaction action;
  if (::sigaction(SIGBUS, nullptr, &action) != 0 || action.sa_handler != SIG_DFL) return;
  action = {};
  action.sa_sigaction = on_missing_page;
  action.sa_flags = SA_SIGINFO;
  ::sigaction(SIGBUS, &action, nullptr);
}

void protect(const Mapping* mapping) {
  watch_missing_pages();
  for (MappedRange& range : g_ranges) {
    if (range.start) continue;
    range.size = mapping->size;
    range.start = reinterpret_cast<uintptr_t>(mapping->data);
    return;
  }
}

void unprotect(const Mapping* mapping) {
  for (MappedRange& range : g_ranges) {
    if (range.start == reinterpret_cast<uintptr_t>(mapping->data)) range.start = 0;
  }
}

void unmap(Mapping* mapping) {
  if (!mapping->data) return;
  unprotect(mapping);
  ::munmap(mapping->data, mapping->size);
  if (mapping->descriptor >= 0) ::close(mapping->descriptor);
  mapping->data = nullptr;
  mapping->descriptor = -1;
}

const NativeObjectOps kMappingOps{nullptr, [](Cell* cell) { unmap(static_cast<Mapping*>(cell)); },
                                  [](Cell* cell, BufferInfo* out) {
                                    auto* mapping = static_cast<Mapping*>(cell);
                                    *out = {mapping->data, mapping->size, 1, 'B', mapping->access == kRead, &mapping->exports};
                                    if (!mapping->data) out->released = "mmap closed or invalid";
                                  }};
const NativeObjectOps kIteratorOps{[](Cell* cell, Marker& marker) { marker.value(static_cast<MappingIterator*>(cell)->mapping); }, nullptr};

// -- arguments and checks

Result<Mapping*> open_mapping(Vm& vm, Value self) {
  auto* mapping = self.as<Mapping>();
  if (!mapping->data) return raise_value_error(vm, "mmap closed or invalid");
  return mapping;
}

Result<Mapping*> writable_mapping(Vm& vm, Value self) {
  COIL_TRY(Mapping* mapping, open_mapping(vm, self));
  if (mapping->access == kRead) return raise_type_error(vm, "mmap can't modify a readonly memory map.");
  return mapping;
}

Result<int64_t> number_or_reenter(Vm& vm, Args args, size_t index, int64_t otherwise) {
  if (!args.has(index)) return otherwise;
  return argument_int64_reenter(vm, args[index]);
}

// -- making

/// Flags and protection for an access; ValueError for one that does not exist.
Result<void> flags_for_access(Vm& vm, Access access, int* flags, int* protection) {
  switch (access) {
    case kRead: *flags = MAP_SHARED, *protection = PROT_READ; return ok();
    case kWrite: *flags = MAP_SHARED, *protection = PROT_READ | PROT_WRITE; return ok();
    case kCopy: *flags = MAP_PRIVATE, *protection = PROT_READ | PROT_WRITE; return ok();
    default: return raise_value_error(vm, "mmap invalid access parameter.");
  }
}

/// The size of what is mapped of a file; 0 asks for all from the offset on.
Result<int64_t> size_in_file(Vm& vm, int descriptor, int64_t size, int64_t offset) {
  struct stat status;
  if (descriptor < 0 || ::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) return size;
  if (size) {
    if (offset > status.st_size || status.st_size - offset < size) return raise_value_error(vm, "mmap length is greater than file size");
    return size;
  }
  if (!status.st_size) return raise_value_error(vm, "cannot mmap an empty file");
  if (offset >= status.st_size) return raise_value_error(vm, "mmap offset is greater than file size");
  return status.st_size - offset;
}

NATIVE(mmap_new, "mmap(cls, fileno, length, flags=1, prot=3, access=0, offset=0)",
       "The bytes of a file, or for -1 new memory, as an object like bytearray that has a position. A length of 0 means the whole file.") {
  COIL_TRY(int given, parsed_int_reenter(vm, args[1]));
  COIL_TRY(int64_t size, argument_int64_reenter(vm, args[2]));
  COIL_TRY(int64_t given_flags, number_or_reenter(vm, args, 3, MAP_SHARED));
  COIL_TRY(int64_t given_protection, number_or_reenter(vm, args, 4, PROT_READ | PROT_WRITE));
  COIL_TRY(int64_t access, number_or_reenter(vm, args, 5, kDefault));
  COIL_TRY(int64_t offset, number_or_reenter(vm, args, 6, 0));
  int flags = static_cast<int>(given_flags), protection = static_cast<int>(given_protection);
  if (size < 0) return raise(vm, Exc::OverflowError, "memory mapped length must be positive");
  if (offset < 0) return raise(vm, Exc::OverflowError, "memory mapped offset must be positive");
  if (access != kDefault) {
    if (flags != MAP_SHARED || protection != (PROT_READ | PROT_WRITE)) {
      return raise_value_error(vm, "mmap can't specify both access and flags, prot.");
    }
    COIL_CHECK(flags_for_access(vm, static_cast<Access>(access), &flags, &protection));
  } else if ((protection & (PROT_READ | PROT_WRITE)) != (PROT_READ | PROT_WRITE)) {
    access = protection & PROT_WRITE ? kWrite : kRead;
  }
  COIL_TRY(size, size_in_file(vm, given, size, offset));
  COIL_TRY(Mapping* mapping, new_native_object<Mapping>(vm, args[0].as<Class>(), &kMappingOps));
  mapping->descriptor = given < 0 ? -1 : ::fcntl(given, F_DUPFD_CLOEXEC, 0);
  if (given >= 0 && mapping->descriptor < 0) return raise_os_error(vm, errno);
  if (given < 0) flags |= MAP_ANONYMOUS;
  void* data = ::mmap(nullptr, static_cast<size_t>(size), protection, flags, mapping->descriptor, offset);
  if (data == MAP_FAILED) {
    const int error = errno;
    if (mapping->descriptor >= 0) ::close(mapping->descriptor);
    return raise_os_error(vm, error);
  }
  mapping->data = static_cast<uint8_t*>(data);
  mapping->size = static_cast<size_t>(size);
  mapping->access = static_cast<Access>(access);
  mapping->offset = offset;
  protect(mapping);
  return Value(mapping);
}
COIL_MAKE_SLOT(mapping_make, mmap_new)

// -- the whole mapping

Result<Value> close_mapping(Vm& vm, Value self) {
  auto* mapping = self.as<Mapping>();
  if (still_exported(self, &mapping->exports)) return raise(vm, Exc::BufferError, "cannot close exported pointers exist");
  unmap(mapping);
  return none();
}
NATIVE(mmap_close, "close(self, /)", "Give the memory back; not while memoryviews show it.") { return close_mapping(vm, args[0]); }
NATIVE(mmap_enter, "__enter__(self, /)", "The mapping.") {
  COIL_CHECK(open_mapping(vm, args[0]));
  return args[0];
}
NATIVE(mmap_exit, "__exit__(self, *args)", "Close the mapping.") { return close_mapping(vm, args[0]); }

NATIVE(mmap_flush, "flush(self, offset=0, size=-1, /)", "Write what was changed to the file.") {
  COIL_TRY(int64_t offset, number_or_reenter(vm, args, 1, 0));
  COIL_TRY(int64_t size, number_or_reenter(vm, args, 2, -1));
  COIL_TRY(Mapping* mapping, open_mapping(vm, args[0]));
  const auto whole = static_cast<int64_t>(mapping->size);
  if (!args.has(2)) size = whole;
  if (offset < 0 || size < 0 || offset > whole || whole - offset < size) return raise_value_error(vm, "flush values out of range");
  if (mapping->access == kRead || mapping->access == kCopy) return none();
  if (::msync(mapping->data + offset, static_cast<size_t>(size), MS_SYNC) != 0) return raise_os_error(vm, errno);
  return none();
}

NATIVE(mmap_madvise, "madvise(self, option, start=0, length=None, /)", "Tell the system how the memory will be used.") {
  COIL_TRY(int option, parsed_int_reenter(vm, args[1]));
  COIL_TRY(int64_t start, number_or_reenter(vm, args, 2, 0));
  COIL_TRY(int64_t length, number_or_reenter(vm, args, 3, INT64_MAX));
  COIL_TRY(Mapping* mapping, open_mapping(vm, args[0]));
  const auto whole = static_cast<int64_t>(mapping->size);
  if (start < 0 || start >= whole) return raise_value_error(vm, "madvise start out of bounds");
  if (length < 0) return raise_value_error(vm, "madvise length invalid");
  if (args.has(3) && INT64_MAX - start < length) return raise(vm, Exc::OverflowError, "madvise length too large");
  if (::madvise(mapping->data + start, static_cast<size_t>(std::min(length, whole - start)), option) != 0) return raise_os_error(vm, errno);
  return none();
}

NATIVE(mmap_resize, "resize(self, newsize, /)", "Change the size, of the file too.") {
  COIL_TRY(int64_t size, argument_int64_reenter(vm, args[1]));
  COIL_TRY(Mapping* mapping, open_mapping(vm, args[0]));
  if (still_exported(args[0], &mapping->exports)) return raise(vm, Exc::BufferError, "mmap can't resize with extant buffers exported.");
  if (mapping->access != kWrite && mapping->access != kDefault) {
    return raise_type_error(vm, "mmap can't resize a readonly or copy-on-write memory map.");
  }
  if (size < 0 || INT64_MAX - size < mapping->offset) return raise_value_error(vm, "new size out of range");
  if (mapping->descriptor >= 0 && ::ftruncate(mapping->descriptor, mapping->offset + size) != 0) return raise_os_error(vm, errno);
  void* data = ::mremap(mapping->data, mapping->size, static_cast<size_t>(size), MREMAP_MAYMOVE);
  if (data == MAP_FAILED) return raise_os_error(vm, errno);
  unprotect(mapping);
  mapping->data = static_cast<uint8_t*>(data);
  mapping->size = static_cast<size_t>(size);
  protect(mapping);
  return none();
}

NATIVE(mmap_size, "size(self, /)", "The size of the file, which may be larger than the mapping; OSError without a file.") {
  COIL_TRY(Mapping* mapping, open_mapping(vm, args[0]));
  struct stat status;
  if (::fstat(mapping->descriptor, &status) != 0) return raise_os_error(vm, errno);
  return make_int(vm, status.st_size);
}

Result<Value> get_closed(Vm&, Value self) { return Value::boolean(!self.as<Mapping>()->data); }
const GetSetSpec kClosed{"closed", get_closed, nullptr, nullptr};

// -- the position

/// The bytes behind the position, at most `limit`; the position goes behind them.
Result<Value> take(Vm& vm, Mapping* mapping, size_t limit) {
  const size_t count = std::min(limit, mapping->size - std::min(mapping->position, mapping->size));
  COIL_TRY(Bytes* bytes, new_bytes(vm, mapping->data + std::min(mapping->position, mapping->size), count));
  mapping->position += count;
  return Value(bytes);
}

NATIVE(mmap_read, "read(self, n=None, /)", "The next n bytes, or all the rest.") {
  int64_t count = -1;
  if (args.has(1) && !args[1].is_none()) {
    if (!class_of(args[1])->slots.index) return raise_type_error(vm, "argument should be integer or None, not '%s'", type_name(args[1]));
    COIL_TRY(count, argument_int64_reenter(vm, args[1]));
  }
  COIL_TRY(Mapping* mapping, open_mapping(vm, args[0]));
  return take(vm, mapping, count < 0 ? mapping->size : static_cast<size_t>(count));
}
NATIVE(mmap_read_byte, "read_byte(self, /)", "The next byte, as an integer.") {
  COIL_TRY(Mapping* mapping, open_mapping(vm, args[0]));
  if (mapping->position >= mapping->size) return raise_value_error(vm, "read byte out of range");
  return Value::small_int(mapping->data[mapping->position++]);
}
NATIVE(mmap_readline, "readline(self, /)", "The bytes up to the end of the line.") {
  COIL_TRY(Mapping* mapping, open_mapping(vm, args[0]));
  if (mapping->position >= mapping->size) return take(vm, mapping, 0);
  const uint8_t* start = mapping->data + mapping->position;
  const void* end = std::memchr(start, '\n', mapping->size - mapping->position);
  return take(vm, mapping, end ? static_cast<size_t>(static_cast<const uint8_t*>(end) - start) + 1 : mapping->size);
}
NATIVE(mmap_seek, "seek(self, pos, whence=0, /)", "Set the position: from the beginning (0), from where it is (1), or from the end (2).") {
  COIL_TRY(int64_t distance, argument_int64_reenter(vm, args[1]));
  COIL_TRY(int64_t whence, number_or_reenter(vm, args, 2, 0));
  COIL_TRY(Mapping* mapping, open_mapping(vm, args[0]));
  if (whence < 0 || whence > 2) return raise_value_error(vm, "unknown seek type");
  const int64_t bases[] = {0, static_cast<int64_t>(mapping->position), static_cast<int64_t>(mapping->size)};
  int64_t place;
  if (__builtin_add_overflow(bases[whence], distance, &place) || place < 0 || place > bases[2]) return raise_value_error(vm, "seek out of range");
  mapping->position = static_cast<size_t>(place);
  return none();
}
NATIVE(mmap_tell, "tell(self, /)", "The position.") {
  COIL_TRY(Mapping* mapping, open_mapping(vm, args[0]));
  return make_int(vm, static_cast<int64_t>(mapping->position));
}
NATIVE(mmap_write, "write(self, bytes, /)", "Put bytes at the position, and go behind them; their number.") {
  COIL_TRY(ByteSpan bytes, require_bytes(vm, args[1]));
  COIL_TRY(Mapping* mapping, writable_mapping(vm, args[0]));
  if (mapping->position > mapping->size || mapping->size - mapping->position < bytes.size) return raise_value_error(vm, "data out of range");
  if (bytes.size) std::memmove(mapping->data + mapping->position, bytes.data, bytes.size);
  mapping->position += bytes.size;
  return make_int(vm, static_cast<int64_t>(bytes.size));
}
NATIVE(mmap_write_byte, "write_byte(self, byte, /)", "Put one byte, an integer, at the position.") {
  COIL_TRY(int byte, parsed_int_reenter(vm, args[1]));
  if (byte < 0) return raise(vm, Exc::OverflowError, "unsigned byte integer is less than minimum");
  if (byte > 255) return raise(vm, Exc::OverflowError, "unsigned byte integer is greater than maximum");
  COIL_TRY(Mapping* mapping, writable_mapping(vm, args[0]));
  if (mapping->position >= mapping->size) return raise_value_error(vm, "write byte out of range");
  mapping->data[mapping->position++] = static_cast<uint8_t>(byte);
  return none();
}

// -- places

int64_t clamped(int64_t place, size_t size) {
  const auto whole = static_cast<int64_t>(size);
  return std::clamp<int64_t>(place < 0 ? place + whole : place, 0, whole);
}

/// Where bytes are between two places, by default from the position on; -1 when they are not.
Result<Value> find_reenter(Vm& vm, Args args, bool last) {
  COIL_TRY(int64_t start, number_or_reenter(vm, args, 2, -1));
  COIL_TRY(int64_t end, number_or_reenter(vm, args, 3, -1));
  COIL_TRY(ByteSpan wanted, require_bytes(vm, args[1]));
  COIL_TRY(Mapping* mapping, open_mapping(vm, args[0]));
  start = args.has(2) ? clamped(start, mapping->size) : static_cast<int64_t>(mapping->position);
  end = args.has(3) ? clamped(end, mapping->size) : static_cast<int64_t>(mapping->size);
  if (start > end) return Value::small_int(-1);
  const auto length = static_cast<size_t>(end - start);
  const size_t found = last ? rfind_bytes(mapping->data + start, length, wanted.data, wanted.size) : find_bytes(mapping->data + start, length, wanted.data, wanted.size);
  return Value::small_int(found == kNotFound ? -1 : start + static_cast<int64_t>(found));
}
NATIVE(mmap_find, "find(self, sub, start=None, end=None, /)", "The first place of bytes, or -1; from the position on, unless a start is given.") {
  return find_reenter(vm, args, false);
}
NATIVE(mmap_rfind, "rfind(self, sub, start=None, end=None, /)", "The last place of bytes, or -1; from the position on, unless a start is given.") {
  return find_reenter(vm, args, true);
}
NATIVE(mmap_move, "move(self, dest, src, count, /)", "Copy bytes from one place to another.") {
  COIL_TRY(int64_t to, argument_int64_reenter(vm, args[1]));
  COIL_TRY(int64_t from, argument_int64_reenter(vm, args[2]));
  COIL_TRY(int64_t count, argument_int64_reenter(vm, args[3]));
  COIL_TRY(Mapping* mapping, writable_mapping(vm, args[0]));
  const auto whole = static_cast<int64_t>(mapping->size);
  if (to < 0 || from < 0 || count < 0 || whole - to < count || whole - from < count) {
    return raise_value_error(vm, "source, destination, or count out of range");
  }
  std::memmove(mapping->data + to, mapping->data + from, static_cast<size_t>(count));
  return none();
}

// -- items

Result<int64_t> mapping_len(Vm& vm, Value self) {
  COIL_TRY(Mapping* mapping, open_mapping(vm, self));
  return static_cast<int64_t>(mapping->size);
}

Result<uint8_t*> item_reenter(Vm& vm, Value self, Value key) {
  COIL_TRY(int64_t index, index_int64_reenter(vm, key));
  COIL_TRY(Mapping* mapping, open_mapping(vm, self));
  if (index < 0) index += static_cast<int64_t>(mapping->size);
  if (index < 0 || static_cast<size_t>(index) >= mapping->size) return raise(vm, Exc::IndexError, "mmap index out of range");
  return mapping->data + index;
}

Result<Value> mapping_get_item(Vm& vm, Value self, Value key) {
  COIL_CHECK(open_mapping(vm, self));
  if (class_of(key)->slots.index) {
    COIL_TRY(const uint8_t* item, item_reenter(vm, self, key));
    return Value::small_int(*item);
  }
  if (!key.is(Kind::Slice)) return raise_type_error(vm, "mmap indices must be integers");
  COIL_TRY(SliceBounds slice, slice_unpack_reenter(vm, key));
  COIL_TRY(Mapping* mapping, open_mapping(vm, self));
  slice_adjust(&slice, static_cast<int64_t>(mapping->size));
  std::string part;
  if (slice.length > 0 && slice.step == 1) return new_bytes(vm, mapping->data + slice.start, static_cast<size_t>(slice.length));
  for (int64_t i = 0; i < slice.length; i++) part += static_cast<char>(mapping->data[slice.start + i * slice.step]);
  return new_bytes(vm, part.data(), part.size());
}

Result<void> set_slice_reenter(Vm& vm, Value self, Value key, Value value) {
  COIL_TRY(SliceBounds slice, slice_unpack_reenter(vm, key));
  if (!value) return raise_type_error(vm, "mmap object doesn't support slice deletion");
  COIL_TRY(ByteSpan bytes, require_bytes(vm, value));
  COIL_TRY(Mapping* mapping, writable_mapping(vm, self));
  slice_adjust(&slice, static_cast<int64_t>(mapping->size));
  if (static_cast<size_t>(std::max<int64_t>(slice.length, 0)) != bytes.size) {
    return raise(vm, Exc::IndexError, "mmap slice assignment is wrong size");
  }
  if (bytes.size && slice.step == 1) {
    std::memmove(mapping->data + slice.start, bytes.data, bytes.size);
    return ok();
  }
  for (size_t i = 0; i < bytes.size; i++) mapping->data[slice.start + static_cast<int64_t>(i) * slice.step] = bytes.data[i];
  return ok();
}

Result<void> mapping_set_item(Vm& vm, Value self, Value key, Value value) {
  COIL_CHECK(writable_mapping(vm, self));
  if (key.is(Kind::Slice)) return set_slice_reenter(vm, self, key, value);
  if (!class_of(key)->slots.index) return raise_type_error(vm, "mmap indices must be integer");
  COIL_CHECK(item_reenter(vm, self, key));
  if (!value) return raise_type_error(vm, "mmap doesn't support item deletion");
  if (!class_of(value)->slots.index) return raise_type_error(vm, "mmap item value must be an int");
  COIL_TRY(int64_t byte, argument_int64_reenter(vm, value));
  if (byte < 0 || byte > 255) return raise_value_error(vm, "mmap item value must be in range(0, 256)");
  COIL_TRY(uint8_t* item, item_reenter(vm, self, key));
  *item = static_cast<uint8_t>(byte);
  return ok();
}

Result<Value> mapping_repr(Vm& vm, Value self) {
  const auto* mapping = self.as<Mapping>();
  std::string name = class_of(self)->native_name ? class_of(self)->native_name : str_utf8(class_of(self)->name);
  if (!mapping->data) return new_str(vm, "<" + name + " closed=True>");
  static constexpr const char* kNames[] = {"DEFAULT", "READ", "WRITE", "COPY"};
  return new_str(vm, "<" + name + " closed=False, access=ACCESS_" + kNames[mapping->access] + ", length=" + std::to_string(mapping->size) +
                         ", pos=" + std::to_string(mapping->position) + ", offset=" + std::to_string(mapping->offset) + ">");
}

/// Iteration gives bytes objects, where items are integers.
Result<Value> mapping_iter(Vm& vm, Value self) {
  COIL_TRY(MappingIterator* iterator, new_native_object<MappingIterator>(vm, g_iterator, &kIteratorOps));
  iterator->mapping = self;
  return Value(iterator);
}
Result<Value> iterator_next(Vm& vm, Value self) {
  auto* iterator = self.as<MappingIterator>();
  if (!iterator->mapping) return Value::stop();
  COIL_TRY(Mapping* mapping, open_mapping(vm, iterator->mapping));
  if (iterator->at < mapping->size) return new_bytes(vm, mapping->data + iterator->at++, 1);
  iterator->mapping = Value();
  return Value::stop();
}

// -- the module

struct Row {
  const char* name;
  int64_t number;
};

#define ROW(name) {#name, name}
constexpr Row kRows[] = {
    ROW(PROT_READ), ROW(PROT_WRITE), ROW(PROT_EXEC), ROW(MAP_SHARED), ROW(MAP_PRIVATE), ROW(MAP_ANON), ROW(MAP_ANONYMOUS), ROW(MAP_DENYWRITE),
    {"MAP_EXECUTABLE", MAP_EXECUTABLE}, ROW(MAP_POPULATE), ROW(MAP_STACK), {"ACCESS_DEFAULT", kDefault}, {"ACCESS_READ", kRead},
    {"ACCESS_WRITE", kWrite}, {"ACCESS_COPY", kCopy}, ROW(MADV_NORMAL), ROW(MADV_RANDOM), ROW(MADV_SEQUENTIAL), ROW(MADV_WILLNEED),
    ROW(MADV_DONTNEED), ROW(MADV_REMOVE), ROW(MADV_DONTFORK), ROW(MADV_DOFORK), ROW(MADV_HWPOISON), ROW(MADV_MERGEABLE), ROW(MADV_UNMERGEABLE),
    ROW(MADV_HUGEPAGE), ROW(MADV_NOHUGEPAGE), ROW(MADV_DONTDUMP), ROW(MADV_DODUMP), ROW(MADV_FREE)};
#undef ROW

Result<void> init_mmap(Vm& vm, Dict* ns) {
  COIL_TRY(g_mapping, new_module_class<Mapping>(vm, "mmap", "mmap", mmap_new_spec.doc, kClassHasWeakRef));
  g_mapping->native_name = "mmap.mmap";
  g_mapping->slots.make = mapping_make;
  g_mapping->slots.init = init_nothing;
  g_mapping->slots.len = mapping_len;
  g_mapping->slots.get_item = mapping_get_item;
  g_mapping->slots.set_item = mapping_set_item;
  g_mapping->slots.repr = mapping_repr;
  g_mapping->slots.iter = mapping_iter;
  define_class(vm, g_mapping,
               {FN(mmap_close), FN(mmap_enter), FN(mmap_exit), FN(mmap_find), FN(mmap_flush), FN(mmap_madvise), FN(mmap_move), FN(mmap_read),
                FN(mmap_read_byte), FN(mmap_readline), FN(mmap_resize), FN(mmap_rfind), FN(mmap_seek), FN(mmap_size), FN(mmap_tell),
                FN(mmap_write), FN(mmap_write_byte)},
               {&kClosed});
  COIL_TRY(g_iterator, new_module_class<MappingIterator>(vm, "iterator", "builtins", nullptr));
  g_iterator->slots.iter = iter_is_self;
  g_iterator->slots.next = iterator_next;
  define_class(vm, g_iterator, {}, {});
  COIL_CHECK(module_set(vm, ns, "mmap", g_mapping));
  COIL_CHECK(module_set(vm, ns, "error", vm.exception(Exc::OSError)));
  const int64_t page = ::sysconf(_SC_PAGESIZE);
  COIL_CHECK(module_set_int(vm, ns, "PAGESIZE", page));
  COIL_CHECK(module_set_int(vm, ns, "ALLOCATIONGRANULARITY", page));
  for (const Row& row : kRows) COIL_CHECK(module_set_int(vm, ns, row.name, row.number));
  return ok();
}

}  // namespace

MODULE(mmap_native, "mmap", "Files and memory of the system as bytes that can be changed.", init_mmap)

}  // namespace coil
