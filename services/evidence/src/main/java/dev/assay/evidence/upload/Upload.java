package dev.assay.evidence.upload;

import dev.assay.tenancy.scope.TenantScope;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * One upload by one caller.
 *
 * @param file id that the file will have
 * @param requestHash of what makes it the same request when its key comes again
 */
record Upload(
    TenantScope.Client client, String subject, UUID file, Announcement said, String requestHash) {

  /** The object's key: it tells whose the object is, and nothing else. */
  String objectKey() {
    return client.clientId() + "/" + file;
  }

  UUID evidence() {
    return said.evidenceId();
  }

  OptionalLong length() {
    return said.length();
  }

  String key() {
    return said.idempotencyKey();
  }
}
