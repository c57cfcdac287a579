package dev.assay.tenants.bulk;

import static dev.assay.http.problem.CommonProblem.CLIENT_NOT_ACTIVE;
import static dev.assay.tenants.TenantsProblem.IMPORT_CLIENT_UNKNOWN;
import static dev.assay.tenants.TenantsProblem.IMPORT_ROW_CONTRADICTS;
import static dev.assay.tenants.TenantsProblem.ROLE_NOT_FOR_PERSON;

import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Role;
import dev.assay.tenancy.permission.Role.Side;
import dev.assay.tenancy.scope.ClientsInTurn;
import dev.assay.tenancy.scope.TenantScope;
import dev.assay.tenants.client.ClientLifecycle;
import dev.assay.tenants.client.ClientRegister;
import dev.assay.tenants.grant.GivenRoles;
import dev.assay.tenants.grant.GrantRequest;
import dev.assay.tenants.person.KnownPeople;
import dev.assay.tenants.person.Person;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes a row's person known and gives them their role, by the very rules that hold for one person
 * over HTTP.
 */
@ApplicationScoped
class PersonRows {

  private final KnownPeople people;
  private final GivenRoles roles;
  private final ClientRegister clients;
  private final ClientsInTurn turns;

  PersonRows(KnownPeople people, GivenRoles roles, ClientRegister clients, ClientsInTurn turns) {
    this.people = people;
    this.roles = roles;
    this.clients = clients;
    this.turns = turns;
  }

  /**
   * What becomes of the row, in the running transaction of the MSP's scope.
   *
   * @param client the row's client, null when nobody knows its key
   * @throws ProblemException when the row broke the transaction and must be tried on its own
   */
  RowOutcome take(UUID msp, @Nullable UUID client, ImportRow.OfPerson row) {
    if (client == null) {
      return RowOutcome.rejected(
          row,
          ProblemException.of(
              IMPORT_CLIENT_UNKNOWN, "No row above and no import before has this key."));
    }
    Side side = row.grant() == null ? Side.CLIENT : row.grant().role().side();
    return switch (side) {
      case CLIENT ->
          turns.in(
              new TenantScope.Client(msp, client),
              () -> refusalsAreOutcomes(row, () -> atClient(msp, client, row, null)));
      case MSP -> ofMsp(msp, client, row);
      case PLATFORM ->
          RowOutcome.rejected(
              row, ProblemException.of(ROLE_NOT_FOR_PERSON, "Nobody gets this role at a client."));
    };
  }

  /** The MSP's own people are known at the MSP, and get their role at the client. */
  private RowOutcome ofMsp(UUID msp, UUID client, ImportRow.OfPerson row) {
    return refusalsAreOutcomes(
        row,
        () -> {
          Registered registered = register(msp, null, row);
          return turns.in(
              new TenantScope.Client(msp, client),
              () -> refusalsAreOutcomes(row, () -> atClient(msp, client, row, registered)));
        });
  }

  private record Registered(Person person, boolean isNew) {}

  private RowOutcome atClient(
      UUID msp, UUID client, ImportRow.OfPerson row, @Nullable Registered ofMsp) {
    requireOpen();
    Registered registered = ofMsp == null ? register(msp, client, row) : ofMsp;
    ImportRow.Grant grant = row.grant();
    UUID person = registered.person().id();
    boolean gives = false;
    if (grant != null && !roles.has(person, grant.role())) {
      give(msp, client, person, grant, registered.isNew());
      gives = true;
    }
    return RowOutcome.person(
        row,
        gives || registered.isNew() ? ImportOutcome.CREATED : ImportOutcome.UNCHANGED,
        client,
        person);
  }

  private void give(
      UUID msp, UUID client, UUID person, ImportRow.Grant grant, boolean personIsNew) {
    try {
      roles.give(
          msp,
          client,
          new GrantRequest(
              person, grant.role(), grant.validFrom(), grant.validUntil(), grant.reason()));
    } catch (ProblemException refused) {
      if (personIsNew) {
        // A row is taken whole or not at all, and its person is written already.
        QuarkusTransaction.setRollbackOnly();
      }
      throw refused;
    }
  }

  private void requireOpen() {
    boolean open =
        ClientLifecycle.restriction(clients.statusHere(), Role.MSP_ADMIN)
            .map(restriction -> restriction.leaves(Permission.GRANT_WRITE))
            .orElse(true);
    if (!open) {
      throw ProblemException.of(CLIENT_NOT_ACTIVE, "The state of this client admits nobody new.");
    }
  }

  private Registered register(UUID msp, @Nullable UUID client, ImportRow.OfPerson row) {
    Optional<Person> known = people.find(client, row.person().subject());
    if (known.isPresent() && !known.get().isDescribedBy(row.person())) {
      throw ProblemException.of(
          IMPORT_ROW_CONTRADICTS, "This subject is known here by another name or kind.");
    }
    return known
        .map(person -> new Registered(person, false))
        .orElseGet(() -> new Registered(people.register(msp, client, row.person()), true));
  }

  private interface Attempt {
    RowOutcome make();
  }

  /** A refusal before anything was written is the row's outcome; one after it ends the batch. */
  private static RowOutcome refusalsAreOutcomes(ImportRow row, Attempt attempt) {
    try {
      return attempt.make();
    } catch (ProblemException refused) {
      if (QuarkusTransaction.isRollbackOnly()) {
        throw refused;
      }
      return RowOutcome.rejected(row, refused);
    }
  }
}
