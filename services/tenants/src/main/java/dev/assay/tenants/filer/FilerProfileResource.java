package dev.assay.tenants.filer;

import dev.assay.http.page.Page;
import dev.assay.http.page.PageRequest;
import dev.assay.http.problem.ProblemException;
import dev.assay.http.version.EntityTag;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import dev.assay.tenants.client.ClientStanding;
import dev.assay.tenants.filer.rule.FilerRuleSets;
import dev.assay.tenants.filer.rule.RuleSets;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** What a client is as a filer, fiscal year by fiscal year, and what follows from it. */
@Path("/v1/clients/{clientId}/filer-profiles")
@RunOnVirtualThread
public class FilerProfileResource {

  private final ClientStanding client;
  private final FilerProfiles profiles;
  private final RuleSets ruleSets;
  private final ProfileAnswers answers;
  private final EnterProfile entering;

  FilerProfileResource(
      ClientStanding client,
      FilerProfiles profiles,
      RuleSets ruleSets,
      ProfileAnswers answers,
      EnterProfile entering) {
    this.client = client;
    this.profiles = profiles;
    this.ruleSets = ruleSets;
    this.answers = answers;
    this.entering = entering;
  }

  @PUT
  @Path("{fiscalYear}")
  @Transactional
  @Requires(Permission.CLIENT_UPDATE)
  @Operation(
      operationId = "enterFilerProfile",
      summary = "Enter a fiscal year's profile as a new version; the first is made for \"v0\"")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = FilerProfileRequest.class),
              example = FilerProfileRequest.EXAMPLE))
  @APIResponse(
      responseCode = "200",
      description = "Entered, with the status that follows; its version is the ETag.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = FilerProfileResponse.class),
              example = FilerProfileResponse.EXAMPLE))
  public Response enterFilerProfile(
      UUID clientId,
      @Min(1900) @Max(9998) int fiscalYear,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid FilerProfileRequest request) {
    return answer(entering.enter(fiscalYear, ifMatch, request));
  }

  @GET
  @Path("{fiscalYear}")
  @Transactional
  @Requires(Permission.CLIENT_READ)
  @Operation(
      operationId = "readFilerProfile",
      summary = "Read a fiscal year's profile with the filer status that follows, and why")
  @APIResponse(
      responseCode = "200",
      description = "The latest version, under the rules in force; its version is the ETag.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = FilerProfileResponse.class),
              example = FilerProfileResponse.EXAMPLE))
  public Response readFilerProfile(UUID clientId, @Min(1900) @Max(9998) int fiscalYear) {
    ProfileHistory history = profiles.history(fiscalYear);
    if (history.version() == 0) {
      throw ProblemException.notFound();
    }
    return answer(answers.of(history, ruleSets.deciding(), client.calendar()));
  }

  @GET
  @Transactional
  @Requires(Permission.CLIENT_READ)
  @Operation(
      operationId = "listFilerProfiles",
      summary = "List the fiscal years that have a profile, the last one first")
  @APIResponse(
      responseCode = "200",
      description = "A page of years with what follows for each.",
      content = @Content(mediaType = "application/json", example = FilerYearResponse.PAGE_EXAMPLE))
  public Page<FilerYearResponse> listFilerProfiles(
      UUID clientId,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var request = PageRequest.of(limit, cursor, "filer-profiles", clientId);
    List<FilerProfileVersion> years = profiles.years(request);
    FilerRuleSets rules = ruleSets.deciding();
    return Page.of(
        years,
        request,
        year -> Short.toString(year.fiscalYear),
        year -> FilerYearResponse.of(year, FilerStatuses.answer(year, rules).orElse(null)));
  }

  @GET
  @Path("{fiscalYear}/versions")
  @Transactional
  @Requires(Permission.CLIENT_READ)
  @Operation(
      operationId = "listFilerProfileVersions",
      summary = "List all that was entered for a fiscal year, the latest first")
  @APIResponse(
      responseCode = "200",
      description = "A page of versions.",
      content =
          @Content(mediaType = "application/json", example = FilerVersionResponse.PAGE_EXAMPLE))
  public Page<FilerVersionResponse> listFilerProfileVersions(
      UUID clientId,
      @Min(1900) @Max(9998) int fiscalYear,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var request = PageRequest.of(limit, cursor, "filer-profile-versions", clientId, fiscalYear);
    return Page.of(
        profiles.versions(fiscalYear, request),
        request,
        version -> Integer.toString(version.version),
        FilerVersionResponse::of);
  }

  private static Response answer(FilerProfileResponse profile) {
    return Response.ok(profile).header(HttpHeaders.ETAG, new EntityTag(profile.version())).build();
  }
}
