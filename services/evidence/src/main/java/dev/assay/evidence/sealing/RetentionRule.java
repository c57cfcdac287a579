package dev.assay.evidence.sealing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/**
 * How long evidence is kept, from a day on.
 *
 * @param id what answers name as their rule set
 * @param inForceFrom first day on which it is applied to what arrives
 * @param yearsFromPeriodEnd years from the last day that the evidence covers
 * @param source why, for a reader
 */
record RetentionRule(String id, LocalDate inForceFrom, int yearsFromPeriodEnd, String source) {

  /**
   * The instant until which evidence of a period must be kept: through the same calendar day that
   * many years later, 29 February becoming 1 March, in the last time zone where that day ends
   * (rulebook 1.4).
   */
  Instant until(LocalDate periodEnd) {
    LocalDate lastDay = periodEnd.plusYears(yearsFromPeriodEnd);
    if (lastDay.getDayOfMonth() != periodEnd.getDayOfMonth()) {
      lastDay = lastDay.plusDays(1);
    }
    return lastDay.plusDays(1).atTime(LocalTime.MIDNIGHT).toInstant(ZoneOffset.ofHours(-12));
  }
}
