package dev.assay.tenants.grant;

import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
import dev.assay.tenancy.grant.Caller;
import dev.assay.tenancy.permission.Role.Side;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** What becomes of the grants at a client that goes to another MSP. */
@ApplicationScoped
public class GrantsAtTransfer {

  /** The tables that {@link #moveThoseOfTheClient} takes along. */
  public static final Set<String> TABLES = Set.of("role_grant", "role_grant_transition");

  private final RoleGrants grants;
  private final EntityManager entities;
  private final Caller caller;
  private final AuditTrail audit;

  GrantsAtTransfer(RoleGrants grants, EntityManager entities, Caller caller, AuditTrail audit) {
    this.grants = grants;
    this.entities = entities;
    this.caller = caller;
    this.audit = audit;
  }

  /** Ends every grant that the leaving MSP's people have at the client in whose scope we are. */
  public void endThoseOfTheMsp(Instant at, String reason) {
    for (RoleGrant grant : grants.unrevoked()) {
      if (grant.role.side() == Side.MSP) {
        entities.persist(
            new GrantTransition(
                grant.id, GrantTransition.Step.REVOKED, caller.token().subject(), at, reason));
        audit.record(
            AuditEvent.of("grant.revoked", "GRANT", grant.id)
                .with("personId", grant.personId)
                .with("role", grant.role)
                .with("because", "TRANSFER"));
      }
    }
    entities.flush();
    entities.clear();
  }

  /**
   * The grants of the client's own people go with it, and those of the MSP's stay; in the role
   * transfer.
   */
  public void moveThoseOfTheClient(UUID to) {
    entities
        .createNativeQuery("update role_grant set former = true where side = 'MSP' and not former")
        .executeUpdate();
    entities
        .createNativeQuery("update role_grant set msp_id = :to where not former")
        .setParameter("to", to)
        .executeUpdate();
    entities
        .createNativeQuery(
            """
            update role_grant_transition set msp_id = :to
            where grant_id in (select id from role_grant where not former)
            """)
        .setParameter("to", to)
        .executeUpdate();
  }

  /** The client's own people work for it at its new MSP too, and so for nobody else there. */
  public void takeSides() {
    entities
        .createNativeQuery(
            """
            insert into allegiance (subject, side)
            select distinct subject, side from role_grant where side = 'CLIENT'
            on conflict do nothing
            """)
        .executeUpdate();
  }
}
