package dev.assay.tenants.applicability;

import dev.assay.http.problem.ProblemException;
import dev.assay.http.version.EntityTag;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import dev.assay.tenants.client.ClientStanding;
import dev.assay.tenants.filer.FilerStatuses;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Which provisions of the Act bind a client, from when, and why. */
@Path("/v1/clients/{clientId}/applicability")
@RunOnVirtualThread
public class ApplicabilityResource {

  private final ClientStanding client;
  private final EntityKinds kinds;
  private final EnterKinds entering;
  private final FilerStatuses statuses;
  private final Clock clock;

  ApplicabilityResource(
      ClientStanding client,
      EntityKinds kinds,
      EnterKinds entering,
      FilerStatuses statuses,
      Clock clock) {
    this.client = client;
    this.kinds = kinds;
    this.entering = entering;
    this.statuses = statuses;
    this.clock = clock;
  }

  @GET
  @Transactional
  @Requires(Permission.CLIENT_READ)
  @Operation(
      operationId = "readApplicability",
      summary = "Tell which provisions of the Sarbanes-Oxley Act bind the client, and why")
  @APIResponse(
      responseCode = "200",
      description = "Each provision with its reasons; the version of the kinds is the ETag.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ApplicabilityResponse.class),
              example = ApplicabilityResponse.EXAMPLE))
  public Response readApplicability(
      UUID clientId,
      @Parameter(
              description = "The day that is asked about; today for the client if left out.",
              schema = @Schema(type = SchemaType.STRING, format = "date"))
          @QueryParam("asOf")
          @Nullable String asOf) {
    return answer(asOf == null ? today() : day(asOf), kinds.latest());
  }

  @PUT
  @Transactional
  @Requires(Permission.CLIENT_UPDATE)
  @Operation(
      operationId = "enterEntityKinds",
      summary = "Enter what the client is and was, whole; the first time is made for \"v0\"")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = EntityKindsRequest.class),
              example = EntityKindsRequest.EXAMPLE))
  @APIResponse(
      responseCode = "200",
      description = "Entered, with what follows today.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ApplicabilityResponse.class),
              example = ApplicabilityResponse.EXAMPLE))
  public Response enterEntityKinds(
      UUID clientId,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid EntityKindsRequest request) {
    EntityKinds.Latest latest = entering.enter(ifMatch, request);
    return answer(today(), latest);
  }

  private static LocalDate day(String asOf) {
    try {
      return LocalDate.parse(asOf);
    } catch (DateTimeParseException noDay) {
      throw ProblemException.invalid("?asOf", "Give a day that exists, such as 2026-12-31.");
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), client.calendar().zone());
  }

  private Response answer(LocalDate day, EntityKinds.Latest latest) {
    ApplicabilityTable table =
        ApplicabilityTable.inForceOn(day)
            .orElseThrow(
                () ->
                    ProblemException.invalid(
                        "?asOf",
                        "What the law was before %s is not in our tables."
                            .formatted(ApplicabilityTable.begin())));
    var years = statuses.byYear().stream().map(FilerYearBasis::of).toList();
    return Response.ok(ApplicabilityResponse.of(day, latest, years, table))
        .header(HttpHeaders.ETAG, new EntityTag(latest.number()))
        .build();
  }
}
