// Format strings of module struct, parsed: which items, where, how they are stored.
#pragma once

#include <vector>

#include "modules/support.hpp"
#include "objects/buffer.hpp"
#include "objects/exception.hpp"
#include "objects/protocol.hpp"

namespace coil {

/// A run of equal items of a format. Of 's' and 'p' there is one item, `size` bytes long.
struct StructField {
  char code;
  bool big_endian;
  bool native;       // '@': C's sizes and looser range checks
  int64_t size;      // bytes of one item
  int64_t offset;    // of the first item
  int64_t count;
};

struct StructLayout {
  std::vector<StructField> fields;  // without padding
  int64_t size = 0;                 // bytes
  int64_t count = 0;                // values
};

/// nullptr, or what is wrong with the format.
const char* parse_struct_format(std::string_view format, StructLayout* out);

/// The class struct.error, made at the import of the module.
extern Class* g_struct_error;
Error raise_struct_error(Vm&, std::string_view message);

Result<Value> unpack_struct_item(Vm&, const StructField&, const uint8_t* data);
/// Writes one item of `field` to `out`, which has field.size bytes of room and is zero.
Result<void> pack_struct_item_reenter(Vm&, const StructField&, Value, uint8_t* out);

}  // namespace coil
