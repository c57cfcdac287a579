package dev.assay.evidence.holding;

import dev.assay.http.page.Page;
import dev.assay.http.page.PageRequest;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a client's vault held, in both times. */
@Path("/v1/clients/{clientId}/holdings")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Holdings")
public class HoldingResource {

  private static final String EXAMPLE =
      """
      {"items":[{"id":"01932f3e-6a00-7c40-8a53-000000000001","title":"Users of the sign-in realm","controlId":"AM-04","periodFrom":"2026-01-01","periodTo":"2026-06-30","sourceSystem":"Keycloak","arrivedAt":"2026-07-02T10:15:29.001Z","files":[{"id":"01932f3e-6f11-7c40-8a53-5c1f7a3f9f02","name":"realm-users.json","mediaType":"application/json","size":18211,"sha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08","sealedAt":"2026-07-02T10:15:30.323Z","retainUntil":"2033-07-01T12:00:00Z","retentionRuleSet":"evidence-retention-1"}]}],"nextCursor":null}
      """;

  private final Holdings holdings;
  private final Clock clock;

  HoldingResource(Holdings holdings, Clock clock) {
    this.holdings = holdings;
    this.clock = clock;
  }

  @GET
  @Requires(Permission.EVIDENCE_READ)
  @Transactional
  @Operation(
      operationId = "listHoldings",
      summary =
          "What was held for a control: evidence that covers a day and was sealed by a moment",
      description =
          "Two times: asOf is a day that the evidence covers, whenever it arrived; knownAt is the"
              + " moment by which it was sealed, whatever it covers. With both fixed the answer"
              + " never changes.")
  @APIResponse(
      responseCode = "200",
      description = "One page, the newest arrival first",
      content = @Content(mediaType = MediaType.APPLICATION_JSON, example = EXAMPLE))
  public Page<HeldItem> list(
      @PathParam("clientId") UUID clientId,
      @Parameter(required = true, description = "The control's id in the library.")
          @QueryParam("controlId")
          @Nullable String controlId,
      @Parameter(
              required = true,
              description = "The day that the evidence covers.",
              schema = @Schema(type = SchemaType.STRING, format = "date"))
          @QueryParam("asOf")
          @Nullable String asOf,
      @Parameter(
              description = "The moment by which it was sealed; now when left out.",
              schema = @Schema(type = SchemaType.STRING, format = "date-time"))
          @QueryParam("knownAt")
          @Nullable String knownAt,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var question = HoldingQuestion.parse(controlId, asOf, knownAt, clock.instant());
    // Not the moment that "now" was: the second page of a question about now is about now too.
    var page =
        PageRequest.of(
            limit,
            cursor,
            "holdings",
            clientId,
            question.controlId(),
            question.asOf(),
            String.valueOf(knownAt));
    return Page.of(holdings.page(question, page), page, item -> item.id().toString(), item -> item);
  }
}
