package dev.assay.tenants.calendar;

import dev.assay.tenants.calendar.year.FiscalCalendar;
import dev.assay.tenants.calendar.year.FiscalYear;
import dev.assay.tenants.client.FilerStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The fiscal years that would follow each other if a change were recorded. */
@Schema(name = "YearEndPreview")
public record YearEndPreviewResponse(
    @Schema(
            required = true,
            description =
                "The last year before the rule begins, if it has a beginning, and those under it"
                    + " until two full ones.")
        List<FiscalYearResponse> years) {

  static final String EXAMPLE =
      "{\"years\":[" + FiscalYearResponse.YEAR + "," + FiscalYearResponse.TRANSITION + "]}";

  /** Before the rule, a transition period, and two full years. */
  private static final int AT_MOST = 4;

  static YearEndPreviewResponse of(
      FiscalCalendar calendar,
      LocalDate first,
      Function<FiscalYear, Optional<FilerStatus>> status) {
    FiscalYear opening = calendar.yearOn(first);
    int years = opening.label().transition() ? AT_MOST : AT_MOST - 1;
    return new YearEndPreviewResponse(
        Stream.iterate(calendar.yearOn(opening.days().start().minusDays(1)), calendar::after)
            .limit(years)
            .map(year -> FiscalYearResponse.whole(year, null, status.apply(year).orElse(null)))
            .toList());
  }
}
