// _io._LineSource: the part of stdlib/_iolayers.py's buffers and text layers that every line and every small read and write goes through.
#include <algorithm>
#include <cstring>

#include "modules/io.hpp"
#include "modules/support.hpp"
#include "objects/codecs.hpp"

namespace coil {

namespace {

struct LineSource : NativeObject {
  Value below;  // the stream under it, None after detach()
  Value ahead;  // str or bytes that were read before they are wanted; taken up to `at`
  size_t at;
  bool simple;  // lines end with a line feed, and readline() is the class's own
  bool iterating;     // the last line came from next(), and was not the end
  bool plain_output;  // text is written as strict UTF-8 with its own line ends, and nothing was read
  Value held;         // list of the bytes that were written and are held back until there are many of them or the stream is flushed
  size_t held_size;
};
void trace_line_source(Cell* cell, Marker& marker) {
  auto* source = static_cast<LineSource*>(cell);
  marker.value(source->below);
  marker.value(source->ahead);
  marker.value(source->held);
  trace_attrs(cell, marker);
}
const NativeObjectOps kLineSourceOps{trace_line_source, nullptr};

template <class C>
size_t behind_feed(const C* text, size_t at, size_t length) {
  const C* found = std::find(text + std::min(at, length), text + length, static_cast<C>('\n'));
  return found == text + length ? 0 : static_cast<size_t>(found - text) + 1;
}
template <>
size_t behind_feed(const uint8_t* text, size_t at, size_t length) {
  const void* found = at < length ? std::memchr(text + at, '\n', length - at) : nullptr;
  return found ? static_cast<size_t>(static_cast<const uint8_t*>(found) - text) + 1 : 0;
}

/// The position behind the next line feed, or 0.
size_t line_end(const LineSource* source) {
  if (source->ahead.is(Kind::Bytes)) return behind_feed(source->ahead.as<Bytes>()->data, source->at, source->ahead.as<Bytes>()->size);
  if (!source->ahead.is(Kind::Str)) return 0;
  StrView text = view(source->ahead);
  return text.wide ? behind_feed(text.chars(), source->at, text.length) : behind_feed(text.narrow(), source->at, text.length);
}

Result<bool> is_open_reenter(Vm& vm, LineSource* source) {
  static Str* const closed_name = intern(vm, "closed");
  if (!source->below || source->below.is_none()) return false;
  COIL_TRY(Value closed, get_attr_reenter(vm, source->below, closed_name));
  COIL_TRY(bool is_closed, truthy_reenter(vm, closed));
  return !is_closed;
}

/// A line that is there already, of a stream that is open; else kStop.
Result<Value> ready_line_reenter(Vm& vm, LineSource* source) {
  if (!source->simple || !line_end(source)) return Value::stop();
  COIL_TRY(bool is_open, is_open_reenter(vm, source));
  size_t begin = source->at, end = line_end(source);
  if (!is_open || !end) return Value::stop();
  source->at = end;
  if (source->ahead.is(Kind::Str)) return substring(vm, source->ahead.as<Str>(), begin, end);
  return new_bytes(vm, source->ahead.as<Bytes>()->data + begin, end - begin);
}

NATIVE(line_source_ready_line, "_ready_line(self, /)", "The next line when it was read already; None else.") {
  COIL_TRY(Value line, ready_line_reenter(vm, self_as<LineSource>(args)));
  return line.is_stop() ? none() : line;
}

NATIVE(line_source_read, "read(self, size=-1, /)", "Read at most size characters or bytes; all when negative or None.") {
  auto* source = self_as<LineSource>(args);
  Value size = args.get(1, Value::small_int(-1));
  if (size.is_small_int() && size.small_int() >= 0 && source->ahead.is(Kind::Str)) {
    COIL_TRY(bool is_open, is_open_reenter(vm, source));
    size_t length = source->ahead.is(Kind::Str) ? source->ahead.as<Str>()->length : 0;
    auto wanted = static_cast<size_t>(size.small_int());
    if (is_open && source->at < length && wanted <= length - source->at) {
      size_t begin = source->at;
      source->at += wanted;
      return substring(vm, source->ahead.as<Str>(), begin, source->at);
    }
  }
  return call_method_reenter(vm, args[0], intern(vm, "_read"), {size});
}

/// Hands on what is held back, in one piece.
Result<void> release_reenter(Vm& vm, LineSource* source) {
  if (!source->held_size) return ok();
  auto* pieces = source->held.as<List>();
  std::string joined;
  joined.reserve(source->held_size);
  for (size_t i = 0; i < pieces->size; i++) {
    auto* piece = pieces->items()[i].as<Bytes>();
    joined.append(reinterpret_cast<const char*>(piece->data), piece->size);
  }
  store(source, source->held, none());
  source->held_size = 0;
  COIL_TRY(Bytes* bytes, new_bytes(vm, joined.data(), joined.size()));
  COIL_CHECK(call_method_reenter(vm, source->below, vm.name(Name::k_write), {bytes}));
  return ok();
}

Result<void> hold_reenter(Vm& vm, LineSource* source, Bytes* bytes) {
  constexpr size_t kMost = 8192;
  if (source->held_size + bytes->size > kMost) COIL_CHECK(release_reenter(vm, source));
  if (!source->held_size) {
    COIL_TRY(List* pieces, new_list(vm));
    store(source, source->held, pieces);
  }
  COIL_CHECK(list_append(vm, source->held.as<List>(), bytes));
  source->held_size += bytes->size;
  if (source->held_size >= kMost) COIL_CHECK(release_reenter(vm, source));
  return ok();
}

NATIVE(line_source_hold, "_hold(self, data, /)", "Write bytes to the stream under this one, later.") {
  if (!args[1].is(Kind::Bytes)) return raise_type_error(vm, "encoder should return a bytes object, not '%s'", type_name(args[1]));
  COIL_CHECK(hold_reenter(vm, self_as<LineSource>(args), args[1].as<Bytes>()));
  return none();
}

NATIVE(line_source_release, "_release(self, /)", "Write what is held back.") {
  COIL_CHECK(release_reenter(vm, self_as<LineSource>(args)));
  return none();
}

NATIVE(line_source_write, "write(self, data, /)", "Write text or bytes; the number of characters or bytes.") {
  auto* source = self_as<LineSource>(args);
  if (source->plain_output && args[1].is(Kind::Str)) {
    COIL_TRY(bool is_open, is_open_reenter(vm, source));
    if (is_open) {
      COIL_TRY(Bytes* encoded, encode_str(vm, args[1].as<Str>(), "utf-8", "strict"));
      COIL_CHECK(hold_reenter(vm, source, encoded));
      return Value::small_int(args[1].as<Str>()->length);
    }
  }
  return call_method_reenter(vm, args[0], intern(vm, "_write"), {args[1]});
}

Result<Value> line_source_next(Vm& vm, Value self) {
  self.as<LineSource>()->iterating = true;
  COIL_TRY(Value line, ready_line_reenter(vm, self.as<LineSource>()));
  if (!line.is_stop()) return line;
  COIL_TRY(line, call_method_reenter(vm, self, intern(vm, "readline"), {}));
  COIL_TRY(bool some, truthy_reenter(vm, line));
  self.as<LineSource>()->iterating = some;
  return some ? line : Value::stop();
}

Result<Value> line_source_make(Vm& vm, Class* cls, Value*, size_t, Tuple*) {
  COIL_TRY(LineSource* source, new_native_object<LineSource>(vm, cls, &kLineSourceOps));
  source->below = none();
  return Value(source);
}

template <Value LineSource::*field>
Result<Value> get_value(Vm&, Value self) { return self.as<LineSource>()->*field ? self.as<LineSource>()->*field : none(); }
template <Value LineSource::*field>
Result<void> set_value(Vm&, Value self, Value value) {
  store(self.cell(), self.as<LineSource>()->*field, value ? value : none());
  return ok();
}
Result<Value> get_at(Vm&, Value self) { return Value::small_int(static_cast<int64_t>(self.as<LineSource>()->at)); }
Result<void> set_at(Vm& vm, Value self, Value value) {
  COIL_TRY(int64_t at, ssize_from_reenter(vm, value ? value : none()));
  if (at < 0) return raise_value_error(vm, "negative position");
  self.as<LineSource>()->at = static_cast<size_t>(at);
  return ok();
}
template <bool LineSource::*field>
Result<Value> get_flag(Vm&, Value self) { return Value::boolean(self.as<LineSource>()->*field); }
template <bool LineSource::*field>
Result<void> set_flag(Vm& vm, Value self, Value value) {
  COIL_TRY(self.as<LineSource>()->*field, truthy_reenter(vm, value ? value : none()));
  return ok();
}
const GetSetSpec kBelow{"_below", get_value<&LineSource::below>, set_value<&LineSource::below>, nullptr};
const GetSetSpec kAhead{"_ahead", get_value<&LineSource::ahead>, set_value<&LineSource::ahead>, nullptr};
const GetSetSpec kAt{"_at", get_at, set_at, nullptr};
const GetSetSpec kSimple{"_simple", get_flag<&LineSource::simple>, set_flag<&LineSource::simple>, nullptr};
const GetSetSpec kIterating{"_iterating", get_flag<&LineSource::iterating>, set_flag<&LineSource::iterating>, nullptr};
const GetSetSpec kPlainOutput{"_plain_output", get_flag<&LineSource::plain_output>, set_flag<&LineSource::plain_output>, nullptr};

}  // namespace

Result<void> define_line_source(Vm& vm, Dict* ns) {
  COIL_TRY(Class* cls, new_module_class<LineSource>(vm, "_LineSource", "_io", "What was read ahead, and the lines in it.", kClassHasDict | kClassHasWeakRef));
  cls->slots.make = line_source_make;
  cls->slots.iter = iter_is_self;
  cls->slots.next = line_source_next;
  define_class(vm, cls, {&line_source_ready_line_spec, &line_source_read_spec, &line_source_write_spec, &line_source_hold_spec, &line_source_release_spec}, {&kBelow, &kAhead, &kAt, &kSimple, &kIterating, &kPlainOutput});
  return module_set(vm, ns, "_LineSource", cls);
}

}  // namespace coil
