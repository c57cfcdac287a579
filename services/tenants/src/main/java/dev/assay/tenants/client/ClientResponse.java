package dev.assay.tenants.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A client as everybody who may read it sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClientResponse(
    @Schema(required = true) UUID id,
    @Schema(required = true) UUID mspId,
    @Schema(required = true) String legalName,
    @Schema(required = true, description = "In force today: the day on or near which years end.")
        FiscalYearEnd fiscalYearEnd,
    @Schema(
            description =
                "Only for 52/53-week years: all of them end on this weekday, on or near that day;"
                    + " the fiscal years have the dates.")
        @Nullable DayOfWeek fiscalYearEndWeekday,
    @Schema(required = true) String timeZone,
    @Schema(description = "From the latest filer profile; without one, as it was entered.")
        @Nullable FilerStatus filerStatus,
    @Schema(required = true) ClientStatus status,
    @Schema(required = true) Instant createdAt) {

  static final String EXAMPLE =
      """
      {"id":"019aaf1e-7c00-7000-8000-000000000002","mspId":"019aaf1e-7c00-7000-8000-000000000001",
       "legalName":"Copperfield Instruments (demo)","fiscalYearEnd":{"month":12,"day":31},
       "timeZone":"America/New_York","filerStatus":"ACCELERATED","status":"ONBOARDING",
       "createdAt":"2026-11-23T10:00:00Z"}
      """;

  static ClientResponse of(Client client, Instant now) {
    ClientYearEnd.Nominal yearEnd = client.yearEndAt(now);
    return new ClientResponse(
        client.id,
        client.mspId,
        client.legalName,
        yearEnd.day(),
        yearEnd.weekday(),
        client.timeZone,
        client.derivedFilerStatus == null ? client.filerStatus : client.derivedFilerStatus,
        client.status,
        client.createdAt);
  }
}
