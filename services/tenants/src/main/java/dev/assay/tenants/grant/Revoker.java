package dev.assay.tenants.grant;

import dev.assay.audit.AuditActor;
import dev.assay.tenancy.permission.Role;
import java.util.Set;

/** In whose name grants are taken away. */
public sealed interface Revoker {

  /** Who is written down as having decided it. */
  String subject();

  /**
   * Somebody who asks for it now, and takes away no role that theirs do not let them.
   *
   * @param roles what they are in the place of their request
   */
  record Person(String subject, Set<Role> roles) implements Revoker {
    public Person {
      roles = Set.copyOf(roles);
    }
  }

  /** A worker of ours, which carries out what somebody had decided before. */
  record Worker(AuditActor actor) implements Revoker {
    @Override
    public String subject() {
      return actor.subject();
    }
  }
}
