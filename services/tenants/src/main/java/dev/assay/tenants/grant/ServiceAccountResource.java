package dev.assay.tenants.grant;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
import dev.assay.http.idempotency.Idempotent;
import dev.assay.http.page.Page;
import dev.assay.http.page.PageRequest;
import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.grant.Caller;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import dev.assay.tenants.person.People;
import dev.assay.tenants.person.Person;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** An MSP's service accounts: each has a person who answers for it. */
@Path("/v1/msps/{mspId}/service-accounts")
@RunOnVirtualThread
public class ServiceAccountResource {

  private final ServiceAccountOwners owners;
  private final People people;
  private final Caller caller;
  private final AuditTrail audit;
  private final Clock clock;
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  ServiceAccountResource(
      ServiceAccountOwners owners, People people, Caller caller, AuditTrail audit, Clock clock) {
    this.owners = owners;
    this.people = people;
    this.caller = caller;
    this.audit = audit;
    this.clock = clock;
  }

  @GET
  @Transactional
  @Requires(Permission.GRANT_READ)
  @Operation(
      operationId = "listServiceAccounts",
      summary = "List the MSP's service accounts with whoever answers for each")
  @APIResponse(
      responseCode = "200",
      description = "A page of service accounts, oldest first.",
      content =
          @Content(mediaType = "application/json", example = ServiceAccountResponse.PAGE_EXAMPLE))
  public Page<ServiceAccountResponse> listServiceAccounts(
      UUID mspId,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var request = PageRequest.of(limit, cursor, "service-accounts", mspId);
    return Page.of(
        owners.page(request, clock.instant()),
        request,
        account -> account.account().id().toString(),
        ServiceAccountResponse::of);
  }

  @POST
  @Path("{accountId}/owner")
  @Transactional
  @Idempotent
  @Requires(Permission.SERVICE_ACCOUNT_WRITE)
  @Operation(
      operationId = "nameServiceAccountOwner",
      summary = "Name the person who answers for a service account")
  @APIResponse(
      responseCode = "200",
      description = "Named; whoever answered before is kept in the history.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ServiceAccountResponse.class),
              example = ServiceAccountResponse.EXAMPLE))
  public Response nameServiceAccountOwner(
      UUID mspId, UUID accountId, @NotNull @Valid ServiceAccountOwnerRequest request) {
    Person account =
        people
            .findByIdOptional(accountId)
            .filter(person -> person.kind() == Person.Kind.SERVICE_ACCOUNT)
            .orElseThrow(ProblemException::notFound);
    Person person =
        people
            .findByIdOptional(request.personId())
            .filter(someone -> someone.kind() == Person.Kind.PERSON)
            .orElseThrow(() -> ProblemException.invalid("/personId", "No such person of the MSP."));
    var owner =
        new ServiceAccountOwner(
            ids.generate(),
            accountId,
            person.id(),
            request.reason(),
            caller.token().subject(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS));
    owners.add(owner);
    audit.record(
        AuditEvent.of("service-account.owner-named", "PERSON", accountId)
            .with("ownerId", person.id()));
    return Response.ok(ServiceAccountResponse.of(owners.account(account.id(), clock.instant())))
        .build();
  }
}
