package dev.assay.tenants.transfer;

import static dev.assay.tenants.TenantsProblem.IDENTIFIER_TAKEN;
import static dev.assay.tenants.TenantsProblem.INDEPENDENCE_BROKEN;
import static dev.assay.tenants.TenantsProblem.TRANSFER_ENDED;
import static dev.assay.tenants.TenantsProblem.TRANSFER_LEAVES_OWNERS;
import static dev.assay.tenants.TenantsProblem.TRANSFER_NOT_ACCEPTED;
import static dev.assay.tenants.TenantsProblem.TRANSFER_OPEN;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.grant.Caller;
import dev.assay.tenancy.scope.ClientMoves;
import dev.assay.tenancy.scope.MoveRefused;
import dev.assay.tenants.client.ClientAtTransfer;
import dev.assay.tenants.grant.GrantsAtTransfer;
import dev.assay.tenants.person.FormerPeople;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What each of the three parties may decide on a transfer, each in its own scope. */
@ApplicationScoped
class TransferDecisions {

  private final Transfers transfers;
  private final ClientMoves moves;
  private final ClientAtTransfer clients;
  private final GrantsAtTransfer grants;
  private final FormerPeople people;
  private final EntityManager entities;
  private final Caller caller;
  private final AuditTrail audit;
  private final Clock clock;
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  TransferDecisions(
      Transfers transfers,
      ClientMoves moves,
      ClientAtTransfer clients,
      GrantsAtTransfer grants,
      FormerPeople people,
      EntityManager entities,
      Caller caller,
      AuditTrail audit,
      Clock clock) {
    this.transfers = transfers;
    this.moves = moves;
    this.clients = clients;
    this.grants = grants;
    this.people = people;
    this.entities = entities;
    this.caller = caller;
    this.audit = audit;
    this.clock = clock;
  }

  /** The client's MSP offers it to another one, in the client's scope. */
  TransferResponse propose(UUID client, TransferRequest request) {
    UUID from = caller.grant().mspId();
    if (request.toMspId().equals(from)) {
      throw ProblemException.invalid("/toMspId", "The client is this MSP's already.");
    }
    transfers.takeTurns(client);
    if (transfers.anyOpen()) {
      throw ProblemException.of(TRANSFER_OPEN, "Withdraw it, or let it be decided.");
    }
    var transfer =
        new Transfer(
            ids.generate(),
            client,
            from,
            clients.nameHere(),
            request,
            caller.token().subject(),
            now());
    transfers.propose(transfer);
    audit.record(event("transfer.proposed", transfer));
    return TransferResponse.of(transfer, List.of());
  }

  /** One of the parties decides; what the database's policies do not let it write, it cannot. */
  TransferResponse decide(UUID transferId, TransferStep.Step step, String reason) {
    Transfer transfer = transfers.find(transferId).orElseThrow(ProblemException::notFound);
    transfers.takeTurns(transfer.clientId);
    List<TransferStep> taken = new ArrayList<>(transfers.steps(transfer));
    TransferStatus status = TransferStatus.of(taken.stream().map(earlier -> earlier.step).toList());
    if (!status.isOpen()
        || (step == TransferStep.Step.ACCEPTED && status == TransferStatus.ACCEPTED)) {
      throw ProblemException.of(TRANSFER_ENDED, "It is " + status + ".");
    }
    if (step == TransferStep.Step.APPROVED && status != TransferStatus.ACCEPTED) {
      throw ProblemException.of(TRANSFER_NOT_ACCEPTED, "The receiving MSP has not accepted yet.");
    }
    var next = new TransferStep(transfer, step, reason, caller.token().subject(), now());
    transfers.take(next);
    taken.add(next);
    audit.record(event("transfer." + step.name().toLowerCase(Locale.ROOT), transfer));
    if (step == TransferStep.Step.APPROVED) {
      move(transfer, next.decidedAt);
    }
    return TransferResponse.of(transfer, taken);
  }

  private void move(Transfer transfer, Instant at) {
    List<FormerPeople.Leaving> leaving = new ArrayList<>(1);
    try {
      moves.move(
          new ClientMoves.Move(transfer.clientId, transfer.fromMspId, transfer.toMspId),
          GrantsAtTransfer.TABLES,
          () -> {
            grants.endThoseOfTheMsp(at, "The client has gone to another MSP.");
            leaving.add(people.leaving(at));
            entities.clear();
          },
          () -> {
            grants.moveThoseOfTheClient(transfer.toMspId);
            clients.markKey(transfer.fromMspId);
          },
          () -> {
            clients.arrive(at);
            grants.takeSides();
            leaving.forEach(people::keep);
            audit.record(event("client.transferred", transfer));
            entities.clear();
          });
    } catch (MoveRefused refused) {
      throw problemOf(refused);
    }
  }

  private static RuntimeException problemOf(MoveRefused refused) {
    return switch (refused.constraint().orElse("")) {
      case "client_identifier_once" ->
          ProblemException.of(
              IDENTIFIER_TAKEN, "A client of the receiving MSP has an identifier of this one.");
      case "role_grant_one_side" ->
          ProblemException.of(
              INDEPENDENCE_BROKEN,
              "Somebody with a role at the client works for the receiving MSP.");
      case "in_scope_system_owner", "in_scope_system_owner_person" ->
          ProblemException.of(
              TRANSFER_LEAVES_OWNERS, "Its owner would stay with the MSP that the client leaves.");
      default -> refused;
    };
  }

  private static AuditEvent event(String action, Transfer transfer) {
    return AuditEvent.of(action, "TRANSFER", transfer.id)
        .with("client", transfer.clientId)
        .with("fromMsp", transfer.fromMspId)
        .with("toMsp", transfer.toMspId);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
