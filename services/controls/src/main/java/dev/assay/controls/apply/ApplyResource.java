package dev.assay.controls.apply;

import dev.assay.controls.library.Library;
import dev.assay.controls.library.LibraryControl;
import dev.assay.controls.library.LibraryVersion;
import dev.assay.controls.tenants.Tenants;
import dev.assay.controls.year.YearPath;
import dev.assay.http.problem.CommonProblem;
import dev.assay.http.problem.FieldError;
import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Applies the library to a client's year. */
@Path("/v1/clients/{clientId}/years/{fiscalYear}/controls/apply")
@RunOnVirtualThread
public class ApplyResource {

  private static final String EXAMPLE =
      """
      {"fiscalYear": 2026, "libraryVersion": "0.2",
       "applicationId": "019a3c1e-7a10-7c3e-8f00-5a1d2b3c4d5e",
       "added": ["AM-01", "AM-02"], "alreadyThere": ["AM-04"], "systemsAdded": 3}
      """;

  private final Library library;
  private final Tenants tenants;
  private final ApplyLibrary applyLibrary;

  ApplyResource(Library library, Tenants tenants, ApplyLibrary applyLibrary) {
    this.library = library;
    this.tenants = tenants;
    this.applyLibrary = applyLibrary;
  }

  @POST
  @Requires(Permission.CONTROL_APPLY)
  @Operation(
      operationId = "applyLibrary",
      summary = "Give a year the controls of the library, all or some",
      description = "What the year has already stays as it is; the answer says what was added.")
  @APIResponse(
      responseCode = "200",
      description = "What was added and what was there before",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ApplyResponse.class),
              examples = @ExampleObject(name = "applied", value = EXAMPLE)))
  public Response applyLibrary(
      @PathParam("clientId") UUID clientId,
      @PathParam("fiscalYear") @Min(YearPath.FIRST) @Max(YearPath.LAST) int fiscalYear,
      @NotNull @Valid ApplyRequest request) {
    LibraryVersion version = library.current();
    List<LibraryControl> chosen = request.selection().from(version);
    requireSystems(clientId, request);
    return applyLibrary.applyLibrary(
        clientId, fiscalYear, version.version(), chosen, request.systemsNamed());
  }

  private void requireSystems(UUID clientId, ApplyRequest request) {
    List<UUID> systems = request.systemsNamed();
    if (systems.isEmpty()) {
      return;
    }
    Set<UUID> unknown = tenants.unknownSystems(clientId, systems).get();
    List<FieldError> errors =
        IntStream.range(0, systems.size())
            .filter(i -> unknown.contains(systems.get(i)))
            .mapToObj(i -> new FieldError("/systemIds/" + i, "The client has no such system."))
            .toList();
    if (!errors.isEmpty()) {
      throw ProblemException.of(
          CommonProblem.INVALID_REQUEST, "Some systems are not of this client.", errors);
    }
  }
}
