// Text files: decoding line by line or all at once, encoding, and the methods of TextIOWrapper that concern text.
#include <algorithm>
#include <cstring>

#include "modules/host_services.hpp"
#include "modules/io_internal.hpp"
#include "modules/support.hpp"
#include "objects/codecs.hpp"
#include "objects/containers.hpp"
#include "objects/number.hpp"
#include "objects/str.hpp"

namespace coil {

namespace {

bool all_ascii(std::string_view bytes) {
  uint64_t bits = 0;
  size_t at = 0;
  for (uint64_t word; at + 8 <= bytes.size(); at += 8) {
    std::memcpy(&word, bytes.data() + at, 8);
    bits |= word;
  }
  for (; at < bytes.size(); at++) bits |= static_cast<uint8_t>(bytes[at]);
  return !(bits & 0x8080808080808080u);
}

Result<Str*> decode_text(Vm& vm, TextFile* text, std::string_view bytes) {
  if (text->is_utf8 && all_ascii(bytes)) return new_str_ascii(vm, bytes);
  return decode_bytes(vm, {reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size()}, str_utf8(text->encoding), str_utf8(text->errors));
}

uint8_t line_ends_in(std::string_view bytes) {
  uint8_t seen = 0;
  for (size_t at = bytes.find_first_of("\r\n"); at < bytes.size(); at = bytes.find_first_of("\r\n", at + 1)) {
    if (bytes[at] == '\n') {
      seen |= kSeenLf;
    } else if (at + 1 < bytes.size() && bytes[at + 1] == '\n') {
      seen |= kSeenCrLf;
      at++;
    } else {
      seen |= kSeenCr;
    }
  }
  return seen;
}

std::string translate_newlines(TextFile* text, std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  for (size_t i = 0; i < bytes.size(); i++) {
    if (bytes[i] != '\r') {
      if (bytes[i] == '\n') text->seen_newlines |= kSeenLf;
      out += bytes[i];
      continue;
    }
    out += '\n';
    if (i + 1 < bytes.size() && bytes[i + 1] == '\n') {
      text->seen_newlines |= kSeenCrLf;
      i++;
    } else {
      text->seen_newlines |= kSeenCr;
    }
  }
  return out;
}

Result<Str*> finish_text(Vm& vm, TextFile* text, std::string_view bytes) {
  if (!text->byte_oriented) {
    COIL_TRY(Str* decoded, decode_text(vm, text, bytes));
    if (text->newline == Newline::Keep) text->seen_newlines |= line_ends_in(str_utf8(decoded));
    if (text->newline != Newline::Universal) return decoded;
    std::string translated = translate_newlines(text, str_utf8(decoded));
    return new_str(vm, translated);
  }
  if (text->newline == Newline::Universal) {
    if (bytes.find('\r') != std::string_view::npos) {
      Result<Str*> decoded = decode_text(vm, text, translate_newlines(text, bytes));
      if (decoded || !pending_matches(vm, Exc::UnicodeDecodeError)) return decoded;
      clear_pending(vm);
      return decode_text(vm, text, bytes);  // for the place of the error in the file
    }
    if (bytes.find('\n') != std::string_view::npos) text->seen_newlines |= kSeenLf;
  } else if (text->newline == Newline::Keep) {
    text->seen_newlines |= line_ends_in(bytes);
  }
  return decode_text(vm, text, bytes);
}

/// The number of leading bytes that hold `count` characters; reads as much as needed.
Result<size_t> chars_length_reenter(Vm& vm, Value self, TextFile* text, FileBuffer* file, size_t count) {
  bool narrow = !text->is_utf8 && !str_utf8(text->encoding).starts_with("utf");
  size_t at = 0, chars = 0;
  while (chars < count) {
    std::string_view bytes = file->unread();
    size_t length = 1;
    if (at < bytes.size()) {
      auto lead = static_cast<uint8_t>(bytes[at]);
      if (!narrow && lead >= 0xC2) length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 1;
      if (lead == '\r' && text->newline == Newline::Universal) {
        length = 1 + (at + 1 < bytes.size() && bytes[at + 1] == '\n');
        if (at + 1 == bytes.size()) length = 2;
      }
    }
    if (at + length > bytes.size()) {
      COIL_TRY(bool more, fill_reenter(vm, self, file));
      if (more) continue;
      if (at >= file->unread().size()) break;
      length = file->unread().size() - at;
    }
    at += length;
    chars++;
  }
  return at;
}

struct Utf8Prefix {
  size_t whole;   // bytes of whole characters at the beginning
  bool goes_on;   // what follows them is the beginning of a character
};
Utf8Prefix utf8_prefix(std::string_view bytes) {
  size_t at = 0;
  while (at < bytes.size()) {
    uint64_t word;
    while (at + 8 <= bytes.size() && (std::memcpy(&word, bytes.data() + at, 8), !(word & 0x8080808080808080u))) at += 8;
    if (at == bytes.size()) break;
    const auto lead = static_cast<uint8_t>(bytes[at]);
    const size_t length = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
    if (!length) return {at, false};
    const size_t there = std::min(length, bytes.size() - at);
    for (size_t i = 1; i < there; i++) {
      const auto byte = static_cast<uint8_t>(bytes[at + i]);
      const uint8_t low = i > 1 ? 0x80 : lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
      const uint8_t high = i > 1 ? 0xBF : lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
      if (byte < low || byte > high) return {at, false};
    }
    if (there < length) return {at, true};
    at += length;
  }
  return {at, false};
}

/// CPython decodes pieces of 8 KiB before it cuts them into lines and characters: a wrong byte is told with its place in the piece when anything of the
/// piece is read, and the piece is lost. A rest is one piece.
Result<void> check_pieces(Vm& vm, TextFile* text, FileBuffer* file, size_t size, bool is_rest) {
  constexpr size_t kPiece = 8192;
  if (file->checked() >= size || !text->byte_oriented || !str_is(text->errors, "strict")) return ok();
  do {
    const size_t begin = file->checked() - file->checked_tail();
    const size_t end = is_rest ? file->unread().size() : std::min(file->unread().size(), file->checked() + kPiece);
    std::string_view piece = file->unread().substr(begin, end - begin);
    size_t tail = 0;
    bool well = all_ascii(piece);
    if (!well && text->is_utf8) {
      const Utf8Prefix prefix = utf8_prefix(piece);
      well = prefix.whole == piece.size() || (prefix.goes_on && !is_rest);
      tail = piece.size() - prefix.whole;
    }
    if (!well) {
      const std::string copy(piece);
      if (!decode_text(vm, text, copy)) {
        file->consume(end);
        return Error{};
      }
    }
    file->set_checked(end, tail);
  } while (file->checked() < size);
  return ok();
}

Result<Str*> take_text(Vm& vm, TextFile* text, FileBuffer* file, size_t size) {
  COIL_CHECK(check_pieces(vm, text, file, size, false));
  if (const size_t tail = file->checked_tail(); tail && size == file->checked()) {  // the file ends inside of a character
    const std::string rest(file->unread().substr(size - tail, tail));
    file->consume(size);
    return decode_text(vm, text, rest);
  }
  std::string_view here = file->unread().substr(0, size);
  bool universal = text->newline == Newline::Universal;
  if (text->is_utf8 && all_ascii(here) && !(universal && here.find('\r') != std::string_view::npos)) {
    // Nothing can run that would change the buffer.
    if (universal && (here.ends_with('\n') || here.find('\n') != std::string_view::npos)) text->seen_newlines |= kSeenLf;
    if (text->newline == Newline::Keep) text->seen_newlines |= line_ends_in(here);
    COIL_TRY(Str* taken, new_str_ascii(vm, here));
    file->consume(size);
    return taken;
  }
  std::string bytes(here);
  file->consume(size);
  return finish_text(vm, text, bytes);
}

Result<void> append_text(Vm& vm, TextFile* text, FileBuffer* file, Str* str) {
  std::string_view ascii = str_ascii_view(str);
  std::string translated;
  if (text->newline == Newline::CrLf || text->newline == Newline::Cr) {
    COIL_TRY(Bytes* encoded, encode_str(vm, str, str_utf8(text->encoding), str_utf8(text->errors)));
    std::string_view bytes(reinterpret_cast<const char*>(encoded->data), encoded->size);
    for (char c : bytes) {
      if (c == '\n') translated += text->newline == Newline::CrLf ? "\r\n" : "\r";
      else translated += c;
    }
    file->append_text(translated);
  } else if (ascii.data() && text->byte_oriented) {
    file->append_text(ascii);
  } else {
    COIL_TRY(Bytes* encoded, encode_str(vm, str, str_utf8(text->encoding), str_utf8(text->errors)));
    file->append_text({reinterpret_cast<const char*>(encoded->data), encoded->size});
  }
  return ok();
}

NATIVE(text_read, "read(self, size=-1, /)", "Read at most size characters; all when negative or None.") {
  COIL_TRY(int64_t size, size_argument_reenter(vm, args, 1));
  COIL_TRY(FileBuffer* file, readable_buffer(vm, args[0]));
  COIL_CHECK(prepare_read_reenter(vm, file));
  TextFile* text = as_text(args[0]);
  if (size < 0) {
    COIL_CHECK(read_all_reenter(vm, args[0], file, file->expected_rest()));
    const size_t rest = file->unread().size();
    if (file->checked()) COIL_CHECK(check_pieces(vm, text, file, rest, true));
    else file->set_checked(rest, 0);
    COIL_TRY(Str* all, take_text(vm, text, file, rest));
    return Value(all);
  }
  COIL_TRY(size_t length, chars_length_reenter(vm, args[0], text, file, static_cast<size_t>(size)));
  COIL_TRY(Str* piece, take_text(vm, text, file, length));
  return Value(piece);
}

NATIVE(text_readline, "readline(self, size=-1, /)", "Read until the end of the line; empty at the end of the file.") {
  COIL_TRY(int64_t limit, args.has(1) ? argument_int64_reenter(vm, args[1]) : Result<int64_t>(int64_t{-1}));  // None is no size here
  return text_read_line_reenter(vm, args[0], limit);
}

NATIVE(text_write, "write(self, text, /)", "Write the text and return the number of characters.") {
  if (!args[1].is(Kind::Str)) return raise_type_error(vm, "write() argument must be str, not %s", argument_type_name(args[1]));
  COIL_CHECK(text_write_reenter(vm, args[0], args[1].as<Str>()));
  return Value::small_int(args[1].as<Str>()->length);
}

Result<void> check_reconfigured(Vm& vm, Args args, size_t index) {
  static constexpr const char* kNames[] = {"", "encoding", "errors", "newline"};
  if (!args.has(index) || args[index].is_none() || args[index].is(Kind::Str)) return ok();
  return raise_type_error(vm, "reconfigure() argument '%s' must be str or None, not %s", kNames[index], argument_type_name(args[index]));
}

/// LookupError for an encoding that is unknown, or is none of text.
Result<void> check_text_encoding_reenter(Vm& vm, Value encoding) {
  if (find_native_codec(str_utf8(encoding)).codec != Codec::None) return ok();
  COIL_TRY(Value layers, import_absolute_reenter(vm, intern(vm, "_iolayers")));
  COIL_CHECK(call_method_reenter(vm, layers, intern(vm, "_text_codec"), {encoding}));
  return ok();
}

NATIVE(text_reconfigure, "reconfigure(self, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None)",
       "Change the stream's settings.") {
  TextFile* text = as_text(args[0]);
  for (size_t i : {1, 2, 3}) COIL_CHECK(check_reconfigured(vm, args, i));
  COIL_TRY(FileBuffer* file, open_buffer(vm, args[0]));
  const bool encoded_anew = args.has(1) && args[1].is(Kind::Str), with_errors = args.has(2) && args[2].is(Kind::Str);
  if ((encoded_anew || with_errors || args.has(3)) && !file->unread().empty()) {
    return raise_unsupported_operation(vm, "It is not possible to set the encoding or newline of stream after the first read");
  }
  Newline newline = text->newline;
  if (args.has(3) && !newline_from(args[3], &newline)) return raise_value_error(vm, "illegal newline value: %s", str_utf8(args[3]).c_str());
  Str* encoding = encoded_anew ? args[1].as<Str>() : nullptr;
  if (encoding && str_is(encoding, "locale")) encoding = intern(vm, "UTF-8");
  if (encoding) COIL_CHECK(check_text_encoding_reenter(vm, encoding));
  COIL_TRY(file, open_buffer(vm, args[0]));
  if (file->pending()) COIL_CHECK(flush_buffer_reenter(vm, file));
  if (encoding) {
    set_encoding(text, encoding);
    store(text, text->errors, intern(vm, "strict"));  // unless the call says otherwise
  }
  if (with_errors) store(text, text->errors, args[2].as<Str>());
  text->newline = newline;
  if (args.has(4) && !args[4].is_none()) {
    COIL_TRY(bool on, truthy_reenter(vm, args[4]));
    text->line_buffering = on;
  }
  if (args.has(5) && !args[5].is_none()) {
    COIL_TRY(bool on, truthy_reenter(vm, args[5]));
    text->write_through = on;
  }
  return none();
}

NATIVE(text_detach, "detach(self, /)", "The binary file below; the text file has no more text pending.") {
  COIL_TRY(FileBuffer* file, open_buffer(vm, args[0]));
  if (file->pending()) COIL_CHECK(flush_buffer_reenter(vm, file));
  TextFile* text = as_text(args[0]);
  COIL_TRY(BinaryFile* nothing, make_binary(vm, g_file_classes.reader, nullptr, Value(), "rb"));
  nothing->detached = true;
  BinaryFile* buffer = text->buffer;
  store(text, text->buffer, nothing);
  return buffer;
}

Result<Value> get_encoding(Vm&, Value self) { return as_text(self)->encoding; }
Result<Value> get_errors(Vm&, Value self) { return as_text(self)->errors; }
Result<Value> get_buffer(Vm&, Value self) { return binary_of(self)->detached ? none() : Value(as_text(self)->buffer); }
Result<Value> get_line_buffering(Vm&, Value self) { return Value::boolean(as_text(self)->line_buffering); }
Result<Value> get_write_through(Vm&, Value self) { return Value::boolean(as_text(self)->write_through); }
Result<Value> get_newlines(Vm& vm, Value self) {
  COIL_CHECK(check_attached(vm, self));
  TextFile* text = as_text(self);
  uint8_t seen = text->seen_newlines;
  // What was read ahead counts; a "\r" at its end may be the first half of another line end.
  if ((text->newline == Newline::Universal || text->newline == Newline::Keep) && text->byte_oriented) {
    std::string_view ahead = binary_of(self)->file->unread();
    if (ahead.ends_with('\r')) ahead.remove_suffix(1);
    seen |= line_ends_in(ahead);
  }
  return newlines_tuple(vm, seen);
}

constexpr GetSetSpec kEncoding{"encoding", get_encoding, nullptr, "The text encoding."};
constexpr GetSetSpec kErrors{"errors", get_errors, nullptr, "What happens to text that can't be translated."};
constexpr GetSetSpec kBuffer{"buffer", get_buffer, nullptr, "The binary file below."};
constexpr GetSetSpec kLineBuffering{"line_buffering", get_line_buffering, nullptr, "Whether each line is written at once."};
constexpr GetSetSpec kWriteThrough{"write_through", get_write_through, nullptr, "Whether each write goes out at once."};
constexpr GetSetSpec kNewlines{"newlines", get_newlines, nullptr, "Line ends seen while reading."};

}  // namespace

void set_encoding(TextFile* text, Str* encoding) {
  store(text, text->encoding, encoding);
  std::string name = str_utf8(encoding), lowered;
  for (char c : name) lowered += c == '_' ? '-' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  text->is_utf8 = lowered == "utf-8" || lowered == "utf8";
  text->byte_oriented = name.find("16") == std::string::npos && name.find("32") == std::string::npos;
}

Result<Value> text_read_line_reenter(Vm& vm, Value self, int64_t limit) {
  COIL_TRY(FileBuffer* file, readable_buffer(vm, self));
  TextFile* text = as_text(self);
  COIL_CHECK(prepare_read_reenter(vm, file));
  if (!text->byte_oriented) {
    return raise_unsupported_operation(vm, "reading single lines in this encoding");
  }
  if (limit == 0) return Value(vm.empty_str);
  COIL_TRY(size_t length, line_length_reenter(vm, self, file, text->newline, ~size_t{0}));
  if (limit > 0) {
    COIL_TRY(size_t limited, chars_length_reenter(vm, self, text, file, static_cast<size_t>(limit)));
    length = std::min(length, limited);
  }
  COIL_TRY(Str* line, take_text(vm, text, file, length));
  return Value(line);
}

Result<void> text_write_reenter(Vm& vm, Value self, Str* str) {
  COIL_TRY(FileBuffer* file, writable_buffer(vm, self));
  TextFile* text = as_text(self);
  if (file->readable()) file->consume(file->text_read_ahead());
  COIL_CHECK(prepare_write(vm, file));
  COIL_CHECK(append_text(vm, text, file, str));
  bool flush = file->pending() >= 8192 || text->write_through;
  if (!flush && text->line_buffering) {
    StrView chars = view(str);
    for (size_t i = 0; i < chars.length && !flush; i++) flush = chars[i] == '\n' || chars[i] == '\r';
  }
  if (flush) COIL_CHECK(flush_buffer_reenter(vm, file));
  return ok();
}

void define_text_methods(Vm& vm, Class* cls) {
  define_class(vm, cls, {FN(text_read), FN(text_readline), FN(text_write), FN(text_reconfigure), FN(text_detach)},
               {&kEncoding, &kErrors, &kBuffer, &kLineBuffering, &kWriteThrough, &kNewlines});
}

}  // namespace coil
