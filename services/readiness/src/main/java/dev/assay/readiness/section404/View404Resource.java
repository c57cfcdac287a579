package dev.assay.readiness.section404;

import dev.assay.http.problem.ProblemException;
import dev.assay.readiness.rule.ReadinessRules;
import dev.assay.readiness.rule.RuleSets;
import dev.assay.readiness.source.YearReader;
import dev.assay.readiness.year.YearFacts;
import dev.assay.tenancy.grant.Caller;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.Cache;

/** What management can conclude on one client's year. */
@Path("/v1/clients/{clientId}/years/{fiscalYear}/views/404")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class View404Resource {

  private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
  private static final int FIRST = 2002;
  private static final int LAST = 2100;

  private final RuleSets<ReadinessRules> rules = RuleSets.readiness();
  private final YearReader years;
  private final Caller caller;
  private final Clock clock;

  View404Resource(YearReader years, Caller caller, Clock clock) {
    this.years = years;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @Cache(noStore = true)
  @Requires(Permission.READINESS_READ)
  @Operation(
      operationId = "readView404",
      summary = "Says what management can conclude on a fiscal year, and all that is left",
      description =
          "Made anew from controls and tenants at each call. State, blockers and score follow from"
              + " ruleSet and inputs alone. The score never decides.")
  @APIResponse(
      responseCode = "200",
      description = "The view, as of now.",
      content =
          @Content(
              schema = @Schema(implementation = View404Response.class),
              examples = @ExampleObject(name = "two points left", value = View404Example.JSON)))
  public View404Response read(
      @PathParam("clientId") UUID clientId,
      @Parameter(
              description = "The calendar year in which the fiscal year ends.",
              schema = @Schema(type = SchemaType.INTEGER, minimum = "2002", maximum = "2100"),
              example = "2026")
          @PathParam("fiscalYear")
          String fiscalYear) {
    YearFacts facts = years.read(clientId, number(fiscalYear), caller.token());
    LocalDate yearEnd = facts.calendar().endOf(facts.fiscalYear());
    ReadinessRules inForce =
        rules
            .inForceOn(yearEnd)
            .orElseThrow(() -> invalid("No rule set covers a year that ends on " + yearEnd + "."));
    return View404Response.of(
        View404.of(facts, inForce, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
  }

  private static int number(String fiscalYear) {
    int year = YEAR.matcher(fiscalYear).matches() ? Integer.parseInt(fiscalYear) : 0;
    if (year < FIRST || year > LAST) {
      throw invalid("A fiscal year is a number from %d to %d.".formatted(FIRST, LAST));
    }
    return year;
  }

  private static ProblemException invalid(String detail) {
    return ProblemException.invalid("?fiscalYear", detail);
  }
}
