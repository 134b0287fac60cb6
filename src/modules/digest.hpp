// Message digests as plain data, without the heap: sha.cpp has the algorithms, hash_objects.cpp the objects of hashlib, key_derivation.cpp what
// is built on them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace coil {

enum class Mixing : uint8_t { Md5, Sha1, Sha256, Sha512, Keccak };

struct DigestAlgorithm {
  const char* name;
  Mixing mixing;
  uint8_t digest_size;  // 0: of any length (shake)
  uint8_t block_size;
  uint64_t start[8];
};

struct Digest {
  const DigestAlgorithm* algorithm;
  uint64_t state[25];
  uint64_t length;      // bytes taken
  uint8_t block[168];   // the part not mixed in yet

  explicit Digest(const DigestAlgorithm*);
  Digest() = default;
  void add(const uint8_t* data, size_t size);
  /// The digest of what was added, into `size` bytes (digest_size, or any for shake); the object can go on.
  void finish(uint8_t* out, size_t size) const;
};
inline constexpr size_t kMaxDigestSize = 64;

/// By the name in lower case; nullptr when there is none.
const DigestAlgorithm* find_digest_algorithm(std::string_view name);

}  // namespace coil
