package dev.assay.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * What a staffed client lacks to become ACTIVE: an identifier, what it is to the SEC, and systems
 * that a second person approved. Each step is left out where it was taken before.
 */
final class Activation {

  private static final String NONE_YET = "\"v0\"";

  private final String name;
  private final LocalDate today;
  private final Function<String, AssayApi> as;

  /**
   * Prepares the steps.
   *
   * @param name start of every Idempotency-Key
   * @param today its year is the fiscal year whose profile is entered
   * @param as a demo user's access, by user name
   */
  Activation(String name, LocalDate today, Function<String, AssayApi> as) {
    this.name = name;
    this.today = today;
    this.as = as;
  }

  /** Takes all steps for a client whose fiscal years are calendar years. */
  void run(UUID client, String admin) {
    String path = "/v1/clients/" + client;
    AssayApi by = as.apply(admin);
    by.post("tenants", path + "/identifiers", key("identifier"), identifier(client)).expect(201);
    enterProfile(by, path + "/filer-profiles/" + today.getYear());
    enterKinds(by, path + "/applicability");
    approveSystems(as.apply("reviewer"), path + "/systems");
    Answer known = by.get("tenants", path).expect(200);
    if (known.body().path("status").asText().equals("ONBOARDING")) {
      by.post("tenants", path + "/lifecycle", key("activate"), known.etag(), activation())
          .expect(200);
    }
  }

  private void enterProfile(AssayApi by, String path) {
    if (by.get("tenants", path).status() == 404) {
      by.put("tenants", path, NONE_YET, profile()).expect(200);
    }
  }

  private void enterKinds(AssayApi by, String path) {
    if (by.get("tenants", path).expect(200).etag().equals(NONE_YET)) {
      Map<String, String> issuer =
          Map.of("kind", "ISSUER", "from", today.minusYears(10).withDayOfYear(1).toString());
      by.put(
              "tenants",
              path,
              NONE_YET,
              Map.of("kinds", List.of(issuer), "reason", "Registered under Section 12(b)."))
          .expect(200);
    }
  }

  private void approveSystems(AssayApi by, String path) {
    JsonNode waiting =
        by.get("tenants", path + "?state=PROPOSED&limit=200").expect(200).body().path("items");
    for (JsonNode system : waiting) {
      String id = system.path("id").asText();
      by.post(
              "tenants",
              "%s/%s/versions/%d/approve".formatted(path, id, system.path("version").asLong()),
              key("approve-" + id),
              Map.of("reason", "Agreed with the account mapping."))
          .expect(200);
    }
  }

  private static Map<String, String> identifier(UUID client) {
    return Map.of("kind", "OTHER", "scheme", "DEMO", "value", client.toString());
  }

  /** A seasoned filer of middling size. */
  private Map<String, Object> profile() {
    return Map.of(
        "registration",
        "REPORTING",
        "publicFloat",
        dollars(300_000_000),
        "publicFloatMeasuredOn",
        lastWeekdayOfJune().toString(),
        "revenue",
        dollars(400_000_000),
        "monthsReporting",
        120,
        "annualReportsFiledBefore",
        9,
        "previousStatus",
        "ACCELERATED",
        "egcClaimed",
        false);
  }

  private LocalDate lastWeekdayOfJune() {
    LocalDate last =
        today
            .withDayOfMonth(1)
            .withMonth(Month.JUNE.getValue())
            .with(TemporalAdjusters.lastDayOfMonth());
    return last.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0
        ? last.with(TemporalAdjusters.previous(DayOfWeek.FRIDAY))
        : last;
  }

  private static Map<String, Object> dollars(long amount) {
    return Map.of("amountMinor", amount * 100, "currency", "USD");
  }

  private static Map<String, String> activation() {
    return Map.of("to", "ACTIVE", "reason", "The engagement letter is signed.");
  }

  private String key(String step) {
    return name + "-" + step;
  }
}
