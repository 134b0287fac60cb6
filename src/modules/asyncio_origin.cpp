// Debug mode: where futures, tasks and handles were made.
#include "modules/asyncio_internal.hpp"
#include "modules/host_services.hpp"
#include "objects/class.hpp"
#include "objects/containers.hpp"
#include "objects/str.hpp"

namespace coil {

Result<bool> loop_debug_reenter(Vm& vm, Value loop) {
  if (Loop* native = native_loop(loop)) return native->debug;
  COIL_TRY(Value debug, call_method_reenter(vm, loop, intern(vm, "get_debug"), {}));
  return truthy_reenter(vm, debug);
}

/// Futures and tasks keep the whole stack, handles the levels that asyncio.format_helpers gives.
static Result<Value> current_stack_reenter(Vm& vm, const char* extractor) {
  COIL_TRY(Value module, import_absolute_reenter(vm, intern(vm, extractor)));
  return call_method_reenter(vm, module, intern(vm, "extract_stack"), {});
}

Result<void> note_handle_origin_reenter(Vm& vm, HandleCell* handle) {
  COIL_TRY(bool debug, loop_debug_reenter(vm, handle->loop));
  if (!debug) return ok();
  COIL_TRY(Value stack, current_stack_reenter(vm, "asyncio.format_helpers"));
  store(handle, handle->origin, stack);
  return ok();
}

Result<void> note_origin_reenter(Vm& vm, Future* future, Value loop) {
  COIL_TRY(bool debug, loop_debug_reenter(vm, loop));
  if (!debug) return ok();
  COIL_TRY(Value stack, current_stack_reenter(vm, "traceback"));
  return set_instance_attr(vm, future, intern(vm, "_source_traceback"), stack);
}

Result<std::string> describe_origin_reenter(Vm& vm, Value stack) {
  if (!stack.is(Kind::List) || stack.as<List>()->size == 0) return std::string();
  Value entry = stack.as<List>()->items()[stack.as<List>()->size - 1];
  COIL_TRY(Value file, get_item_reenter(vm, entry, Value::small_int(0)));
  COIL_TRY(Value line, get_item_reenter(vm, entry, Value::small_int(1)));
  COIL_TRY(Str* file_text, str_reenter(vm, file));
  COIL_TRY(Str* line_text, str_reenter(vm, line));
  return " created at " + str_utf8(file_text) + ":" + str_utf8(line_text);
}

}  // namespace coil
