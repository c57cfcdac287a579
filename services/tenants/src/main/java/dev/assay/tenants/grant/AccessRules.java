package dev.assay.tenants.grant;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.assay.tenancy.permission.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The limits on access that hold on a date: data with a source, because they change.
 *
 * @param id what an answer names so that it can be recomputed
 * @param effectiveTo the last day, null while it holds
 * @param source where the figures are from
 */
public record AccessRules(
    String id,
    LocalDate effectiveFrom,
    @Nullable LocalDate effectiveTo,
    String source,
    Review review,
    BreakGlass breakGlass,
    ServiceAccount serviceAccount) {

  /**
   * How often access is reviewed, and how long deciding and removing may take.
   *
   * @param zone where a day begins and ends
   */
  public record Review(
      int everyMonths,
      int privilegedEveryMonths,
      Set<Role> privilegedRoles,
      int decideWithinBusinessDays,
      int removeWithinBusinessDays,
      String calendar,
      ZoneId zone) {}

  /**
   * How long an operator may read at a client.
   *
   * @param rest how long the same operator then may not at the same client
   */
  public record BreakGlass(Duration atMost, Duration rest) {}

  /** How long a service account goes without being looked at. */
  public record ServiceAccount(int atMostYears) {

    /** The last moment at which a grant from then on may end; years are UTC's. */
    public Instant lastEnd(Instant from) {
      return from.atOffset(ZoneOffset.UTC).plusYears(atMostYears).toInstant();
    }
  }

  private record File(List<AccessRules> ruleSets) {}

  private static final List<AccessRules> ALL = read();

  /** The rules that hold at this moment; their dates are UTC's. */
  public static AccessRules at(Instant moment) {
    return on(moment.atOffset(ZoneOffset.UTC).toLocalDate());
  }

  /** The rules that hold on this day. */
  public static AccessRules on(LocalDate day) {
    return ALL.stream()
        .filter(rules -> rules.holdsOn(day))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no access rules hold on " + day));
  }

  private boolean holdsOn(LocalDate day) {
    return !day.isBefore(effectiveFrom) && (effectiveTo == null || !day.isAfter(effectiveTo));
  }

  private static List<AccessRules> read() {
    var json =
        JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();
    try (InputStream file = AccessRules.class.getResourceAsStream("/rules/access.json")) {
      return json.readValue(Objects.requireNonNull(file, "/rules/access.json"), File.class)
          .ruleSets();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
