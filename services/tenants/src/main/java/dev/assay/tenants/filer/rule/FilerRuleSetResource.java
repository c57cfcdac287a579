package dev.assay.tenants.filer.rule;

import dev.assay.http.idempotency.Idempotent;
import dev.assay.http.page.Page;
import dev.assay.http.page.PageRequest;
import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import dev.assay.tenancy.scope.Scopes;
import dev.assay.tenancy.scope.TenantScope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The rules of filer status: everybody reads them, operators enter and adopt changes. */
@Path("/v1/rule-sets/filer-status")
@RunOnVirtualThread
public class FilerRuleSetResource {

  private final RuleSets ruleSets;
  private final RuleSetDecisions decisions;
  private final Scopes scopes;

  FilerRuleSetResource(RuleSets ruleSets, RuleSetDecisions decisions, Scopes scopes) {
    this.ruleSets = ruleSets;
    this.decisions = decisions;
    this.scopes = scopes;
  }

  @GET
  @Requires(Permission.SIGNED_IN)
  @Operation(
      operationId = "listFilerRuleSets",
      summary = "List the rules of filer status that were, are or may come to be in force")
  @APIResponse(
      responseCode = "200",
      description = "A page of rule sets by the day on which they begin.",
      content =
          @Content(
              mediaType = "application/json",
              example = "{\"items\":[" + RuleSetResponse.EXAMPLE + "],\"nextCursor\":null}"))
  public Page<RuleSetResponse> listFilerRuleSets(
      @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
    return all().page(PageRequest.of(limit, cursor, "filer-rule-sets"));
  }

  @GET
  @Path("{ruleSet}")
  @Requires(Permission.SIGNED_IN)
  @Operation(operationId = "readFilerRuleSet", summary = "Read one rule set of filer status")
  @APIResponse(
      responseCode = "200",
      description = "The rule set with every threshold.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = RuleSetResponse.class),
              example = RuleSetResponse.EXAMPLE))
  public RuleSetResponse readFilerRuleSet(String ruleSet) {
    return all().named(ruleSet).orElseThrow(ProblemException::notFound);
  }

  @POST
  @Transactional
  @Idempotent
  @Requires(Permission.RULE_SET_WRITE)
  @Operation(
      operationId = "enterFilerRuleSet",
      summary = "Enter rules that may come to be in force; until adopted they only simulate")
  @APIResponse(
      responseCode = "201",
      description = "Entered, and pending.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = RuleSetResponse.class),
              example = RuleSetResponse.EXAMPLE))
  public Response enterFilerRuleSet(@NotNull @Valid RuleSetRequest request, @Context UriInfo uri) {
    RuleSetResponse entered = decisions.enter(request);
    return Response.created(uri.getAbsolutePathBuilder().path(entered.ruleSet()).build())
        .entity(entered)
        .build();
  }

  @POST
  @Path("{ruleSet}/adopt")
  @Transactional
  @Idempotent
  @Requires(value = Permission.RULE_SET_WRITE, fresh = true)
  @Operation(
      operationId = "adoptFilerRuleSet",
      summary = "Let rules that another operator entered decide from a day on")
  @APIResponse(
      responseCode = "200",
      description = "Adopted: it decides for fiscal years that end on that day or later.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = RuleSetResponse.class),
              example = RuleSetResponse.EXAMPLE))
  public Response adoptFilerRuleSet(String ruleSet, @NotNull @Valid AdoptionRequest request) {
    return Response.ok(decisions.adopt(ruleSet, request)).build();
  }

  @POST
  @Path("{ruleSet}/withdraw")
  @Transactional
  @Idempotent
  @Requires(value = Permission.RULE_SET_WRITE, fresh = true)
  @Operation(
      operationId = "withdrawFilerRuleSet",
      summary = "Give up rules that are pending; what was entered stays to be read")
  @APIResponse(
      responseCode = "200",
      description = "Withdrawn.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = RuleSetResponse.class),
              example = RuleSetResponse.EXAMPLE))
  public Response withdrawFilerRuleSet(String ruleSet, @NotNull @Valid WithdrawalRequest request) {
    return Response.ok(decisions.withdraw(ruleSet, request)).build();
  }

  /** No grant is needed, so the check declares no scope; rule sets are no tenant's. */
  private RuleSetList all() {
    return scopes.inTransaction(
        new TenantScope.Platform(), () -> new RuleSetList(ruleSets.entered()));
  }
}
