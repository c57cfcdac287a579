package dev.assay.tenants.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.UUID;

/** What a client itself is and becomes when it goes to another MSP. */
@ApplicationScoped
public class ClientAtTransfer {

  private final EntityManager entities;

  ClientAtTransfer(EntityManager entities) {
    this.entities = entities;
  }

  /** The legal name of the client in whose scope we are. */
  public String nameHere() {
    return entities.createQuery("select c.legalName from Client c", String.class).getSingleResult();
  }

  /**
   * Marks the key that the leaving MSP knew the client by as that MSP's, since the other may use
   * the same for another; in the role transfer, before the client moves.
   */
  public void markKey(UUID leaving) {
    entities
        .createNativeQuery(
            "update client_import_key set import_key = left(:from || ':' || import_key, 200)")
        .setParameter("from", leaving.toString())
        .executeUpdate();
  }

  /** The client is with its new MSP from now on, as a new version of itself. */
  public void arrive(Instant at) {
    entities
        .createNativeQuery("update client set msp_since = :at, version = version + 1")
        .setParameter("at", at)
        .executeUpdate();
  }
}
