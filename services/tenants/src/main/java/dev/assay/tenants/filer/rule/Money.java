package dev.assay.tenants.filer.rule;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An amount of money. The thresholds of the SEC are in US dollars, so nothing else can be compared.
 *
 * @param amountMinor in the currency's smallest unit: 100 is one dollar
 * @param currency ISO 4217
 */
@Schema(description = "An amount in the smallest unit of its currency: 100 is one dollar.")
public record Money(
    @Schema(required = true, examples = "70000000000") @Min(0) @Max(Money.MOST) long amountMinor,
    @Schema(required = true, examples = "USD")
        @NotNull
        @Pattern(
            regexp = Money.OF_THRESHOLDS,
            message = "Thresholds are in US dollars: give the amount in USD, translated.")
        String currency) {

  /** The currency of all thresholds. */
  public static final String OF_THRESHOLDS = "USD";

  /** The largest integer that every JSON reader keeps exactly (RFC 8259, section 6). */
  static final long MOST = 9_007_199_254_740_991L;

  /** Whether this is at least as much. */
  public boolean atLeast(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(currency + " is not compared with " + other.currency);
    }
    return amountMinor >= other.amountMinor;
  }

  /** As people write it, such as {@code USD 700,000,000.00}. */
  public String written() {
    int digits = Currency.getInstance(currency).getDefaultFractionDigits();
    return String.format(
        Locale.ROOT, "%s %,." + digits + "f", currency, BigDecimal.valueOf(amountMinor, digits));
  }
}
