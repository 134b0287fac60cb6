// Module _hash: the objects of hashlib over the digests of digest.hpp and blake2.hpp, and the key derivations of key_derivation.hpp. Long inputs
// are taken in without the VM lock when they cannot change.
#include <cctype>
#include <cstring>
#include <type_traits>
#include <utility>

#include "modules/blake2.hpp"
#include "modules/digest.hpp"
#include "modules/key_derivation.hpp"
#include "modules/support.hpp"
#include "objects/hex_digits.hpp"
#include "objects/protocol.hpp"
#include "vm/threads.hpp"

namespace coil {

namespace {

constexpr size_t kReleaseSize = 64 * 1024;

Result<ByteSpan> hashed_bytes(Vm& vm, Value data) {
  if (data.is(Kind::Str)) return raise_type_error(vm, "Strings must be encoded before hashing");
  ByteSpan bytes;
  if (byte_span(data, &bytes)) return bytes;
  if (data.is(Kind::MemoryView)) return require_bytes(vm, data);  // says why it cannot be read
  return raise_type_error(vm, "object supporting the buffer API required");
}

/// Adds to a state that other threads may use: the work is done on a copy.
template <class State>
Result<void> add_value(Vm& vm, State* state, Value data) {
  COIL_TRY(ByteSpan bytes, hashed_bytes(vm, data));
  if (bytes.size < kReleaseSize || !data.is(Kind::Bytes)) {
    state->add(bytes.data, bytes.size);
    return ok();
  }
  State copy = *state;
  {
    WithoutVm released(vm);
    copy.add(bytes.data, bytes.size);
  }
  *state = copy;
  return ok();
}

// -- md5 to shake

struct Hash : NativeObject {
  Digest digest;
};
const NativeObjectOps kHashOps{nullptr, nullptr};
Class* g_hash;
Class* g_shake;
Class* g_unsupported_digest;  // a ValueError

Result<Value> make_hash(Vm& vm, const DigestAlgorithm* algorithm, Value data) {
  COIL_TRY(Hash* hash, new_native_object<Hash>(vm, algorithm->digest_size ? g_hash : g_shake, &kHashOps));
  hash->digest = Digest(algorithm);
  if (data) COIL_CHECK(add_value(vm, &hash->digest, data));
  return Value(hash);
}
NATIVE(hash_new, "new(name, string=b'', *, usedforsecurity=True)", "A digest object of the named algorithm.") {
  if (!args[0].is(Kind::Str)) return raise_type_error(vm, "new() argument 'name' must be str, not %s", argument_type_name(args[0]));
  std::string name = str_utf8(args[0]);
  const DigestAlgorithm* algorithm = find_digest_algorithm(name);
  if (!algorithm) return raise_value_error(vm, "unsupported hash type %s", name.c_str());
  return make_hash(vm, algorithm, args.get(1, Value()));
}
#define MAKER(algorithm)                                                                                                  \
  NATIVE(hash_make_##algorithm, "openssl_" #algorithm "(string=b'', *, usedforsecurity=True)", "A " #algorithm " digest object.") { \
    return make_hash(vm, find_digest_algorithm(#algorithm), args.get(0, Value()));                                        \
  }
MAKER(md5) MAKER(sha1) MAKER(sha224) MAKER(sha256) MAKER(sha384) MAKER(sha512)
MAKER(sha3_224) MAKER(sha3_256) MAKER(sha3_384) MAKER(sha3_512) MAKER(shake_128) MAKER(shake_256)
#undef MAKER
NATIVE(hash_update, "update(self, obj, /)", "Add bytes.") {
  COIL_CHECK(add_value(vm, &self_as<Hash>(args)->digest, args[1]));
  return none();
}
NATIVE(hash_digest, "digest(self, /)", "The digest as bytes.") {
  const Digest& digest = self_as<Hash>(args)->digest;
  uint8_t bytes[kMaxDigestSize];
  digest.finish(bytes, digest.algorithm->digest_size);
  return new_bytes(vm, bytes, digest.algorithm->digest_size);
}
NATIVE(hash_hexdigest, "hexdigest(self, /)", "The digest as hexadecimal text.") {
  const Digest& digest = self_as<Hash>(args)->digest;
  uint8_t bytes[kMaxDigestSize];
  digest.finish(bytes, digest.algorithm->digest_size);
  return new_hex_str(vm, bytes, digest.algorithm->digest_size);
}
Result<Bytes*> shake_bytes(Vm& vm, Hash* hash, int64_t size) {
  if (size >= int64_t{1} << 29) return raise_value_error(vm, "length is too large");
  COIL_TRY(Bytes* bytes, new_bytes_uninitialized(vm, static_cast<size_t>(size)));
  hash->digest.finish(bytes->data, static_cast<size_t>(size));
  return bytes;
}
NATIVE(shake_digest, "digest(self, /, length)", "A digest of the given length.") {
  COIL_TRY(int64_t size, ssize_from_reenter(vm, args[1]));
  if (size < 0) return raise(vm, Exc::SystemError, "Negative size passed to PyBytes_FromStringAndSize");
  return shake_bytes(vm, self_as<Hash>(args), size);
}
NATIVE(shake_hexdigest, "hexdigest(self, /, length)", "A digest of the given length as hexadecimal text.") {
  COIL_TRY(int64_t size, ssize_from_reenter(vm, args[1]));
  if (size < 0) return raise_memory_error(vm);
  COIL_TRY(Bytes* bytes, shake_bytes(vm, self_as<Hash>(args), size));
  return new_hex_str(vm, bytes->data, bytes->size);
}
NATIVE(hash_copy, "copy(self, /)", "An independent object in the same state.") {
  auto* source = self_as<Hash>(args);
  COIL_TRY(Hash* copy, new_native_object<Hash>(vm, class_of(source), &kHashOps));
  copy->digest = source->digest;
  return Value(copy);
}
Result<Value> hash_name(Vm& vm, Value self) { return Value(intern(vm, self.as<Hash>()->digest.algorithm->name)); }
Result<Value> hash_digest_size(Vm&, Value self) { return Value::small_int(self.as<Hash>()->digest.algorithm->digest_size); }
Result<Value> hash_block_size(Vm&, Value self) { return Value::small_int(self.as<Hash>()->digest.algorithm->block_size); }
Result<Value> hash_repr(Vm& vm, Value self) {
  auto* hash = self.as<Hash>();
  return new_str_format(vm, "<%s _hashlib.%s object @ 0x%llx>", hash->digest.algorithm->name, hash->digest.algorithm->digest_size ? "HASH" : "HASHXOF",
                        static_cast<unsigned long long>(self.bits()));
}
const GetSetSpec kHashName{"name", hash_name, nullptr, "Name of the algorithm."};
const GetSetSpec kHashDigestSize{"digest_size", hash_digest_size, nullptr, "Bytes of a digest."};
const GetSetSpec kHashBlockSize{"block_size", hash_block_size, nullptr, "Bytes of a block."};

// -- blake2

template <class Word>
struct BlakeHash : NativeObject {
  Blake2<Word> state;
};
template <class Word> Class* g_blake;
template <class Word> constexpr const char* kBlakeName = sizeof(Word) == 8 ? "blake2b" : "blake2s";

Result<uint64_t> bounded_reenter(Vm& vm, Value value, uint64_t fallback, uint64_t least, uint64_t most, const char* error) {
  if (!value) return fallback;
  COIL_TRY(Value index, index_reenter(vm, value));
  int64_t number;
  if (!int_to_i64(index, &number) || number < 0 || static_cast<uint64_t>(number) < least || static_cast<uint64_t>(number) > most) {
    return raise_value_error(vm, "%s", error);
  }
  return static_cast<uint64_t>(number);
}

Result<uint64_t> unsigned_reenter(Vm& vm, Value value, uint64_t most, const char* error) {
  if (!value) return uint64_t{0};
  COIL_TRY(Value index, index_reenter(vm, value));
  if (int_sign(index) < 0) return raise_value_error(vm, "value must be positive");
  MpzView big(index);
  if (mpz_cmp_ui(big.get(), most) > 0) return raise(vm, Exc::OverflowError, "%s", error);
  return mpz_get_ui(big.get());
}

template <class Word>
Result<Value> make_blake(Vm& vm, Args args) {
  using State = Blake2<Word>;
  constexpr bool kBig = sizeof(Word) == 8;
  Blake2Parameters p{};
  // Wrong types are told before wrong numbers. The bytes are taken below, after all that can run code of the program.
  for (size_t i : {3, 4, 5}) {
    if (args.has(i)) COIL_CHECK(require_bytes(vm, args[i]));
  }
  COIL_TRY(uint64_t digest_size, bounded_reenter(vm, args[2], State::kMaxDigest, 1, State::kMaxDigest,
                                                 kBig ? "digest_size must be between 1 and 64 bytes" : "digest_size must be between 1 and 32 bytes"));
  auto check_size = [&](size_t argument, const char* text) -> Result<void> {
    if (!args.has(argument)) return ok();
    COIL_TRY(ByteSpan bytes, require_bytes(vm, args[argument]));
    if (bytes.size > State::kSalt) return raise_value_error(vm, text, State::kSalt);
    return ok();
  };
  COIL_CHECK(check_size(4, "maximum salt length is %zu bytes"));
  COIL_CHECK(check_size(5, "maximum person length is %zu bytes"));
  COIL_TRY(uint64_t fanout, bounded_reenter(vm, args[6], 1, 0, 255, "fanout must be between 0 and 255"));
  COIL_TRY(uint64_t depth, bounded_reenter(vm, args[7], 1, 1, 255, "depth must be between 1 and 255"));
  COIL_TRY(uint64_t leaf_size, unsigned_reenter(vm, args[8], 0xffffffff, "leaf_size is too large"));
  COIL_TRY(uint64_t node_offset, unsigned_reenter(vm, args[9], kBig ? ~uint64_t{0} : 0xffffffffffff, kBig ? "int too big to convert" : "node_offset is too large"));
  COIL_TRY(uint64_t node_depth, bounded_reenter(vm, args[10], 0, 0, 255, "node_depth must be between 0 and 255"));
  COIL_TRY(uint64_t inner_size, bounded_reenter(vm, args[11], 0, 0, State::kMaxDigest,
                                                kBig ? "inner_size must be between 0 and is 64" : "inner_size must be between 0 and is 32"));
  if (args.has(12)) {
    COIL_TRY(p.last_node, truthy_reenter(vm, args[12]));
  }
  ByteSpan key{nullptr, 0}, salt{nullptr, 0}, person{nullptr, 0};
  if (args.has(3)) {
    COIL_TRY(key, require_bytes(vm, args[3]));
  }
  if (args.has(4)) {
    COIL_TRY(salt, require_bytes(vm, args[4]));
  }
  if (args.has(5)) {
    COIL_TRY(person, require_bytes(vm, args[5]));
  }
  // The numbers may have run code of the program, which may have made these longer.
  COIL_CHECK(check_size(4, "maximum salt length is %zu bytes"));
  COIL_CHECK(check_size(5, "maximum person length is %zu bytes"));
  if (key.size > State::kMaxKey) return raise_value_error(vm, "maximum key length is %zu bytes", State::kMaxKey);
  p.digest_size = static_cast<uint8_t>(digest_size);
  p.key_size = static_cast<uint8_t>(key.size);
  p.fanout = static_cast<uint8_t>(fanout);
  p.depth = static_cast<uint8_t>(depth);
  p.leaf_size = static_cast<uint32_t>(leaf_size);
  p.node_offset = node_offset;
  p.node_depth = static_cast<uint8_t>(node_depth);
  p.inner_size = static_cast<uint8_t>(inner_size);
  if (salt.size) std::memcpy(p.salt, salt.data, salt.size);
  if (person.size) std::memcpy(p.person, person.data, person.size);
  Blake2<Word> state;
  state.start(p, key.data);
  COIL_TRY(auto* hash, new_native_object<BlakeHash<Word>>(vm, g_blake<Word>, &kHashOps));
  hash->state = state;
  if (args.has(1)) COIL_CHECK(add_value(vm, &hash->state, args[1]));
  return Value(hash);
}

#define BLAKE_PARAMETERS                                                                                                         \
  "(cls, data=b'', /, *, digest_size=64, key=b'', salt=b'', person=b'', fanout=1, depth=1, leaf_size=0, node_offset=0, node_depth=0, " \
  "inner_size=0, last_node=False, usedforsecurity=True)"
NATIVE(blake2b_new, "blake2b" BLAKE_PARAMETERS, "A blake2b digest object.") { return make_blake<uint64_t>(vm, args); }
NATIVE(blake2s_new, "blake2s" BLAKE_PARAMETERS, "A blake2s digest object.") { return make_blake<uint32_t>(vm, args); }
#undef BLAKE_PARAMETERS
COIL_MAKE_SLOT(blake2b_make, blake2b_new)
COIL_MAKE_SLOT(blake2s_make, blake2s_new)

/// Calls `work` with the state of either kind.
template <class Work>
auto with_blake(Value self, Work work) {
  if (class_of(self) == g_blake<uint64_t>) return work(self.as<BlakeHash<uint64_t>>()->state);
  return work(self.as<BlakeHash<uint32_t>>()->state);
}
NATIVE(blake_update, "update(self, data, /)", "Add bytes.") {
  COIL_CHECK(with_blake(args[0], [&](auto& state) { return add_value(vm, &state, args[1]); }));
  return none();
}
NATIVE(blake_digest, "digest(self, /)", "The digest as bytes.") {
  return with_blake(args[0], [&](auto& state) -> Result<Value> {
    uint8_t bytes[kMaxDigestSize];
    state.finish(bytes);
    return new_bytes(vm, bytes, state.digest_size);
  });
}
NATIVE(blake_hexdigest, "hexdigest(self, /)", "The digest as hexadecimal text.") {
  return with_blake(args[0], [&](auto& state) -> Result<Value> {
    uint8_t bytes[kMaxDigestSize];
    state.finish(bytes);
    return new_hex_str(vm, bytes, state.digest_size);
  });
}
NATIVE(blake_copy, "copy(self, /)", "An independent object in the same state.") {
  return with_blake(args[0], [&](auto& state) -> Result<Value> {
    using Word = std::remove_reference_t<decltype(state.state[0])>;
    COIL_TRY(auto* copy, new_native_object<BlakeHash<Word>>(vm, g_blake<Word>, &kHashOps));
    copy->state = args[0].as<BlakeHash<Word>>()->state;
    return Value(copy);
  });
}
Result<Value> blake_name(Vm& vm, Value self) {
  return Value(intern(vm, class_of(self) == g_blake<uint64_t> ? "blake2b" : "blake2s"));
}
Result<Value> blake_digest_size(Vm&, Value self) {
  return Value::small_int(with_blake(self, [](auto& state) { return int64_t{state.digest_size}; }));
}
Result<Value> blake_block_size(Vm&, Value self) {
  return Value::small_int(with_blake(self, [](auto& state) { return static_cast<int64_t>(sizeof state.block); }));
}
const GetSetSpec kBlakeNameSpec{"name", blake_name, nullptr, "Name of the algorithm."};
const GetSetSpec kBlakeDigestSize{"digest_size", blake_digest_size, nullptr, "Bytes of a digest."};
const GetSetSpec kBlakeBlockSize{"block_size", blake_block_size, nullptr, "Bytes of a block."};

template <class Word>
Result<void> init_blake(Vm& vm, Dict* ns, NewFn make) {
  COIL_TRY(Class* cls, new_module_class<BlakeHash<Word>>(vm, kBlakeName<Word>, "_blake2", "A BLAKE2 digest under way."));
  cls->native_name = sizeof(Word) == 8 ? "_blake2.blake2b" : "_blake2.blake2s";
  cls->flags |= kClassFinal;
  cls->slots.make = make;
  cls->slots.init = init_nothing;
  define_class(vm, cls, {&blake_update_spec, &blake_digest_spec, &blake_hexdigest_spec, &blake_copy_spec},
               {&kBlakeNameSpec, &kBlakeDigestSize, &kBlakeBlockSize});
  g_blake<Word> = cls;
  COIL_CHECK(module_set_int(vm, cls->dict, "SALT_SIZE", Blake2<Word>::kSalt));
  COIL_CHECK(module_set_int(vm, cls->dict, "PERSON_SIZE", Blake2<Word>::kSalt));
  COIL_CHECK(module_set_int(vm, cls->dict, "MAX_KEY_SIZE", Blake2<Word>::kMaxKey));
  COIL_CHECK(module_set_int(vm, cls->dict, "MAX_DIGEST_SIZE", Blake2<Word>::kMaxDigest));
  return module_set(vm, ns, kBlakeName<Word>, cls);
}

// -- key derivation

Result<int64_t> long_argument_reenter(Vm& vm, Value value) {
  COIL_TRY(Value index, index_reenter(vm, value));
  int64_t number;
  if (!int_to_i64(index, &number)) return raise(vm, Exc::OverflowError, "Python int too large to convert to C long");
  return number;
}

/// Also by the names that OpenSSL has for the algorithms: SHA256, SHA2-256, SHA-256.
const DigestAlgorithm* find_by_openssl_name(std::string name) {
  for (char& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  constexpr std::pair<std::string_view, std::string_view> kBegins[] = {{"sha3-", "sha3_"}, {"sha2-", "sha"}, {"sha-", "sha"}};
  for (const auto& [begin, ours] : kBegins) {
    if (name.starts_with(begin)) {
      name.replace(0, begin.size(), ours);
      break;
    }
  }
  return find_digest_algorithm(name);
}

NATIVE(hash_pbkdf2_hmac, "pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None)", "Key derivation of PKCS 5.") {
  if (!args[0].is(Kind::Str)) return raise_type_error(vm, "pbkdf2_hmac() argument 'hash_name' must be str, not %s", argument_type_name(args[0]));
  COIL_CHECK(require_bytes(vm, args[1]));
  COIL_CHECK(require_bytes(vm, args[2]));
  std::string name = str_utf8(args[0]);
  const DigestAlgorithm* algorithm = find_by_openssl_name(name);
  if (!algorithm || !algorithm->digest_size) {
    COIL_TRY(Str* message, new_str(vm, "[digital envelope routines] unsupported"));
    COIL_TRY(Value exception, call_reenter(vm, g_unsupported_digest, {message}));
    return raise_exception(vm, exception);
  }
  COIL_TRY(int64_t iterations, long_argument_reenter(vm, args[3]));
  int64_t length = algorithm->digest_size;
  if (args.has(4) && !args[4].is_none()) {
    COIL_TRY(length, long_argument_reenter(vm, args[4]));
  }
  COIL_TRY(ByteSpan password, require_bytes(vm, args[1]));
  COIL_TRY(ByteSpan salt, require_bytes(vm, args[2]));
  if (iterations < 1) return raise_value_error(vm, "iteration value must be greater than 0.");
  if (iterations > INT32_MAX) return raise(vm, Exc::OverflowError, "iteration value is too great.");
  if (length < 1) return raise_value_error(vm, "key length must be greater than 0.");
  if (length > INT32_MAX) return raise(vm, Exc::OverflowError, "key length is too great.");
  std::string key(static_cast<size_t>(length), '\0');
  std::string secret(reinterpret_cast<const char*>(password.data), password.size), salted(reinterpret_cast<const char*>(salt.data), salt.size);
  {
    WithoutVm released(vm);
    derive_pbkdf2(algorithm, secret, salted, static_cast<uint64_t>(iterations), &key);
  }
  return new_bytes(vm, key.data(), key.size());
}

NATIVE(hash_scrypt, "scrypt(password, *, salt=None, n=None, r=None, p=None, maxmem=0, dklen=64)", "Key derivation of RFC 7914.") {
  static constexpr const char* kNames[] = {"n", "r", "p"};
  COIL_TRY(ByteSpan password, require_bytes(vm, args[0]));
  if (args.has(1) && !args[1].is_none()) COIL_CHECK(require_bytes(vm, args[1]));
  for (size_t i = 0; i < 3; i++) {
    if (args.has(i + 2) && !args[i + 2].is_int())
      return raise_type_error(vm, "scrypt() argument '%s' must be int, not %s", kNames[i], argument_type_name(args[i + 2]));
  }
  if (!args.has(1) || args[1].is_none()) return raise_type_error(vm, "salt is required");
  uint64_t numbers[5];
  static constexpr const char* kErrors[] = {"n is required and must be an unsigned int", "r is required and must be an unsigned int",
                                            "p is required and must be an unsigned int"};
  for (size_t i = 0; i < 3; i++) {
    if (!args.has(i + 2)) return raise_type_error(vm, "%s", kErrors[i]);
    int64_t number;
    if (!int_to_i64(args[i + 2], &number) || number < 0) return raise(vm, Exc::OverflowError, "can't convert negative int to unsigned");
    numbers[i] = static_cast<uint64_t>(number);
  }
  uint64_t n = numbers[0], r = numbers[1], p = numbers[2];
  if (n < 2 || n & (n - 1)) return raise_value_error(vm, "n must be a power of 2.");
  int64_t most = 0, length = 64;
  if (args.has(5)) {
    COIL_TRY(most, long_argument_reenter(vm, args[5]));
  }
  if (args.has(6)) {
    COIL_TRY(length, long_argument_reenter(vm, args[6]));
  }
  if (most < 0 || most > INT32_MAX) return raise_value_error(vm, "maxmem must be positive and smaller than 2147483647");
  if (length < 1 || length > INT32_MAX) return raise_value_error(vm, "dklen must be greater than 0 and smaller than 2147483647");
  if (most == 0) most = 32 * 1024 * 1024;
  if (r <= 0 || p <= 0) return raise_value_error(vm, "Invalid parameter combination for n, r, p, maxmem.");
  bool fits = r < (uint64_t{1} << 24) && p < (uint64_t{1} << 30) / r && n < (uint64_t{1} << 40) &&
              static_cast<unsigned __int128>(128) * r * (n + p + 2) <= static_cast<unsigned __int128>(most);
  if (!fits) return raise_value_error(vm, "[digital envelope routines] memory limit exceeded");  // in OpenSSL's words
  COIL_TRY(ByteSpan salt, require_bytes(vm, args[1]));
  std::string key(static_cast<size_t>(length), '\0');
  std::string secret(reinterpret_cast<const char*>(password.data), password.size), salted(reinterpret_cast<const char*>(salt.data), salt.size);
  {
    WithoutVm released(vm);
    derive_scrypt(secret, salted, n, r, p, &key);
  }
  return new_bytes(vm, key.data(), key.size());
}

Result<void> define_unsupported_digest(Vm& vm, Dict* ns) {
  COIL_TRY(Dict* attributes, new_dict(vm));
  COIL_CHECK(module_set_str(vm, attributes, "__module__", "_hashlib"));
  COIL_TRY(Tuple* bases, make_tuple(vm, {vm.exception(Exc::ValueError)}));
  Str* name = intern(vm, "UnsupportedDigestmodError");
  COIL_TRY(g_unsupported_digest, new_class_reenter(vm, vm.type(Kind::Class), name, bases, attributes, nullptr, nullptr));
  COIL_CHECK(keep_forever(vm, g_unsupported_digest));
  return dict_set_str(vm, ns, name, g_unsupported_digest);
}

Result<void> init_hash(Vm& vm, Dict* ns) {
  COIL_CHECK(define_unsupported_digest(vm, ns));
  COIL_TRY(g_hash, new_module_class<Hash>(vm, "HASH", "_hashlib", "A message digest under way."));
  g_hash->native_name = "_hashlib.HASH";
  g_hash->slots.make = nullptr;
  g_hash->slots.repr = hash_repr;
  define_class(vm, g_hash, {&hash_update_spec, &hash_digest_spec, &hash_hexdigest_spec, &hash_copy_spec},
               {&kHashName, &kHashDigestSize, &kHashBlockSize});
  COIL_CHECK(module_set(vm, ns, "HASH", g_hash));
  COIL_TRY(g_shake, new_module_class<Hash>(vm, "HASHXOF", "_hashlib", "A digest of any length under way."));
  g_shake->native_name = "_hashlib.HASHXOF";
  g_shake->slots.make = nullptr;
  g_shake->slots.repr = hash_repr;
  define_class(vm, g_shake, {&hash_update_spec, &shake_digest_spec, &shake_hexdigest_spec, &hash_copy_spec},
               {&kHashName, &kHashDigestSize, &kHashBlockSize});
  COIL_CHECK(module_set(vm, ns, "HASHXOF", g_shake));
  COIL_CHECK(init_blake<uint64_t>(vm, ns, blake2b_make));
  return init_blake<uint32_t>(vm, ns, blake2s_make);
}

// -- comparison

/// The bytes of a digest: a text of ASCII, or bytes.
bool digest_span(Value value, bool text, ByteSpan* out) {
  if (!text) return byte_span(value, out);
  StrView chars = view(value);
  *out = {chars.narrow(), chars.length};
  return chars.ascii;
}

NATIVE(hash_compare_digest, "compare_digest(a, b, /)",
       "Whether two digests (bytes, or texts of ASCII) are equal, in a time that does not tell where they differ.") {
  bool text = args[0].is(Kind::Str) && args[1].is(Kind::Str);
  ByteSpan a, b;
  if (!digest_span(args[0], text, &a) || !digest_span(args[1], text, &b)) {
    if (text) return raise_type_error(vm, "comparing strings with non-ASCII characters is not supported");
    if (!byte_span(args[0], &a) && !byte_span(args[1], &b)) {
      return raise_type_error(vm, "unsupported operand types(s) or combination of types: '%s' and '%s'", type_name(args[0]), type_name(args[1]));
    }
    COIL_CHECK(require_bytes(vm, args[0]));
    COIL_CHECK(require_bytes(vm, args[1]));
  }
  // As much work whatever the bytes are; the length is no secret.
  if (a.size != b.size) return Value::boolean(false);
  uint8_t difference = 0;
  for (size_t i = 0; i < a.size; i++) difference |= a.data[i] ^ b.data[i];
  return Value::boolean(difference == 0);
}

}  // namespace

MODULE(hash, "_hash", "Message digests; the public module is hashlib.", init_hash, FN(hash_new), FN(hash_pbkdf2_hmac), FN(hash_scrypt), FN(hash_compare_digest),
       FN(hash_make_md5), FN(hash_make_sha1), FN(hash_make_sha224), FN(hash_make_sha256), FN(hash_make_sha384), FN(hash_make_sha512),
       FN(hash_make_sha3_224), FN(hash_make_sha3_256), FN(hash_make_sha3_384), FN(hash_make_sha3_512), FN(hash_make_shake_128), FN(hash_make_shake_256))

}  // namespace coil
