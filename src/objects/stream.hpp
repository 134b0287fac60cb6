// Printing as the built-in functions need it; implemented by the io module.
#pragma once

#include "objects/vm.hpp"

namespace coil {

/// sys.stdout at this moment; RuntimeError when it is gone.
Result<Value> standard_output(Vm&);
/// Whether nobody sees how a text is cut into writes to the stream.
bool takes_whole_texts(Value stream);
/// file.write(text), without a method call when the file is a native text stream. Nothing or None: sys.stdout at this moment,
/// silently nothing when that is None.
Result<void> print_text_reenter(Vm&, Value file, Str* text);
/// file.flush() by the same rules.
Result<void> flush_stream_reenter(Vm&, Value file);

}  // namespace coil
