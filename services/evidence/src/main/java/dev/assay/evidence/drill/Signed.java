package dev.assay.evidence.drill;

/**
 * A signature with all that it takes to check it.
 *
 * @param sha256 of the signed bytes
 * @param signature Ed25519 over the bytes themselves, in base64
 * @param keyId SHA-256 of the public key's SubjectPublicKeyInfo in DER
 * @param publicKey PEM
 */
record Signed(String sha256, String signature, String keyId, String publicKey) {}
