package dev.assay.evidence.upload;

import dev.assay.evidence.file.FileName;
import dev.assay.evidence.file.MediaTypeName;
import dev.assay.evidence.file.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the sender says before the bytes come.
 *
 * @param length Content-Length in bytes; empty when the body is chunked
 * @param idempotencyKey repeats the answer of an upload that has ended
 */
record Announcement(
    UUID evidenceId,
    FileName name,
    MediaTypeName mediaType,
    OptionalLong length,
    DeclaredDigest digest,
    @Nullable UUID supersedes,
    String idempotencyKey) {

  /**
   * What makes it the same request when its key comes again, as a SHA-256 in hexadecimal.
   *
   * @param sha256 of the body where it was read whole before its key was looked up; of a larger one
   *     the declared digest and length have to do
   */
  String requestHash(UUID client, Optional<String> sha256) {
    var hash = new Sha256();
    byte[] said =
        String.join(
                "\n",
                client.toString(),
                evidenceId.toString(),
                name.text(),
                mediaType.text(),
                length.toString(),
                digest.hex().orElse(""),
                String.valueOf(supersedes),
                sha256.orElse(""))
            .getBytes(StandardCharsets.UTF_8);
    hash.update(said, 0, said.length);
    return hash.hex();
  }
}
