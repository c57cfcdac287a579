package dev.assay.tenants.provisioning;

import dev.assay.tenancy.scope.TenantScope;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work that this worker owns for as long as its lease.
 *
 * @param scope where the invitation or the person is, and in which to do the work
 * @param entity the invitation's id, or the person's
 * @param subject the account, once it is known
 * @param lease fencing token: whoever takes the work over has another one
 * @param attempts how often somebody took it, this time included
 */
public record Work(
    TenantScope scope,
    UUID entity,
    WorkKind kind,
    @Nullable String subject,
    Instant askedAt,
    UUID lease,
    int attempts) {

  /** The MSP in which it is, or the platform's reserved id. */
  public UUID mspId() {
    return Place.of(scope).mspId();
  }

  /** The account of work that is only asked for once there is one. */
  public String account() {
    if (subject == null) {
      throw new IllegalStateException(kind + " was asked for without an account");
    }
    return subject;
  }
}
