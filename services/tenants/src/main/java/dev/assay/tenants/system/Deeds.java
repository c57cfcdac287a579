package dev.assay.tenants.system;

import dev.assay.tenancy.grant.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Who acts now, and which day that is at the client. */
@ApplicationScoped
class Deeds {

  private final EntityManager entities;
  private final Caller caller;
  private final Clock clock;

  Deeds(EntityManager entities, Caller caller, Clock clock) {
    this.entities = entities;
    this.caller = caller;
    this.clock = clock;
  }

  Actor byCaller() {
    return new Actor(
        caller.token().subject(),
        caller.grant().personId(),
        clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }

  /** The date at the client's place. */
  LocalDate dayOf(Instant instant) {
    String zone =
        entities.createQuery("select c.timeZone from Client c", String.class).getSingleResult();
    return LocalDate.ofInstant(instant, ZoneId.of(zone));
  }
}
