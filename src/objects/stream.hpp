// Printing as the built-in functions need it; implemented by the io module.
#pragma once

#include "objects/vm.hpp"

namespace coil {

/// file.write(text), without a method call when the file is a native text stream. Nothing or None: sys.stdout at this moment,
/// silently nothing when that is None.
Result<void> print_text_reenter(Vm&, Value file, Str* text);
/// file.flush() by the same rules.
Result<void> flush_stream_reenter(Vm&, Value file);

}  // namespace coil
