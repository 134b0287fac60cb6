// _io._LineSource: the part of stdlib/_iolayers.py's buffers and text layers that every line goes through.
#include <algorithm>
#include <cstring>

#include "modules/io.hpp"
#include "modules/support.hpp"

namespace coil {

namespace {

struct LineSource : NativeObject {
  Value below;  // the stream under it, None after detach()
  Value ahead;  // str or bytes that were read before they are wanted; taken up to `at`
  size_t at;
  bool simple;  // lines end with a line feed, and readline() is the class's own
};
void trace_line_source(Cell* cell, Marker& marker) {
  auto* source = static_cast<LineSource*>(cell);
  marker.value(source->below);
  marker.value(source->ahead);
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

/// A line that is there already, of a stream that is open; else kStop.
Result<Value> ready_line_reenter(Vm& vm, LineSource* source) {
  static Str* const closed_name = intern(vm, "closed");
  if (!source->simple || !source->below || source->below.is_none() || !line_end(source)) return Value::stop();
  COIL_TRY(Value closed, get_attr_reenter(vm, source->below, closed_name));
  COIL_TRY(bool is_closed, truthy_reenter(vm, closed));
  size_t begin = source->at, end = line_end(source);
  if (is_closed || !end) return Value::stop();
  source->at = end;
  if (source->ahead.is(Kind::Str)) return substring(vm, source->ahead.as<Str>(), begin, end);
  return new_bytes(vm, source->ahead.as<Bytes>()->data + begin, end - begin);
}

NATIVE(line_source_ready_line, "_ready_line(self, /)", "The next line when it was read already; None else.") {
  COIL_TRY(Value line, ready_line_reenter(vm, self_as<LineSource>(args)));
  return line.is_stop() ? none() : line;
}

Result<Value> line_source_next(Vm& vm, Value self) {
  COIL_TRY(Value line, ready_line_reenter(vm, self.as<LineSource>()));
  if (!line.is_stop()) return line;
  COIL_TRY(line, call_method_reenter(vm, self, intern(vm, "readline"), {}));
  COIL_TRY(bool some, truthy_reenter(vm, line));
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
Result<Value> get_simple(Vm&, Value self) { return Value::boolean(self.as<LineSource>()->simple); }
Result<void> set_simple(Vm& vm, Value self, Value value) {
  COIL_TRY(self.as<LineSource>()->simple, truthy_reenter(vm, value ? value : none()));
  return ok();
}
const GetSetSpec kBelow{"_below", get_value<&LineSource::below>, set_value<&LineSource::below>, nullptr};
const GetSetSpec kAhead{"_ahead", get_value<&LineSource::ahead>, set_value<&LineSource::ahead>, nullptr};
const GetSetSpec kAt{"_at", get_at, set_at, nullptr};
const GetSetSpec kSimple{"_simple", get_simple, set_simple, nullptr};

}  // namespace

Result<void> define_line_source(Vm& vm, Dict* ns) {
  COIL_TRY(Class* cls, new_module_class<LineSource>(vm, "_LineSource", "_io", "What was read ahead, and the lines in it.", true));
  cls->slots.make = line_source_make;
  cls->slots.iter = iter_is_self;
  cls->slots.next = line_source_next;
  define_class(vm, cls, {&line_source_ready_line_spec}, {&kBelow, &kAhead, &kAt, &kSimple});
  return module_set(vm, ns, "_LineSource", cls);
}

}  // namespace coil
