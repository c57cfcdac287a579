package dev.assay.tenants.filer.status;

import dev.assay.tenants.client.FiscalYearEnd;
import dev.assay.tenants.filer.rule.FloatStatus;
import dev.assay.tenants.filer.rule.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Facts of a seasoned calendar-year company of middling size, to be varied one at a time. */
final class FilerFactsBuilder {

  LocalDate yearEnd = LocalDate.of(2026, 12, 31);
  FiscalYearEnd recurring = new FiscalYearEnd(12, 31);
  @Nullable Money publicFloat = millions(300);
  @Nullable Money previousPublicFloat;
  @Nullable Money revenue = millions(400);
  @Nullable Money previousRevenue;
  int months = 36;
  int reports = 3;
  @Nullable FloatStatus previous;
  boolean egc;
  @Nullable LocalDate ipo;
  @Nullable Money debt;

  static Money millions(long amount) {
    return new Money(amount * 100_000_000, "USD");
  }

  static Money minor(long amount) {
    return new Money(amount, "USD");
  }

  FilerFacts build() {
    return new FilerFacts(
        Registration.REPORTING,
        yearEnd,
        recurring,
        publicFloat,
        null,
        previousPublicFloat,
        revenue,
        previousRevenue,
        months,
        reports,
        previous,
        egc,
        ipo,
        debt);
  }
}
