// Str cells: making, comparing, hashing, interning, joining and searching. Reading is in str.hpp, growing text in str_builder.cpp.
//
// A Str is always in its narrowest form (1 byte a character when all are below 256), so equal texts have equal bytes.
//
// Long concatenations put their characters into a Buffer with spare room at its end. The next `s + x` whose left part ends exactly
// where the used part of its buffer ends writes x behind it and shares the buffer: a loop of `s += x` is linear although every
// intermediate string stays valid, flat and readable in O(1). (Ropes would give the first but not the last.)
// The used size is kept in the last word of the Buffer.
#include "objects/str.hpp"

#include <sys/random.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <cwchar>
#include <vector>

#include "base/environment.hpp"
#include "objects/text_loops.hpp"

namespace coil {

namespace {

/// Results below this many bytes are plain copies.
constexpr size_t kShareFrom = 256;

/// Bytes before the inline characters.
constexpr size_t kStrHeader = sizeof(Cell) + 2 * sizeof(uint32_t);

size_t& used_bytes(Buffer* buffer) {
  return *reinterpret_cast<size_t*>(buffer->data() + buffer->size - sizeof(size_t));
}
size_t text_capacity(Buffer* buffer) { return buffer->size - sizeof(size_t); }

Result<Buffer*> new_text_buffer(Vm& vm, size_t capacity) {
  size_t size = ((capacity + 7) & ~size_t{7}) + sizeof(size_t);
  COIL_TRY(Buffer* buffer, alloc_raw<Buffer>(vm, Kind::Buffer, sizeof(Buffer) + size));
  buffer->size = size;
  return buffer;
}

size_t data_bytes(const Str* str) {
  return size_t{str->length} * (str->flags & kStrWide ? sizeof(Char) : 1);
}

void copy_text(uint8_t* out, bool out_wide, const StrView& text) {
  if (out_wide == text.wide) {
    if (text.length) std::memcpy(out, text.data, text.length * (text.wide ? sizeof(Char) : 1));
    return;
  }
  widen_chars(reinterpret_cast<Char*>(out), text.narrow(), text.length);
}

/// One character of WTF-8; a byte that fits nowhere counts as U+FFFD.
Char decode_one(const uint8_t*& p, const uint8_t* end) {
  Char c = *p++;
  if (c < 0x80) return c;
  int more = c >= 0xf0 ? 3 : c >= 0xe0 ? 2 : 1;
  if (c < 0xc2 || c > 0xf4 || end - p < more) return 0xfffd;
  c &= 0x3f >> more;
  for (int i = 0; i < more; i++) {
    if ((p[i] & 0xc0) != 0x80) return 0xfffd;
    c = c << 6 | (p[i] & 0x3f);
  }
  p += more;
  return c;
}

// -- hashing

uint64_t hash_key[2];

void make_hash_key() {
  const char* seed = environment_variable("COIL_HASHSEED", "PYTHONHASHSEED");
  if (seed && std::strcmp(seed, "random") != 0) {
    uint64_t state = std::strtoull(seed, nullptr, 10);
    for (uint64_t& word : hash_key) {  // splitmix64
      uint64_t z = state += 0x9e3779b97f4a7c15u;
      z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
      z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
      word = z ^ (z >> 31);
    }
    return;
  }
  if (getrandom(hash_key, sizeof hash_key, GRND_NONBLOCK) != static_cast<ssize_t>(sizeof hash_key)) {
    timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    hash_key[0] = static_cast<uint64_t>(now.tv_nsec) * 0x9e3779b97f4a7c15u;
    hash_key[1] = reinterpret_cast<uintptr_t>(&now) ^ static_cast<uint64_t>(now.tv_sec);
  }
}

uint64_t folded_multiply(uint64_t a, uint64_t b) {
  const auto product = static_cast<unsigned __int128>(a) * b;
  return static_cast<uint64_t>(product) ^ static_cast<uint64_t>(product >> 64);
}

/// Of kHashCutoff bytes at most: nearly all names and keys. Two multiplications of the data, masked by the key, whose halves are folded.
uint64_t short_hash(const uint8_t* data, size_t size) {
  uint64_t head = 0, tail = 0;  // they overlap unless there are 16 or 8 bytes
  if (size >= 8) {
    std::memcpy(&head, data, 8);
    std::memcpy(&tail, data + size - 8, 8);
  } else if (size >= 4) {
    std::memcpy(&head, data, 4);
    std::memcpy(&tail, data + size - 4, 4);
  } else if (size) {
    head = data[0] | uint64_t{data[size / 2]} << 8 | uint64_t{data[size - 1]} << 16;
  }
  return folded_multiply(folded_multiply(head ^ hash_key[0], tail ^ hash_key[1]) ^ size, std::rotl(hash_key[0], 32) | 1);
}

/// SipHash-1-3.
uint64_t long_hash(const void* data, size_t size) {
  uint64_t v0 = hash_key[0] ^ 0x736f6d6570736575u, v1 = hash_key[1] ^ 0x646f72616e646f6du;
  uint64_t v2 = hash_key[0] ^ 0x6c7967656e657261u, v3 = hash_key[1] ^ 0x7465646279746573u;
  auto round = [&] {
    v0 += v1; v1 = std::rotl(v1, 13); v1 ^= v0; v0 = std::rotl(v0, 32);
    v2 += v3; v3 = std::rotl(v3, 16); v3 ^= v2;
    v0 += v3; v3 = std::rotl(v3, 21); v3 ^= v0;
    v2 += v1; v1 = std::rotl(v1, 17); v1 ^= v2; v2 = std::rotl(v2, 32);
  };
  const uint8_t* p = static_cast<const uint8_t*>(data);
  size_t rest = size;
  uint64_t word;
  for (; rest >= 8; rest -= 8, p += 8) {
    std::memcpy(&word, p, 8);
    v3 ^= word;
    round();
    v0 ^= word;
  }
  word = 0;
  if (rest) std::memcpy(&word, p, rest);
  word |= static_cast<uint64_t>(size) << 56;
  v3 ^= word;
  round();
  v0 ^= word;
  v2 ^= 0xff;
  round();
  round();
  round();
  return v0 ^ v1 ^ v2 ^ v3;
}

}  // namespace

uint64_t seeded_hash(const void* data, size_t size) {
  return size <= kHashCutoff ? short_hash(static_cast<const uint8_t*>(data), size) : long_hash(data, size);
}

uint32_t text_hash(const void* data, size_t size) {
  uint64_t hash = seeded_hash(data, size);
  uint32_t folded = static_cast<uint32_t>(hash ^ hash >> 32);
  return folded ? folded : 1;
}

uint32_t str_hash(Str* str) {
  if (!str->hash) str->hash = text_hash(str_data(str), data_bytes(str));
  return str->hash;
}

// -- making

Result<Str*> new_str_uninitialized(Vm& vm, size_t length, bool wide, bool ascii) {
  if (length > kMaxStrLength) return raise_memory_error(vm);
  size_t bytes = kStrHeader + length * (wide ? sizeof(Char) : 1);
  COIL_TRY(Str* str, alloc_raw<Str>(vm, Kind::Str, std::max(bytes, sizeof(Str))));
  str->length = static_cast<uint32_t>(length);
  str->flags = (wide ? kStrWide : 0) | (ascii ? kStrAscii : 0);
  return str;
}

Result<Str*> new_str_ascii(Vm& vm, std::string_view ascii) {
  if (ascii.size() <= 1) return ascii.empty() ? vm.empty_str : vm.ascii_chars[static_cast<uint8_t>(ascii[0])];
  COIL_TRY(Str* str, new_str_uninitialized(vm, ascii.size(), false, true));
  std::memcpy(str->bytes, ascii.data(), ascii.size());
  return str;
}

Result<Str*> new_str_latin1(Vm& vm, const uint8_t* chars, size_t length) {
  if (length <= 1) return length ? vm.ascii_chars[*chars] : vm.empty_str;
  COIL_TRY(Str* str, new_str_uninitialized(vm, length, false, all_ascii(chars, length)));
  std::memcpy(str->bytes, chars, length);
  return str;
}

Result<Str*> new_str_chars(Vm& vm, const Char* chars, size_t length) {
  if (length <= 1) return length ? new_str_char(vm, *chars) : Result<Str*>(vm.empty_str);
  Char all = char_union(chars, length);
  COIL_TRY(Str* str, new_str_uninitialized(vm, length, all > 255, all < 128));
  if (all > 255) std::memcpy(str->bytes, chars, length * sizeof(Char));
  else narrow_chars(str->bytes, chars, length);
  return str;
}

Result<Str*> new_str_char(Vm& vm, Char c) {
  if (c < 256) return vm.ascii_chars[c];
  COIL_TRY(Str* str, new_str_uninitialized(vm, 1, true, false));
  std::memcpy(str->bytes, &c, sizeof c);
  return str;
}

Result<Str*> new_str(Vm& vm, std::string_view wtf8) {
  const uint8_t* begin = reinterpret_cast<const uint8_t*>(wtf8.data());
  if (all_ascii(begin, wtf8.size())) return new_str_ascii(vm, wtf8);
  const uint8_t* end = begin + wtf8.size();
  size_t length = 0;
  Char all = 0;
  for (const uint8_t* p = begin; p < end; length++) all |= decode_one(p, end);
  if (length == 1) {
    const uint8_t* p = begin;
    return new_str_char(vm, decode_one(p, end));
  }
  COIL_TRY(Str* str, new_str_uninitialized(vm, length, all > 255, false));
  const uint8_t* p = begin;
  if (all > 255) {
    Char* out = reinterpret_cast<Char*>(str->bytes);
    while (p < end) *out++ = decode_one(p, end);
  } else {
    uint8_t* out = str->bytes;
    while (p < end) *out++ = static_cast<uint8_t>(decode_one(p, end));
  }
  return str;
}

Result<Str*> new_str_format(Vm& vm, const char* format, ...) {
  va_list list, again;
  va_start(list, format);
  va_copy(again, list);
  int size = std::vsnprintf(nullptr, 0, format, list);
  va_end(list);
  std::string text(size < 0 ? 0 : static_cast<size_t>(size), '\0');
  if (size > 0) std::vsnprintf(text.data(), text.size() + 1, format, again);
  va_end(again);
  return new_str(vm, text);
}

Result<Str*> str_for_class(Vm& vm, Class* cls, Str* str) {
  if (cls == vm.type(Kind::Str)) return exact_str(vm, str);
  Buffer* buffer;
  if (str->flags & kStrExternal) {
    buffer = str->external;
  } else {
    COIL_TRY(buffer, new_text_buffer(vm, data_bytes(str)));
    std::memcpy(buffer->data(), str->bytes, data_bytes(str));
    used_bytes(buffer) = data_bytes(str);
  }
  COIL_TRY(Str* copy, alloc_for_class<Str>(vm, cls, Kind::Str));
  copy->length = str->length;
  copy->hash = str->hash;
  copy->flags = static_cast<uint16_t>((str->flags & (kStrAscii | kStrWide)) | kStrExternal);
  copy->external = buffer;
  return copy;
}

// -- the intern table

namespace {

/// Open addressing over malloc'ed memory. A slot holds a part of the string's hash above its address: most others are told apart without reading them. Strings that C++ code interns are static cells: the collector never looks at them.
/// Strings of programs stay where they are and are roots from then on.
struct InternTable {
  std::vector<uint64_t> slots;
  std::vector<Str*> heap_strings;
  size_t collected = 0;  // of them: how many the last collection has seen
  size_t count = 0;
  char* chunk = nullptr;
  size_t chunk_left = 0;

  static constexpr size_t kFirstSize = 4096;  // room for what start-up and a few imports intern
  static constexpr int kAddressBits = 48;
  static uint64_t slot_of(const Str* str, uint32_t hash) { return reinterpret_cast<uint64_t>(str) | uint64_t{hash} >> 16 << kAddressBits; }
  Str* at(size_t i) const { return reinterpret_cast<Str*>(slots[i] & ((uint64_t{1} << kAddressBits) - 1)); }

  size_t find(const void* data, size_t size, uint16_t width_flag, uint32_t hash) const {
    size_t mask = slots.size() - 1;
    size_t i = hash & mask;
    for (; slots[i]; i = (i + 1) & mask) {
      if (slots[i] >> kAddressBits != hash >> 16) continue;
      Str* str = at(i);
      if (str->hash == hash && data_bytes(str) == size && (str->flags & kStrWide) == width_flag &&
          std::memcmp(str_data(str), data, size) == 0) break;
    }
    return i;
  }

  bool full() const { return count * 4 >= slots.size() * 3; }

  void grow() {
    InternTable old;
    old.slots = std::move(slots);
    slots.assign(old.slots.empty() ? kFirstSize : old.slots.size() * 2, 0);
    const size_t mask = slots.size() - 1;
    for (size_t i = 0; i < old.slots.size(); i++) {
      if (!old.slots[i]) continue;
      size_t free = old.at(i)->hash & mask;
      while (slots[free]) free = (free + 1) & mask;
      slots[free] = old.slots[i];
    }
  }

  void* static_memory(size_t bytes) {
    bytes = (bytes + 15) & ~size_t{15};
    if (bytes > chunk_left) {
      size_t size = std::max<size_t>(bytes, 32 * 1024);
      chunk = static_cast<char*>(std::calloc(1, size));
      if (!chunk) {
        std::fputs("coil: out of memory\n", stderr);
        std::_Exit(1);
      }
      chunk_left = size;
    }
    char* memory = chunk;
    chunk += bytes;
    chunk_left -= bytes;
    return memory;
  }
};

InternTable& intern_table() {
  static InternTable* table = new InternTable;  // never destroyed: strings outlive every exit handler
  return *table;
}

Str* intern_static(const StrView& text) {
  InternTable& table = intern_table();
  if (table.full()) table.grow();
  size_t bytes = text.length * (text.wide ? sizeof(Char) : 1);
  uint32_t folded = text_hash(text.data, bytes);
  size_t at = table.find(text.data, bytes, text.wide ? kStrWide : 0, folded);
  if (Str* known = table.at(at)) return known;
  Str* str = static_cast<Str*>(table.static_memory(std::max(kStrHeader + bytes, sizeof(Str))));
  str->shape = static_cast<uint32_t>(Kind::Str);
  str->kind = Kind::Str;
  str->gc = kGcStatic;
  str->flags = static_cast<uint16_t>(kStrInterned | (text.wide ? kStrWide : 0) | (text.ascii ? kStrAscii : 0));
  str->length = static_cast<uint32_t>(text.length);
  str->hash = folded;
  if (bytes) std::memcpy(str->bytes, text.data, bytes);
  table.slots[at] = InternTable::slot_of(str, folded);
  table.count++;
  return str;
}

void mark_interned(void* context, Marker& marker) {
  auto& table = *static_cast<InternTable*>(context);
  for (size_t i = marker.every_root ? 0 : table.collected; i < table.heap_strings.size(); i++) marker.cell(table.heap_strings[i]);
  table.collected = table.heap_strings.size();
}

}  // namespace

Str* intern(Vm&, std::string_view utf8) {
  const uint8_t* begin = reinterpret_cast<const uint8_t*>(utf8.data());
  if (all_ascii(begin, utf8.size())) return intern_static({begin, utf8.size(), false, true});
  std::vector<Char> chars;
  for (const uint8_t *p = begin, *end = begin + utf8.size(); p < end;) chars.push_back(decode_one(p, end));
  if (char_union(chars.data(), chars.size()) > 255) return intern_static({chars.data(), chars.size(), true, false});
  std::vector<uint8_t> narrow(chars.size());
  narrow_chars(narrow.data(), chars.data(), chars.size());
  return intern_static({narrow.data(), narrow.size(), false, false});
}

Str* intern_str(Vm&, Str* str) {
  if (str->flags & kStrInterned) return str;
  InternTable& table = intern_table();
  if (table.full()) table.grow();
  size_t at = table.find(str_data(str), data_bytes(str), str->flags & kStrWide, str_hash(str));
  if (Str* known = table.at(at)) return known;
  if (!is_exact(Value(str), Kind::Str) || str->flags & kStrExternal) return intern_static(view(str));
  str->flags |= kStrInterned;
  table.slots[at] = InternTable::slot_of(str, str->hash);
  table.count++;
  table.heap_strings.push_back(str);
  return str;
}

static void trace_str(Cell* cell, Marker& marker) {
  Str* str = static_cast<Str*>(cell);
  if (str->flags & kStrExternal) marker.cell(str->external);
  trace_attrs(cell, marker);
}

void setup_names(Vm& vm) {
  make_hash_key();
  g_heap.set_type(Kind::Str, trace_str, nullptr);
  g_heap.add_roots(mark_interned, &intern_table());
  static constexpr std::string_view kNames[] = {
#define NAME(identifier, text) text,
#include "objects/names.def"
#undef NAME
  };
  for (size_t i = 0; i < std::size(kNames); i++) vm.names[i] = intern(vm, kNames[i]);
  vm.empty_str = intern(vm, "");
  for (int c = 0; c < 256; c++) {
    uint8_t byte = static_cast<uint8_t>(c);
    vm.ascii_chars[c] = intern_static({&byte, 1, false, c < 128});
  }
}

// -- comparing

bool str_equal(Str* a, Str* b) {
  if (a == b) return true;
  if (a->length != b->length || ((a->flags ^ b->flags) & kStrWide)) return false;
  if (a->flags & b->flags & kStrInterned) return false;
  if (a->hash && b->hash && a->hash != b->hash) return false;
  return std::memcmp(str_data(a), str_data(b), data_bytes(a)) == 0;
}

int str_compare(Str* a, Str* b) {
  StrView left = view(a), right = view(b);
  size_t common = std::min(left.length, right.length);
  if (!left.wide && !right.wide) {
    if (int order = std::memcmp(left.data, right.data, common)) return order;
  } else {
    for (size_t i = 0; i < common; i++) {
      if (left[i] != right[i]) return left[i] < right[i] ? -1 : 1;
    }
  }
  return left.length == right.length ? 0 : left.length < right.length ? -1 : 1;
}

bool str_is(Str* str, std::string_view ascii) {
  return str->flags & kStrAscii && str->length == ascii.size() &&
         std::memcmp(str_data(str), ascii.data(), ascii.size()) == 0;
}

std::string_view str_ascii_view(Str* str) {
  if (!(str->flags & kStrAscii)) return {};
  return {reinterpret_cast<const char*>(str_data(str)), str->length};
}

std::string str_utf8(Str* str) {
  StrView text = view(str);
  if (text.ascii) return std::string(reinterpret_cast<const char*>(text.data), text.length);
  std::string out;
  out.reserve(text.length + text.length / 2);
  for (size_t i = 0; i < text.length; i++) {
    Char c = text[i];
    if (c < 0x80) {
      out += static_cast<char>(c);
    } else if (c < 0x800) {
      out += static_cast<char>(0xc0 | c >> 6);
      out += static_cast<char>(0x80 | (c & 0x3f));
    } else if (c < 0x10000) {
      out += static_cast<char>(0xe0 | c >> 12);
      out += static_cast<char>(0x80 | (c >> 6 & 0x3f));
      out += static_cast<char>(0x80 | (c & 0x3f));
    } else {
      out += static_cast<char>(0xf0 | c >> 18);
      out += static_cast<char>(0x80 | (c >> 12 & 0x3f));
      out += static_cast<char>(0x80 | (c >> 6 & 0x3f));
      out += static_cast<char>(0x80 | (c & 0x3f));
    }
  }
  return out;
}

// -- joining and cutting

Result<Str*> concat_str(Vm& vm, Str* left, Str* right) {
  if (!right->length) return exact_str(vm, left);
  if (!left->length) return exact_str(vm, right);
  size_t total = size_t{left->length} + right->length;
  if (total > kMaxStrLength) return raise_memory_error(vm);
  bool wide = (left->flags | right->flags) & kStrWide;
  bool ascii = left->flags & right->flags & kStrAscii;
  size_t width = wide ? sizeof(Char) : 1;
  if (total * width < kShareFrom) {
    COIL_TRY(Str* str, new_str_uninitialized(vm, total, wide, ascii));
    copy_text(str->bytes, wide, view(left));
    copy_text(str->bytes + left->length * width, wide, view(right));
    return str;
  }
  size_t left_bytes = left->length * width, bytes = total * width;
  bool left_external = left->flags & kStrExternal;
  Buffer* buffer;
  if (left_external && wide == ((left->flags & kStrWide) != 0) && used_bytes(left->external) == left_bytes &&
      bytes <= text_capacity(left->external)) {
    buffer = left->external;
  } else {
    COIL_TRY(buffer, new_text_buffer(vm, bytes + (left_external ? bytes / 2 : bytes / 8)));
    copy_text(buffer->data(), wide, view(left));
  }
  COIL_TRY(Str* str, alloc<Str>(vm, Kind::Str));
  copy_text(buffer->data() + left_bytes, wide, view(right));
  used_bytes(buffer) = bytes;
  str->length = static_cast<uint32_t>(total);
  str->flags = static_cast<uint16_t>(kStrExternal | (wide ? kStrWide : 0) | (ascii ? kStrAscii : 0));
  str->external = buffer;
  return str;
}

Result<Str*> substring(Vm& vm, Str* str, size_t start, size_t end) {
  StrView text = view(str);
  if (start >= end) return vm.empty_str;
  if (start == 0 && end == text.length && is_exact(Value(str), Kind::Str)) return str;
  size_t length = end - start;
  if (length == 1) return new_str_char(vm, text[start]);
  if (text.wide) return new_str_chars(vm, text.chars() + start, length);
  if (!text.ascii) return new_str_latin1(vm, text.narrow() + start, length);
  COIL_TRY(Str* part, new_str_uninitialized(vm, length, false, true));
  std::memcpy(part->bytes, text.narrow() + start, length);
  return part;
}

Result<Str*> repeat_str(Vm& vm, Str* str, int64_t count) {
  if (count <= 0 || !str->length) return vm.empty_str;
  if (count == 1) return exact_str(vm, str);
  int64_t total;
  if (__builtin_mul_overflow(static_cast<int64_t>(str->length), count, &total)) {
    return raise(vm, Exc::OverflowError, "repeated string is too long");
  }
  StrView text = view(str);
  COIL_TRY(Str* result, new_str_uninitialized(vm, static_cast<size_t>(total), text.wide, text.ascii));
  size_t unit = data_bytes(str), bytes = data_bytes(result);
  if (unit == 1) {
    std::memset(result->bytes, text.narrow()[0], bytes);
    return result;
  }
  std::memcpy(result->bytes, text.data, unit);
  for (size_t done = unit; done < bytes;) {
    size_t step = std::min(done, bytes - done);
    std::memcpy(result->bytes + done, result->bytes, step);
    done += step;
  }
  return result;
}

// -- searching

namespace {

/// Knuth-Morris-Pratt over any random access readers: the linear fallback of the searches below.
template <class Text, class Needle>
size_t search_linear(Text text, size_t length, Needle needle, size_t size) {
  std::vector<uint32_t> fail(size);
  for (size_t i = 1, k = 0; i < size; i++) {
    while (k && needle(i) != needle(k)) k = fail[k - 1];
    if (needle(i) == needle(k)) k++;
    fail[i] = static_cast<uint32_t>(k);
  }
  for (size_t i = 0, k = 0; i < length; i++) {
    while (k && text(i) != needle(k)) k = fail[k - 1];
    if (text(i) == needle(k)) k++;
    if (k == size) return i + 1 - size;
  }
  return kNotFound;
}

/// Plain search as long as it costs a few steps a character, then the linear one for the rest.
template <class Text, class Needle>
size_t search(Text text, size_t length, Needle needle, size_t size) {
  if (size > length) return kNotFound;
  size_t budget = 4 * length + 64;
  Char first = needle(0);
  for (size_t i = 0; i + size <= length; i++) {
    if (text(i) != first) continue;
    size_t k = 1;
    while (k < size && text(i + k) == needle(k)) k++;
    if (k == size) return i;
    if (k > budget) {
      size_t found = search_linear([&](size_t at) { return text(i + at); }, length - i, needle, size);
      return found == kNotFound ? found : found + i;
    }
    budget -= k;
  }
  return kNotFound;
}

}  // namespace

size_t find_bytes(const uint8_t* data, size_t length, const uint8_t* needle, size_t size) {
  if (!size) return 0;
  if (size == 1) {
    const void* found = length ? std::memchr(data, *needle, length) : nullptr;
    return found ? static_cast<size_t>(static_cast<const uint8_t*>(found) - data) : kNotFound;
  }
  // Most searches meet few false starts; memmem, which prepares tables first, takes over where there are many.
  size_t at = 0;
  for (int attempts = 0; length - at >= size; attempts++) {
    if (attempts == 16) {
      const void* found = memmem(data + at, length - at, needle, size);
      return found ? static_cast<size_t>(static_cast<const uint8_t*>(found) - data) : kNotFound;
    }
    const void* first = std::memchr(data + at, *needle, length - at - size + 1);
    if (!first) return kNotFound;
    at = static_cast<size_t>(static_cast<const uint8_t*>(first) - data);
    if (std::memcmp(data + at, needle, size) == 0) return at;
    at++;
  }
  return kNotFound;
}

size_t rfind_bytes(const uint8_t* data, size_t length, const uint8_t* needle, size_t size) {
  if (size > length) return kNotFound;
  if (!size) return length;
  if (size == 1) {
    const void* found = memrchr(data, *needle, length);
    return found ? static_cast<size_t>(static_cast<const uint8_t*>(found) - data) : kNotFound;
  }
  size_t found = search([=](size_t i) { return Char{data[length - 1 - i]}; }, length,
                        [=](size_t i) { return Char{needle[size - 1 - i]}; }, size);
  return found == kNotFound ? found : length - found - size;
}

size_t find_text(const StrView& text, const StrView& needle, size_t start, size_t end) {
  if (start > end || needle.length > end - start) return kNotFound;
  if (!needle.length) return start;
  size_t found;
  if (!text.wide) {
    if (needle.wide) return kNotFound;
    found = find_bytes(text.narrow() + start, end - start, needle.narrow(), needle.length);
  } else {
    const Char* chars = text.chars() + start;
    // Skip to the first candidate with the C library's vector code.
    const wchar_t* first = std::wmemchr(reinterpret_cast<const wchar_t*>(chars), static_cast<wchar_t>(needle[0]), end - start);
    if (!first) return kNotFound;
    size_t skipped = static_cast<size_t>(reinterpret_cast<const Char*>(first) - chars);
    if (needle.length == 1) return start + skipped;
    chars += skipped;
    start += skipped;
    auto read = [=](size_t i) { return chars[i]; };
    if (needle.wide) {
      found = search(read, end - start, [p = needle.chars()](size_t i) { return p[i]; }, needle.length);
    } else {
      found = search(read, end - start, [p = needle.narrow()](size_t i) { return Char{p[i]}; }, needle.length);
    }
  }
  return found == kNotFound ? found : found + start;
}

size_t rfind_text(const StrView& text, const StrView& needle, size_t start, size_t end) {
  if (start > end || needle.length > end - start) return kNotFound;
  if (!needle.length) return end;
  size_t found;
  if (!text.wide) {
    if (needle.wide) return kNotFound;
    found = rfind_bytes(text.narrow() + start, end - start, needle.narrow(), needle.length);
    return found == kNotFound ? found : found + start;
  }
  size_t size = needle.length;
  // Skip to the last candidate in a vector loop.
  size_t tail = last_char(text.chars() + start, end - start, needle[size - 1]);
  if (size == 1 || tail < size) return tail < size ? kNotFound : start + tail - 1;
  end = start + tail;
  const Char* last = text.chars() + end - 1;
  found = search([=](size_t i) { return *(last - i); }, end - start, [&](size_t i) { return needle[size - 1 - i]; }, size);
  return found == kNotFound ? found : end - found - size;
}

}  // namespace coil
