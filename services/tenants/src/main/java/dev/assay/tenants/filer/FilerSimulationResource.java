package dev.assay.tenants.filer;

import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import dev.assay.tenants.client.ClientStanding;
import dev.assay.tenants.filer.rule.FilerRuleSet;
import dev.assay.tenants.filer.rule.RuleSetChoice;
import dev.assay.tenants.filer.rule.RuleSets;
import dev.assay.tenants.filer.status.FilerFacts;
import dev.assay.tenants.filer.status.FilerStatusAnswer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What a client would be under other inputs or other rules; nothing is kept. */
@Path("/v1/clients/{clientId}/filer-status-simulations")
@RunOnVirtualThread
public class FilerSimulationResource {

  private final ClientStanding client;
  private final FilerProfiles profiles;
  private final RuleSets ruleSets;

  FilerSimulationResource(ClientStanding client, FilerProfiles profiles, RuleSets ruleSets) {
    this.client = client;
    this.profiles = profiles;
    this.ruleSets = ruleSets;
  }

  @POST
  @Transactional
  @Requires(Permission.CLIENT_READ)
  @Operation(
      operationId = "simulateFilerStatus",
      summary = "Tell the filer status under given inputs or rules, also pending ones")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = SimulationRequest.class),
              example = SimulationRequest.EXAMPLE))
  @APIResponse(
      responseCode = "200",
      description = "What would follow, and what follows under the rules in force.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = SimulationResponse.class),
              example = SimulationResponse.EXAMPLE))
  public SimulationResponse simulateFilerStatus(
      UUID clientId, @NotNull @Valid SimulationRequest request) {
    FilerFacts facts = facts(request);
    RuleSetChoice choice = ruleSets.choice();
    FilerRuleSet chosen = chosen(request, facts.fiscalYearEnd(), choice);
    return new SimulationResponse(
        request.fiscalYear(),
        choice.stateOf(chosen),
        chosen.effectiveFrom(),
        FilerStatusAnswer.of(facts, chosen),
        choice
            .deciding()
            .inForceOn(facts.fiscalYearEnd())
            .map(decides -> FilerStatusAnswer.of(facts, decides))
            .orElse(null));
  }

  private FilerFacts facts(SimulationRequest request) {
    FilerProfileRequest profile = request.profile();
    if (profile == null) {
      return profiles
          .history(request.fiscalYear())
          .latest()
          .map(FilerProfileVersion::facts)
          .orElseThrow(
              () ->
                  ProblemException.invalid(
                      "/profile", "Nothing was entered for this year: give what to suppose."));
    }
    var year = new FilerYear(request.fiscalYear(), client.calendar().yearEnd());
    ProfileFlaws.refuse("/profile", profile, year, LocalDate.MAX);
    return profile.facts(year);
  }

  private static FilerRuleSet chosen(
      SimulationRequest request, LocalDate fiscalYearEnd, RuleSetChoice choice) {
    String name = request.ruleSet();
    return name == null
        ? FilerStatuses.inForceOn(fiscalYearEnd, choice.deciding())
        : choice
            .named(name)
            .orElseThrow(
                () ->
                    ProblemException.invalid(
                        "/ruleSet", "No rule set of this name decides or is pending."));
  }
}
