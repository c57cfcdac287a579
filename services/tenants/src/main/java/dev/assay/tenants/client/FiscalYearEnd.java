package dev.assay.tenants.client;

import java.time.Month;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The month and day on which fiscal years end. 29 February stands for the last day of February in
 * every year.
 */
@RealMonthDay
@Schema(description = "A day that exists in some year; 29 February is the last day of February.")
public record FiscalYearEnd(
    @Schema(required = true, minimum = "1", maximum = "12", examples = "12") int month,
    @Schema(required = true, minimum = "1", maximum = "31", examples = "31") int day) {

  boolean exists() {
    return month >= 1 && month <= 12 && day >= 1 && day <= Month.of(month).maxLength();
  }

  /** ISO 8601 form without a year, such as {@code --12-31}. */
  @Override
  public String toString() {
    return "--%02d-%02d".formatted(month, day);
  }
}
