// Module _multiprocessing: what processes share. Messages over descriptors, semaphores and typed blocks in shared memory.
//
// Shared memory comes from an arena: a memory file that children inherit by fork() or get as a descriptor. Small pieces are never used again,
// since nobody knows which process still uses them; large ones have a file of their own, which goes when its last user has gone.
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <semaphore.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <bit>
#include <cerrno>
#include <climits>
#include <cmath>
#include <cstring>
#include <ctime>
#include <string>
#include <vector>

#include "async/oracle.hpp"
#include "modules/support.hpp"
#include "vm/threads.hpp"

namespace coil {

namespace {

// -- messages: the size in network order, then the bytes; -1 and 64 bits for large ones

/// Moves all bytes, waiting without the VM lock. `step` is read() or write(). Returns how many were moved: fewer only at the end of the input.
template <class Step>
Result<size_t> move_all_reenter(Vm& vm, size_t size, Step step) {
  size_t done = 0;
  while (done < size) {
    ssize_t moved;
    int error;
    {
      WithoutVm released(vm);
      moved = step(done);
      error = errno;
      if (moved < 0 && error == EAGAIN) {
        pollfd wait{step.descriptor, step.events, 0};
        ::poll(&wait, 1, -1);
        error = EINTR;
      }
    }
    if (moved > 0) {
      done += static_cast<size_t>(moved);
    } else if (moved == 0) {
      break;
    } else if (error != EINTR) {
      return raise_os_error(vm, error);
    } else {
      COIL_CHECK(check_interrupts_reenter(vm));
    }
  }
  return done;
}

struct WriteStep {
  int descriptor;
  short events;
  const char* data;
  size_t size;
  ssize_t operator()(size_t done) const { return ::write(descriptor, data + done, size - done); }
};
struct ReadStep {
  int descriptor;
  short events;
  char* data;
  size_t size;
  ssize_t operator()(size_t done) const { return ::read(descriptor, data + done, size - done); }
};

Result<int> descriptor_of_reenter(Vm& vm, Value value) {
  COIL_TRY(int64_t number, argument_int64_reenter(vm, value));
  if (number < 0 || number > INT_MAX) return raise_value_error(vm, "file descriptor cannot be a negative integer (%lld)", static_cast<long long>(number));
  return static_cast<int>(number);
}

NATIVE(send_message, "send_message(fd, data, /)", "Write a message.") {
  COIL_TRY(int descriptor, descriptor_of_reenter(vm, args[0]));
  COIL_TRY(ByteSpan span, require_bytes(vm, args[1]));
  std::string frame;
  if (span.size > INT32_MAX) {
    frame.assign(12, '\xff');
    uint64_t size = __builtin_bswap64(span.size);
    std::memcpy(&frame[4], &size, sizeof size);
  } else {
    uint32_t size = __builtin_bswap32(static_cast<uint32_t>(span.size));
    frame.assign(reinterpret_cast<const char*>(&size), sizeof size);
  }
  frame.append(reinterpret_cast<const char*>(span.data), span.size);
  COIL_CHECK(move_all_reenter(vm, frame.size(), WriteStep{descriptor, POLLOUT, frame.data(), frame.size()}));
  return none();
}

/// Exactly `size` bytes; EOFError when the other end closes before the first one, OSError in the middle.
Result<std::string> read_exactly_reenter(Vm& vm, int descriptor, size_t size, bool at_start) {
  std::string bytes;
  while (bytes.size() < size) {
    size_t old = bytes.size(), piece = std::min<size_t>(size - old, 1 << 20);  // the size is only what the other end says
    bytes.resize(old + piece);
    COIL_TRY(size_t got, move_all_reenter(vm, piece, ReadStep{descriptor, POLLIN, bytes.data() + old, piece}));
    if (got < piece) {
      if (old + got == 0 && at_start) return raise_with_args(vm, Exc::EOFError, {});
      return raise_text(vm, Exc::OSError, "got end of file during message");
    }
  }
  return bytes;
}

NATIVE(receive_message, "receive_message(fd, limit=None, /)", "Read a message; None when it is longer than the limit. EOFError when there will be none.") {
  COIL_TRY(int descriptor, descriptor_of_reenter(vm, args[0]));
  COIL_TRY(std::string head, read_exactly_reenter(vm, descriptor, 4, true));
  uint32_t small;
  std::memcpy(&small, head.data(), sizeof small);
  uint64_t size = __builtin_bswap32(small);
  if (size == 0xffffffffu) {
    COIL_TRY(std::string more, read_exactly_reenter(vm, descriptor, 8, false));
    std::memcpy(&size, more.data(), sizeof size);
    size = __builtin_bswap64(size);
  }
  if (args.has(1) && !args[1].is_none()) {
    COIL_TRY(int64_t limit, argument_int64_reenter(vm, args[1]));
    if (size > static_cast<uint64_t>(std::max<int64_t>(limit, 0))) return none();
  }
  COIL_TRY(std::string bytes, read_exactly_reenter(vm, descriptor, size, false));
  return new_bytes(vm, bytes.data(), bytes.size());
}

NATIVE(socket_pair, "socketpair()", "Two connected descriptors.") {
  int ends[2];
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) < 0) return raise_os_error(vm, errno);
  return make_tuple(vm, {Value::small_int(ends[0]), Value::small_int(ends[1])});
}

NATIVE(wait_readable, "wait_readable(fds, timeout=None, /)", "Those of the descriptors that can be read; none when the time is over.") {
  COIL_TRY(Tuple* wanted, tuple_from_iterable_reenter(vm, args[0]));
  std::vector<pollfd> descriptors;
  for (size_t i = 0; i < wanted->size; i++) {
    COIL_TRY(int descriptor, descriptor_of_reenter(vm, wanted->items[i]));
    descriptors.push_back({descriptor, POLLIN, 0});
  }
  int64_t deadline = -1;
  if (args.has(1) && !args[1].is_none()) {
    COIL_TRY(double timeout, number_as_double_reenter(vm, args[1]));
    deadline = g_oracle->monotonic_ns() + static_cast<int64_t>(std::clamp(timeout, 0.0, 1e9) * 1e9);
  }
  for (;;) {
    int64_t left = deadline < 0 ? -1 : std::max<int64_t>(0, deadline - g_oracle->monotonic_ns());
    timespec limit{static_cast<time_t>(left / 1'000'000'000), static_cast<long>(left % 1'000'000'000)};
    int ready, error;
    {
      WithoutVm released(vm);
      ready = ::ppoll(descriptors.data(), descriptors.size(), deadline < 0 ? nullptr : &limit, nullptr);
      error = errno;
    }
    if (ready >= 0) break;
    if (error != EINTR) return raise_os_error(vm, error);
    COIL_CHECK(check_interrupts_reenter(vm));
  }
  COIL_TRY(List* list, new_list(vm));
  for (const pollfd& entry : descriptors) {
    if (entry.revents & POLLNVAL) return raise_os_error(vm, EBADF);
    if (entry.revents) COIL_CHECK(list_append(vm, list, Value::small_int(entry.fd)));
  }
  return Value(list);
}

// -- shared memory

constexpr size_t kArenaSize = size_t{4} << 20, kLargePiece = 64 << 10, kAlignment = 64;

struct Mapping {
  int descriptor;
  char* base;
  size_t size;
  size_t uses;  // Pieces of this process
};

struct Piece {
  Mapping* mapping = nullptr;
  size_t offset = 0, size = 0;
  char* data() const { return mapping->base + offset; }
};

Mapping* g_arena;
size_t g_arena_used;
pid_t g_arena_owner;

int above_standard(int descriptor) {
  if (descriptor < 0 || descriptor > 2) return descriptor;
  int moved = ::fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
  ::close(descriptor);
  return moved;
}

/// nullptr with errno when the system refuses. `descriptor` is taken over.
Mapping* map_file(int descriptor, size_t size) {
  void* base = ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_NORESERVE, descriptor, 0);
  if (base == MAP_FAILED) return nullptr;
  return new Mapping{descriptor, static_cast<char*>(base), size, 0};
}

Mapping* new_mapping(size_t size) {
  int descriptor = above_standard(::memfd_create("coil-shared", MFD_CLOEXEC));
  if (descriptor < 0) return nullptr;
  if (::ftruncate(descriptor, static_cast<off_t>(size)) == 0) {
    if (Mapping* mapping = map_file(descriptor, size)) return mapping;
  }
  int error = errno;
  ::close(descriptor);
  errno = error;
  return nullptr;
}

void release_piece(Piece& piece) {
  if (!piece.mapping || --piece.mapping->uses) return;
  ::munmap(piece.mapping->base, piece.mapping->size);
  ::close(piece.mapping->descriptor);
  delete piece.mapping;
}

Result<Piece> allocate_piece(Vm& vm, size_t size) {
  size_t rounded = (std::max<size_t>(size, 1) + kAlignment - 1) & ~(kAlignment - 1);
  if (size >= kLargePiece) {
    if (size > (size_t{1} << 46)) return raise_memory_error(vm);
    Mapping* mapping = new_mapping(rounded);
    if (!mapping) return raise_os_error(vm, errno);
    mapping->uses = 1;
    return Piece{mapping, 0, size};
  }
  // A forked child does not know what its parent hands out: it has an arena of its own.
  if (!g_arena || g_arena_owner != ::getpid() || g_arena_used + rounded > g_arena->size) {
    Mapping* fresh = new_mapping(kArenaSize);
    if (!fresh) return raise_os_error(vm, errno);
    g_arena = fresh;
    g_arena->uses = 1;  // never unmapped
    g_arena_used = 0;
    g_arena_owner = ::getpid();
  }
  Piece piece{g_arena, g_arena_used, size};
  g_arena_used += rounded;
  g_arena->uses++;
  return piece;
}

/// A piece of another process's memory, whose file was inherited as `descriptor`. Mapped once for each file.
std::vector<Mapping*> g_attached;
Result<Piece> attach_piece(Vm& vm, int descriptor, size_t offset, size_t size) {
  Mapping* found = nullptr;
  for (Mapping* mapping : g_attached) {
    if (mapping->descriptor == descriptor) found = mapping;
  }
  if (!found) {
    off_t length = ::lseek(descriptor, 0, SEEK_END);
    if (length < 0) return raise_os_error(vm, errno);
    found = map_file(descriptor, static_cast<size_t>(length));
    if (!found) return raise_os_error(vm, errno);
    found->uses = 1;
    g_attached.push_back(found);
  }
  if (offset > found->size || size > found->size - offset) return raise_value_error(vm, "piece outside of the shared memory");
  found->uses++;
  return Piece{found, offset, size};
}

Result<Value> describe_piece(Vm& vm, const Piece& piece) {
  return make_tuple(vm, {Value::small_int(piece.mapping->descriptor), Value::small_int(static_cast<int64_t>(piece.offset)),
                         Value::small_int(static_cast<int64_t>(piece.size))});
}

// -- semaphores

enum { kRecursiveMutex = 0, kSemaphore = 1 };

struct SemLock : NativeObject {
  Piece piece;      // holds the sem_t
  int kind;
  int64_t maximum;
  int64_t count;    // acquisitions of this process
  pthread_t owner;  // who holds a recursive mutex
  sem_t* semaphore() const { return reinterpret_cast<sem_t*>(piece.data()); }
  bool is_mine() const { return count > 0 && pthread_equal(owner, pthread_self()); }
};
void destroy_semlock(Cell* cell) { release_piece(static_cast<SemLock*>(cell)->piece); }
const NativeObjectOps kSemLockOps{nullptr, destroy_semlock};
Class* g_semlock;

NATIVE(semlock_new, "SemLock(cls, kind, value, maxvalue, piece=None, /)", "A semaphore that processes share; `piece` is the handle of an existing one.") {
  COIL_TRY(int64_t kind, argument_int64_reenter(vm, args[1]));
  COIL_TRY(int64_t value, argument_int64_reenter(vm, args[2]));
  COIL_TRY(int64_t maximum, argument_int64_reenter(vm, args[3]));
  if (kind != kRecursiveMutex && kind != kSemaphore) return raise_value_error(vm, "unrecognized kind");
  if (value < 0 || value > SEM_VALUE_MAX) return raise_os_error(vm, EINVAL);
  COIL_TRY(SemLock* lock, new_native_object<SemLock>(vm, args[0].as<Class>(), &kSemLockOps));
  lock->kind = static_cast<int>(kind);
  lock->maximum = maximum;
  if (args.has(4) && !args[4].is_none()) {
    COIL_TRY(Tuple* handle, tuple_from_iterable_reenter(vm, args[4]));
    if (handle->size != 3) return raise_value_error(vm, "a handle has 3 items");
    COIL_TRY(int descriptor, descriptor_of_reenter(vm, handle->items[0]));
    COIL_TRY(int64_t offset, argument_int64_reenter(vm, handle->items[1]));
    if (offset < 0 || offset % kAlignment) return raise_value_error(vm, "bad offset");
    COIL_TRY(lock->piece, attach_piece(vm, descriptor, static_cast<size_t>(offset), sizeof(sem_t)));
    return Value(lock);
  }
  COIL_TRY(lock->piece, allocate_piece(vm, sizeof(sem_t)));
  if (::sem_init(lock->semaphore(), 1, static_cast<unsigned>(value)) != 0) return raise_os_error(vm, errno);
  return Value(lock);
}
COIL_MAKE_SLOT(semlock_make, semlock_new)

Result<bool> semlock_acquire_reenter(Vm& vm, SemLock* lock, bool blocking, double timeout) {
  if (lock->kind == kRecursiveMutex && lock->is_mine()) {
    lock->count++;
    return true;
  }
  if (::sem_trywait(lock->semaphore()) != 0) {
    if (errno != EAGAIN && errno != EINTR) return raise_os_error(vm, errno);
    if (!blocking) return false;
    timespec deadline{};
    if (timeout >= 0) {
      ::clock_gettime(CLOCK_MONOTONIC, &deadline);
      int64_t ns = deadline.tv_nsec + static_cast<int64_t>(std::min(timeout, 1e9) * 1e9);
      deadline.tv_sec += ns / 1'000'000'000;
      deadline.tv_nsec = ns % 1'000'000'000;
    }
    for (;;) {
      int failed, error;
      {
        WithoutVm released(vm);
        failed = timeout >= 0 ? ::sem_clockwait(lock->semaphore(), CLOCK_MONOTONIC, &deadline) : ::sem_wait(lock->semaphore());
        error = errno;
      }
      if (!failed) break;
      if (error == ETIMEDOUT) return false;
      if (error != EINTR) return raise_os_error(vm, error);
      COIL_CHECK(check_interrupts_reenter(vm));
    }
  }
  lock->count++;
  lock->owner = ::pthread_self();
  return true;
}

NATIVE(semlock_acquire, "acquire(self, block=True, timeout=None)", "Take the semaphore; whether it was taken in time.") {
  bool blocking = true;
  if (args.has(1)) {
    COIL_TRY(blocking, truthy_reenter(vm, args[1]));
  }
  double timeout = -1;
  if (args.has(2) && !args[2].is_none()) {
    COIL_TRY(timeout, number_as_double_reenter(vm, args[2]));
    timeout = std::max(timeout, 0.0);
  }
  COIL_TRY(bool taken, semlock_acquire_reenter(vm, self_as<SemLock>(args), blocking, timeout));
  return Value::boolean(taken);
}
NATIVE(semlock_release, "release(self, /)", "Give the semaphore back.") {
  auto* lock = self_as<SemLock>(args);
  if (lock->kind == kRecursiveMutex) {
    if (!lock->is_mine()) return raise_text(vm, Exc::AssertionError, "attempt to release recursive lock not owned by thread");
    if (lock->count > 1) {
      lock->count--;
      return none();
    }
  } else {
    int value;
    if (::sem_getvalue(lock->semaphore(), &value) != 0) return raise_os_error(vm, errno);
    if (value >= lock->maximum) return raise_value_error(vm, "semaphore or lock released too many times");
  }
  if (::sem_post(lock->semaphore()) != 0) return raise_os_error(vm, errno);
  lock->count--;
  return none();
}
NATIVE(semlock_enter, "__enter__(self, /)", "acquire()") {
  COIL_TRY(bool taken, semlock_acquire_reenter(vm, self_as<SemLock>(args), true, -1));
  return Value::boolean(taken);
}
NATIVE(semlock_exit, "__exit__(self, /, *args)", "release()") { return semlock_release(vm, args); }
NATIVE(semlock_count, "_count(self, /)", "How often this process has acquired it and not released.") { return make_int(vm, self_as<SemLock>(args)->count); }
NATIVE(semlock_is_mine, "_is_mine(self, /)", "Whether the calling thread holds it.") { return Value::boolean(self_as<SemLock>(args)->is_mine()); }
NATIVE(semlock_get_value, "_get_value(self, /)", "How many are left.") {
  int value;
  if (::sem_getvalue(self_as<SemLock>(args)->semaphore(), &value) != 0) return raise_os_error(vm, errno);
  return Value::small_int(std::max(value, 0));
}
NATIVE(semlock_is_zero, "_is_zero(self, /)", "Whether none is left.") {
  int value;
  if (::sem_getvalue(self_as<SemLock>(args)->semaphore(), &value) != 0) return raise_os_error(vm, errno);
  return Value::boolean(value <= 0);
}
NATIVE(semlock_after_fork, "_after_fork(self, /)", "In a child: nothing is held.") {
  self_as<SemLock>(args)->count = 0;
  return none();
}

Result<Value> get_handle(Vm& vm, Value self) { return describe_piece(vm, self.as<SemLock>()->piece); }
Result<Value> get_kind(Vm&, Value self) { return Value::small_int(self.as<SemLock>()->kind); }
Result<Value> get_maximum(Vm& vm, Value self) { return make_int(vm, self.as<SemLock>()->maximum); }
const GetSetSpec kHandle{"handle", get_handle, nullptr, "(descriptor, offset, size) of its memory"};
const GetSetSpec kKind{"kind", get_kind, nullptr, "RECURSIVE_MUTEX or SEMAPHORE"};
const GetSetSpec kMaximum{"maxvalue", get_maximum, nullptr, "the largest value"};

// -- typed blocks

struct Block : NativeObject {
  Piece piece;
};
void destroy_block(Cell* cell) { release_piece(static_cast<Block*>(cell)->piece); }
const NativeObjectOps kBlockOps{nullptr, destroy_block};
Class* g_block;

NATIVE(block_new, "Block(cls, size, piece=None, /)", "Memory that processes share, zero at first; `piece` is the handle of existing memory.") {
  COIL_TRY(int64_t size, argument_int64_reenter(vm, args[1]));
  if (size < 0) return raise_value_error(vm, "size must be >= 0");
  COIL_TRY(Block* block, new_native_object<Block>(vm, args[0].as<Class>(), &kBlockOps));
  if (args.has(2) && !args[2].is_none()) {
    COIL_TRY(Tuple* handle, tuple_from_iterable_reenter(vm, args[2]));
    if (handle->size != 3) return raise_value_error(vm, "a handle has 3 items");
    COIL_TRY(int descriptor, descriptor_of_reenter(vm, handle->items[0]));
    COIL_TRY(int64_t offset, argument_int64_reenter(vm, handle->items[1]));
    if (offset < 0) return raise_value_error(vm, "bad offset");
    COIL_TRY(block->piece, attach_piece(vm, descriptor, static_cast<size_t>(offset), static_cast<size_t>(size)));
    return Value(block);
  }
  COIL_TRY(block->piece, allocate_piece(vm, static_cast<size_t>(size)));
  return Value(block);
}
COIL_MAKE_SLOT(block_make, block_new)

size_t item_size(char code) {
  switch (code) {
    case 'c': case 'b': case 'B': case '?': return 1;
    case 'h': case 'H': return 2;
    case 'i': case 'I': case 'f': case 'u': return 4;
    case 'l': case 'L': case 'q': case 'Q': case 'd': return 8;
    default: return 0;
  }
}

/// The address of item `index` of type `code`; raises when it is outside.
Result<char*> item_address_reenter(Vm& vm, Args args, char* code) {
  auto* block = self_as<Block>(args);
  if (!args[1].is(Kind::Str) || args[1].as<Str>()->length != 1) return raise_type_error(vm, "a typecode is a string of length 1");
  *code = static_cast<char>(view(args[1])[0]);
  size_t size = item_size(*code);
  if (!size) return raise_value_error(vm, "unknown typecode");
  COIL_TRY(int64_t index, argument_int64_reenter(vm, args[2]));
  if (index < 0 || static_cast<uint64_t>(index) >= block->piece.size / size) return raise(vm, Exc::IndexError, "invalid index");
  return block->piece.data() + static_cast<size_t>(index) * size;
}

template <class T>
T load_item(const char* at) {
  T item;
  std::memcpy(&item, at, sizeof item);
  return item;
}

NATIVE(block_get, "get(self, typecode, index, /)", "An item.") {
  char code;
  COIL_TRY(char* at, item_address_reenter(vm, args, &code));
  switch (code) {
    case 'c': return new_bytes(vm, at, 1);
    case '?': return Value::boolean(*at != 0);
    case 'b': return Value::small_int(load_item<int8_t>(at));
    case 'B': return Value::small_int(load_item<uint8_t>(at));
    case 'h': return Value::small_int(load_item<int16_t>(at));
    case 'H': return Value::small_int(load_item<uint16_t>(at));
    case 'i': return Value::small_int(load_item<int32_t>(at));
    case 'I': return Value::small_int(load_item<uint32_t>(at));
    case 'u': {
      uint32_t character = load_item<uint32_t>(at);
      if (character > 0x10ffff) return raise_value_error(vm, "character out of range");
      return new_str_char(vm, character);
    }
    case 'f': return make_float(vm, load_item<float>(at));
    case 'd': return make_float(vm, load_item<double>(at));
    case 'Q': case 'L': return make_int_u64(vm, load_item<uint64_t>(at));
    default: return make_int(vm, load_item<int64_t>(at));
  }
}

/// Integers wrap around, as C's do.
Result<uint64_t> wrapped_integer_reenter(Vm& vm, Value value) {
  if (!value.is_int() && !class_of(value)->slots.index) return raise_type_error(vm, "'%s' object cannot be interpreted as an integer", type_name(value));
  COIL_TRY(Value index, index_reenter(vm, value));
  if (index.is_small_int()) return static_cast<uint64_t>(index.small_int());
  MpzView number(index);
  Mpz low;
  mpz_fdiv_r_2exp(low.z, number.get(), 64);
  return static_cast<uint64_t>(mpz_get_ui(low.z));
}

NATIVE(block_set, "set(self, typecode, index, value, /)", "Change an item.") {
  char code;
  COIL_TRY(char* at, item_address_reenter(vm, args, &code));
  Value value = args[3];
  switch (code) {
    case 'c':
      if (!value.is(Kind::Bytes) || value.as<Bytes>()->size != 1) return raise_type_error(vm, "one character bytes, bytearray or integer expected");
      *at = static_cast<char>(value.as<Bytes>()->data[0]);
      return none();
    case 'u': {
      if (!value.is(Kind::Str)) return raise_type_error(vm, "unicode string expected instead of %s instance", type_name(value));
      if (value.as<Str>()->length != 1) return raise_type_error(vm, "one character unicode string expected");
      uint32_t character = view(value)[0];
      std::memcpy(at, &character, sizeof character);
      return none();
    }
    case '?': {
      COIL_TRY(bool truth, truthy_reenter(vm, value));
      *at = truth;
      return none();
    }
    case 'f': case 'd': {
      COIL_TRY(double number, number_as_double_reenter(vm, value));
      auto single = static_cast<float>(number);
      if (code == 'f') std::memcpy(at, &single, sizeof single);
      else std::memcpy(at, &number, sizeof number);
      return none();
    }
    default: {
      COIL_TRY(uint64_t number, wrapped_integer_reenter(vm, value));
      std::memcpy(at, &number, item_size(code));
      return none();
    }
  }
}

NATIVE(block_read, "read(self, offset, size, /)", "A copy of the bytes.") {
  auto* block = self_as<Block>(args);
  COIL_TRY(int64_t offset, argument_int64_reenter(vm, args[1]));
  COIL_TRY(int64_t size, argument_int64_reenter(vm, args[2]));
  if (offset < 0 || size < 0 || static_cast<uint64_t>(offset) > block->piece.size || static_cast<uint64_t>(size) > block->piece.size - static_cast<uint64_t>(offset)) {
    return raise_value_error(vm, "outside of the block");
  }
  return new_bytes(vm, block->piece.data() + offset, static_cast<size_t>(size));
}
NATIVE(block_write, "write(self, offset, data, /)", "Copy bytes into the block.") {
  auto* block = self_as<Block>(args);
  COIL_TRY(int64_t offset, argument_int64_reenter(vm, args[1]));
  COIL_TRY(ByteSpan span, require_bytes(vm, args[2]));
  if (offset < 0 || static_cast<uint64_t>(offset) > block->piece.size || span.size > block->piece.size - static_cast<uint64_t>(offset)) {
    return raise_value_error(vm, "outside of the block");
  }
  if (span.size) std::memcpy(block->piece.data() + offset, span.data, span.size);
  return none();
}
Result<Value> get_block_handle(Vm& vm, Value self) { return describe_piece(vm, self.as<Block>()->piece); }
const GetSetSpec kBlockHandle{"handle", get_block_handle, nullptr, "(descriptor, offset, size) of its memory"};

NATIVE(sizeof_item, "sizeof(typecode, /)", "Bytes of an item.") {
  if (!args[0].is(Kind::Str) || args[0].as<Str>()->length != 1) return raise_type_error(vm, "a typecode is a string of length 1");
  size_t size = item_size(static_cast<char>(view(args[0])[0]));
  if (!size) return raise_value_error(vm, "unknown typecode");
  return Value::small_int(static_cast<int64_t>(size));
}

Result<void> init_multiprocessing(Vm& vm, Dict* ns) {
  COIL_TRY(g_semlock, new_module_class<SemLock>(vm, "SemLock", "_multiprocessing", semlock_new_spec.doc));
  g_semlock->slots.make = semlock_make;
  g_semlock->slots.init = init_nothing;
  define_class(vm, g_semlock,
               {&semlock_acquire_spec, &semlock_release_spec, &semlock_enter_spec, &semlock_exit_spec, &semlock_count_spec, &semlock_is_mine_spec,
                &semlock_get_value_spec, &semlock_is_zero_spec, &semlock_after_fork_spec},
               {&kHandle, &kKind, &kMaximum});
  COIL_CHECK(module_set(vm, ns, "SemLock", g_semlock));
  COIL_CHECK(module_set_int(vm, ns, "SEM_VALUE_MAX", SEM_VALUE_MAX));
  COIL_TRY(g_block, new_module_class<Block>(vm, "Block", "_multiprocessing", block_new_spec.doc));
  g_block->slots.make = block_make;
  g_block->slots.init = init_nothing;
  define_class(vm, g_block, {&block_get_spec, &block_set_spec, &block_read_spec, &block_write_spec}, {&kBlockHandle});
  return module_set(vm, ns, "Block", g_block);
}

}  // namespace

MODULE(multiprocessing_native, "_multiprocessing", "What processes share.", init_multiprocessing, FN(send_message), FN(receive_message), FN(socket_pair),
       FN(wait_readable), FN(sizeof_item))

}  // namespace coil
