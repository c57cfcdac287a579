package dev.assay.tenants.bulk;

import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.permission.Role;
import dev.assay.tenants.client.ClientRequest;
import dev.assay.tenants.client.Identifier;
import dev.assay.tenants.person.PersonRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row that could be understood, or why it could not. */
sealed interface ImportRow {

  /** From 1, as {@link RawRow#number()}. */
  int number();

  /**
   * A client.
   *
   * @param key by which the MSP itself knows the client
   * @param sha256 of the row's fields, whatever their order and spacing
   */
  record OfClient(
      int number, String key, ClientRequest client, List<Identifier> identifiers, String sha256)
      implements ImportRow {
    public OfClient {
      identifiers = List.copyOf(identifiers);
    }
  }

  /**
   * Somebody who works for a client, on either side.
   *
   * @param key the key of their client, from a row above or an earlier import
   * @param grant the role they get there, null for none
   */
  record OfPerson(
      int number, String key, PersonRequest person, @Nullable Grant grant, String sha256)
      implements ImportRow {}

  /** A role to be given with its reason, and its time where it has one. */
  record Grant(
      Role role, @Nullable Instant validFrom, @Nullable Instant validUntil, String reason) {}

  /** A row that breaks a rule by itself. */
  record Unusable(
      int number, @Nullable ImportedType type, @Nullable String key, ProblemException problem)
      implements ImportRow {}
}
