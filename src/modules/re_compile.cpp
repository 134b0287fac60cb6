// Compiling and running by PCRE2, with its JIT where the system allows it. The VM lock is held while a match runs, so one JIT stack and one
// match data block for each library are enough; results are read before anything else can run.
//
// Two things keep a search from running for ever: PCRE2's match limit ends catastrophic backtracking with an exception, and long subjects
// are searched in windows of start positions, between which Ctrl-C is looked for.
#define PCRE2_CODE_UNIT_WIDTH 0
#include <pcre2.h>

#include <algorithm>
#include <cstring>

#include "modules/re_internal.hpp"
#include "objects/protocol.hpp"
#include "objects/unicode.hpp"

namespace coil::re {

namespace {

constexpr uint32_t kMatchLimit = 200'000'000;
constexpr uint32_t kHeapLimitKib = 1 << 20;
constexpr size_t kLongSubject = 20'000;
constexpr size_t kWindow = 4096;  // start positions
constexpr uint32_t kNestLimit = 500;

/// The two libraries under one set of names.
template <bool kWide> struct Api;
#define COIL_PCRE2_API(wide, bits)                                                                    \
  template <> struct Api<wide> {                                                                      \
    using Unit = std::conditional_t<wide, uint32_t, uint8_t>;                                         \
    using CompileContext = pcre2_compile_context_##bits;                                              \
    using MatchContext = pcre2_match_context_##bits;                                                  \
    using MatchData = pcre2_match_data_##bits;                                                        \
    using CompiledCode = pcre2_code_##bits;                                                           \
    static constexpr auto compile_context_create = pcre2_compile_context_create_##bits;               \
    static constexpr auto set_newline = pcre2_set_newline_##bits;                                     \
    static constexpr auto set_tables = pcre2_set_character_tables_##bits;                             \
    static constexpr auto set_nest_limit = pcre2_set_parens_nest_limit_##bits;                        \
    static constexpr auto set_compile_guard = pcre2_set_compile_recursion_guard_##bits;               \
    static constexpr auto match_context_create = pcre2_match_context_create_##bits;                   \
    static constexpr auto set_match_limit = pcre2_set_match_limit_##bits;                             \
    static constexpr auto set_heap_limit = pcre2_set_heap_limit_##bits;                               \
    static constexpr auto set_offset_limit = pcre2_set_offset_limit_##bits;                           \
    static constexpr auto jit_stack_create = pcre2_jit_stack_create_##bits;                           \
    static constexpr auto jit_stack_assign = pcre2_jit_stack_assign_##bits;                           \
    static constexpr auto match_data_create = pcre2_match_data_create_##bits;                         \
    static constexpr auto match_data_free = pcre2_match_data_free_##bits;                             \
    static constexpr auto ovector = pcre2_get_ovector_pointer_##bits;                                 \
    static constexpr auto compile = pcre2_compile_##bits;                                             \
    static constexpr auto jit_compile = pcre2_jit_compile_##bits;                                     \
    static constexpr auto jit_match = pcre2_jit_match_##bits;                                         \
    static constexpr auto match = pcre2_match_##bits;                                                 \
    static constexpr auto code_free = pcre2_code_free_##bits;                                         \
  };
COIL_PCRE2_API(false, 8)
COIL_PCRE2_API(true, 32)
#undef COIL_PCRE2_API

/// PCRE2's character tables: lower case, other case, bit sets of classes, type bits. The C locale's are ASCII; Latin-1 adds what
/// Unicode says of the upper half.
class Tables {
 public:
  explicit Tables(bool latin1) {
    const uint8_t* made = pcre2_maketables_8(nullptr);
    if (!made) return;
    std::memcpy(bytes_, made, sizeof bytes_);
    pcre2_maketables_free_8(nullptr, made);
    if (!latin1) return;
    uint8_t word_bit = type('_');
    uint8_t space_bit = type(' ');
    uint8_t upper_bits = static_cast<uint8_t>(type('G') & ~word_bit);  // letter; 'G' is no hexadecimal digit
    for (Char c = 0; c < 256; c++) {
      uint16_t flags = char_flags(c);
      if (flags & kCharSpace) {
        type(c) |= space_bit;
        set_bit(kSpaceSet, c);
      }
      if (c < 128) continue;
      if (flags & (kCharAlpha | kCharDecimal | kCharDigit | kCharNumeric)) {
        type(c) |= word_bit;
        if (flags & kCharAlpha) type(c) |= upper_bits;
        set_bit(kWordSet, c);
      }
      Char lower[3], upper[3];
      if (char_lower(c, lower) == 1 && lower[0] != c && lower[0] < 256) {
        bytes_[c] = static_cast<uint8_t>(lower[0]);
        bytes_[256 + c] = static_cast<uint8_t>(lower[0]);
        set_bit(kUpperSet, c);
      } else if (char_upper(c, upper) == 1 && upper[0] != c && upper[0] < 256) {
        bytes_[256 + c] = static_cast<uint8_t>(upper[0]);
        set_bit(kLowerSet, c);
      }
    }
  }
  const uint8_t* data() const { return bytes_; }

 private:
  static constexpr size_t kSpaceSet = 0, kUpperSet = 96, kLowerSet = 128, kWordSet = 160;  // pcre2_internal.h's cbit_ offsets
  uint8_t& type(Char c) { return bytes_[512 + 320 + c]; }
  void set_bit(size_t set, Char c) { bytes_[512 + set + c / 8] |= static_cast<uint8_t>(1 << (c % 8)); }
  uint8_t bytes_[1088] = {};
};

/// Contexts and buffers of one library, for the life of the process.
template <bool kWide>
struct Engine {
  using A = Api<kWide>;
  typename A::CompileContext* compile_contexts[2];  // [Unicode classes]
  typename A::MatchContext* match_context;
  typename A::MatchData* match_data = nullptr;
  uint32_t match_data_pairs = 0;
  size_t last_start = PCRE2_UNSET;

  Engine() {
    static const Tables ascii(false), latin1(true);
    for (int i = 0; i < 2; i++) {
      auto* context = A::compile_context_create(nullptr);
      A::set_newline(context, PCRE2_NEWLINE_LF);
      A::set_tables(context, i ? latin1.data() : ascii.data());
      A::set_nest_limit(context, kNestLimit);
      compile_contexts[i] = context;
    }
    match_context = A::match_context_create(nullptr);
    A::set_match_limit(match_context, kMatchLimit);
    A::set_heap_limit(match_context, kHeapLimitKib);
    if (auto* stack = A::jit_stack_create(64 * 1024, 32 * 1024 * 1024, nullptr)) A::jit_stack_assign(match_context, nullptr, stack);
  }

  bool reserve(uint32_t pairs) {
    if (pairs <= match_data_pairs) return true;
    if (match_data) A::match_data_free(match_data);
    match_data = A::match_data_create(std::max(pairs, 16u), nullptr);
    match_data_pairs = match_data ? std::max(pairs, 16u) : 0;
    return match_data != nullptr;
  }
};
/// Made by the first compilation.
template <bool kWide> Engine<kWide>* g_engine;
template <bool kWide>
Engine<kWide>& engine() {
  if (!g_engine<kWide>) [[unlikely]] g_engine<kWide> = new Engine<kWide>;
  return *g_engine<kWide>;
}

/// 0 or PCRE2's error number.
template <bool kWide>
int compile_text(const std::string& text, const Translation& translation, uint32_t options, Code* out) {
  using A = Api<kWide>;
  std::vector<uint32_t> wide_text;
  const typename A::Unit* units;
  if constexpr (kWide) {
    wide_text.assign(text.begin(), text.end());
    wide_text.push_back(0);  // PCRE2 refuses a null pointer even for an empty text
    units = wide_text.data();
  } else {
    units = reinterpret_cast<const uint8_t*>(text.data());
  }
  int error = 0;
  PCRE2_SIZE where;
  auto* code = A::compile(units, text.size(), options, &error, &where, engine<kWide>().compile_contexts[translation.unicode_classes]);
  if (!code) return error;
  out->jit = A::jit_compile(code, PCRE2_JIT_COMPLETE) == 0;
  out->wide_units = kWide;
  out->code = code;
  return 0;
}

constexpr int kTooLarge = 120, kTooComplicated = 186, kTooDeep = 119, kTooDeepForStack = 133, kNoMemory = 121;

Result<void> compile_code(Vm& vm, Pattern* pattern, bool wide, Mode mode, bool windows, Code* out) {
  COIL_TRY(Translation translation, translate_regex(vm, *pattern->regex, pattern->is_text, wide));
  const std::string& text = translation.text;
  uint32_t options = PCRE2_DOTALL | PCRE2_ALT_CIRCUMFLEX;
  if (translation.caseless) options |= PCRE2_CASELESS;
  if (wide && translation.unicode_classes) options |= PCRE2_UCP;
  if (mode != Mode::Search) options |= PCRE2_ANCHORED;
  if (mode == Mode::FullMatch) options |= PCRE2_ENDANCHORED;
  if (windows) options |= PCRE2_USE_OFFSET_LIMIT;
  int error = wide ? compile_text<true>(text, translation, options, out) : compile_text<false>(text, translation, options, out);
  // The 8-bit library has a limit of 64 KiB of code.
  if (!wide && (error == kTooLarge || error == kTooComplicated)) error = compile_text<true>(text, translation, options, out);
  if (error == 0) return ok();
  if (error == kNoMemory) return raise_memory_error(vm);
  if (error == kTooDeep || error == kTooDeepForStack) return raise(vm, Exc::RecursionError, "maximum recursion depth exceeded");
  char message[256] = "";
  pcre2_get_error_message_8(error, reinterpret_cast<uint8_t*>(message), sizeof message);
  return raise_re_error(vm, message, pattern->source, -1);
}

template <bool kWide>
int run_code(const Code& code, const void* data, size_t length, size_t start, size_t last_start, uint32_t options, uint32_t pairs) {
  using A = Api<kWide>;
  auto& e = engine<kWide>();
  if (last_start != e.last_start) {
    e.last_start = last_start;
    A::set_offset_limit(e.match_context, last_start);
  }
  if (!e.reserve(pairs)) return PCRE2_ERROR_NOMEMORY;
  auto* units = static_cast<const typename A::Unit*>(data);
  auto* compiled = static_cast<typename A::CompiledCode*>(code.code);
  static const typename A::Unit nothing[1] = {0};
  if (!units) units = nothing;
  if (code.jit) {
    int result = A::jit_match(compiled, units, length, start, options, e.match_data, e.match_context);
    if (result != PCRE2_ERROR_JIT_STACKLIMIT) return result;
  }
  return A::match(compiled, units, length, start, options | PCRE2_NO_JIT, e.match_data, e.match_context);
}

Result<void> widen(Vm& vm, Subject* subject) {
  COIL_TRY(Buffer* buffer, new_buffer(vm, std::max<size_t>(subject->length, 1) * sizeof(uint32_t)));
  auto* units = reinterpret_cast<uint32_t*>(buffer->data());
  auto* bytes = static_cast<const uint8_t*>(subject->data);
  for (size_t i = 0; i < subject->length; i++) units[i] = bytes[i];
  subject->widened = buffer;
  return ok();
}

}  // namespace

void free_code(Code* code) {
  if (!code->code) return;
  if (code->wide_units) pcre2_code_free_32(static_cast<pcre2_code_32*>(code->code));
  else pcre2_code_free_8(static_cast<pcre2_code_8*>(code->code));
  code->code = nullptr;
}

Result<bool> search_reenter(Vm& vm, Pattern* pattern, Mode mode, Subject* subject, size_t start, bool not_empty_here, Found* found) {
  if (start > subject->length) return false;
  bool windows = mode == Mode::Search && subject->length - start > kLongSubject;
  Code& code = pattern->codes[subject->wide][static_cast<int>(mode)][windows];
  if (!code.code) COIL_CHECK(compile_code(vm, pattern, subject->wide, mode, windows, &code));
  const void* data = subject->data;
  if (code.wide_units && !subject->wide) {
    if (!subject->widened) COIL_CHECK(widen(vm, subject));
    data = subject->widened->data();
  }
  uint32_t options = not_empty_here ? PCRE2_NOTEMPTY_ATSTART : 0;
  auto run = code.wide_units ? run_code<true> : run_code<false>;
  for (;;) {
    size_t last_start = windows ? start + std::min(subject->length - start, kWindow) : PCRE2_UNSET;
    int result = run(code, data, subject->length, start, last_start, options, pattern->groups + 1);
    if (result > 0) {
      found->spans = code.wide_units ? Api<true>::ovector(engine<true>().match_data) : Api<false>::ovector(engine<false>().match_data);
      found->count = static_cast<uint32_t>(result);
      return true;
    }
    switch (result) {
      case PCRE2_ERROR_NOMATCH:
        if (!windows || last_start >= subject->length) return false;
        if (vm.interrupt) COIL_CHECK(check_interrupts_reenter(vm));
        start = last_start + 1;
        options = 0;
        continue;
      case PCRE2_ERROR_NOMEMORY: case PCRE2_ERROR_HEAPLIMIT: return raise_memory_error(vm);
      case PCRE2_ERROR_MATCHLIMIT: case PCRE2_ERROR_DEPTHLIMIT:
        COIL_CHECK(check_interrupts_reenter(vm));
        return raise(vm, Exc::RuntimeError, "regular expression takes too many steps: catastrophic backtracking?");
      default: return raise(vm, Exc::RuntimeError, "internal error %d in regular expression engine", result);
    }
  }
}

Result<Subject> make_subject(Vm& vm, Pattern* pattern, Value string) {
  Subject subject{string, string, nullptr, nullptr, 0, false};
  if (string.is(Kind::Str)) {
    if (!pattern->is_text) return raise_type_error(vm, "cannot use a bytes pattern on a string-like object");
    StrView text = view(string);
    subject.data = text.data;
    subject.length = text.length;
    subject.wide = text.wide;
    return subject;
  }
  ByteSpan bytes;
  if (!byte_span(string, &bytes)) return raise_type_error(vm, "expected string or bytes-like object, got '%s'", type_name(string));
  if (pattern->is_text) return raise_type_error(vm, "cannot use a string pattern on a bytes-like object");
  if (!string.is(Kind::Bytes)) {
    COIL_TRY(Bytes* copy, new_bytes(vm, bytes.data, bytes.size));
    subject.text = copy;
    byte_span(subject.text, &bytes);
  }
  subject.data = bytes.data;
  subject.length = bytes.size;
  return subject;
}

Result<Value> subject_slice(Vm& vm, const Subject& subject, size_t start, size_t end) {
  if (subject.text.is(Kind::Str)) return substring(vm, subject.text.as<Str>(), start, end);
  if (start == 0 && end == subject.text.as<Bytes>()->size && is_exact(subject.text, Kind::Bytes)) return subject.text;
  return new_bytes(vm, static_cast<const uint8_t*>(subject.data) + start, end - start);
}

Result<size_t> clamp_positions_reenter(Vm& vm, Subject* subject, Value position, Value end_position) {
  auto length = static_cast<int64_t>(subject->length);
  int64_t start = 0, end = length;
  if (position) {
    COIL_TRY(start, ssize_from_reenter(vm, position));
  }
  if (end_position) {
    COIL_TRY(end, ssize_from_reenter(vm, end_position));
  }
  start = std::clamp<int64_t>(start, 0, length);
  end = std::clamp<int64_t>(end, 0, length);
  subject->length = static_cast<size_t>(end);
  return static_cast<size_t>(start);
}

}  // namespace coil::re
