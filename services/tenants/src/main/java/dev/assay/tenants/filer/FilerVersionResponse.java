package dev.assay.tenants.filer;

import dev.assay.tenants.filer.status.FilerFacts;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody entered for a fiscal year, whole. */
@Schema(name = "FilerVersion")
public record FilerVersionResponse(
    @Schema(required = true) int version,
    @Schema(required = true) String enteredBy,
    @Schema(required = true) Instant enteredAt,
    @Schema(required = true) FilerFacts inputs) {

  static final String PAGE_EXAMPLE =
      """
      {"items":[{"version":1,"enteredBy":"5d0c9d3e-6f0e-4f2c-9f5d-0f6a1a3d7b10",
        "enteredAt":"2026-11-23T10:00:00Z",
        "inputs":{"registration":"NOT_A_FILER","fiscalYearEnd":"2026-12-31",
         "yearEnd":{"month":12,"day":31},"monthsReporting":0,"annualReportsFiledBefore":0,
         "egcClaimed":false}}],"nextCursor":null}
      """;

  static FilerVersionResponse of(FilerProfileVersion version) {
    return new FilerVersionResponse(
        version.version, version.enteredBy, version.enteredAt, version.facts());
  }
}
