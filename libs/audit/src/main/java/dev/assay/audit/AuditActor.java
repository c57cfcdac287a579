package dev.assay.audit;

import dev.assay.tenancy.permission.Role;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Who did it.
 *
 * @param subject the token's subject, or {@code system:<worker>} for background work
 * @param roles the roles in force at that moment, sorted; empty for background work
 * @param via the application that made the call ({@code azp}), or {@code internal}
 */
public record AuditActor(String subject, Set<String> roles, String via) {

  /** A named background worker. */
  public static AuditActor system(String worker) {
    return new AuditActor("system:" + worker, Set.of(), "internal");
  }

  static AuditActor person(String subject, Set<Role> roles, String via) {
    return new AuditActor(
        subject,
        roles.stream().map(Role::name).collect(Collectors.toCollection(TreeSet::new)),
        via);
  }
}
