package dev.assay.tenants.filer.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.tenants.client.FiscalYearEnd;
import dev.assay.tenants.filer.rule.FloatStatus;
import dev.assay.tenants.filer.rule.Money;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * All that a filer's status is made of. What is null is not known, or there is none.
 *
 * @param fiscalYearEnd the last day of the year that is asked about
 * @param yearEnd on which day fiscal years end
 * @param publicFloat on the last business day of the second quarter
 * @param previousPublicFloat the same, a year before
 * @param revenue of the last year for which there are audited statements
 * @param previousRevenue of the year before that
 * @param monthsReporting months for which reports had to be filed
 * @param annualReportsFiledBefore annual reports filed before the one of this year
 * @param previousStatus the class that the filer was in a year before
 * @param egcClaimed whether the company says that it is an emerging growth company
 * @param ipoDate first registered sale of common equity
 * @param nonConvertibleDebt issued in the last three years
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FilerFacts(
    @Schema(required = true) Registration registration,
    @Schema(required = true) LocalDate fiscalYearEnd,
    @Schema(required = true) FiscalYearEnd yearEnd,
    @Nullable Money publicFloat,
    @Nullable LocalDate publicFloatMeasuredOn,
    @Nullable Money previousPublicFloat,
    @Nullable Money revenue,
    @Nullable Money previousRevenue,
    @Schema(required = true) int monthsReporting,
    @Schema(required = true) int annualReportsFiledBefore,
    @Nullable FloatStatus previousStatus,
    @Schema(required = true) boolean egcClaimed,
    @Nullable LocalDate ipoDate,
    @Nullable Money nonConvertibleDebt) {}
