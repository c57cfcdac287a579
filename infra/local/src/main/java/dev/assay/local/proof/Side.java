package dev.assay.local.proof;

import dev.assay.local.demo.AssayApi;
import dev.assay.local.demo.Onboarding;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * One client and its technician, with data that carries a word of its own wherever a person can
 * write.
 *
 * @param word stands in names and titles of this client, and nowhere else
 * @param evidence an item of evidence
 */
public record Side(String user, String word, UUID mspId, UUID clientId, UUID evidence) {

  /** What only this client's answers may hold. */
  List<String> marks() {
    return List.of(word, mspId.toString(), clientId.toString(), evidence.toString());
  }

  /**
   * Makes an MSP with one client, onboarded by {@code admin} and worked on by {@code technician}.
   *
   * @param name start of every Idempotency-Key and the word in every name
   */
  public static Side make(
      String name,
      String admin,
      String technician,
      LocalDate today,
      Function<String, AssayApi> as,
      Map<String, String> subjects) {
    var onboarding = new Onboarding(name, today, as, subjects);
    UUID msp = onboarding.createMsp("MSP " + name, admin);
    UUID client = onboarding.createClient(msp, "Client " + name, admin);
    AssayApi by = as.apply(admin);
    UUID person = onboarding.person(by, "/v1/msps/" + msp, technician);
    onboarding.grant(by, "/v1/clients/" + client, technician, person, "MSP_TECHNICIAN");
    by.post(
            "tenants",
            "/v1/clients/" + client + "/systems",
            name + "-own-system",
            Map.of(
                "name",
                "System " + name,
                "kind",
                "APPLICATION",
                "hosting",
                "ON_PREMISES",
                "rationale",
                "Named for " + name))
        .expect(201);
    AssayApi works = as.apply(technician);
    works
        .post(
            "controls",
            "/v1/clients/%s/years/%d/controls/apply".formatted(client, today.getYear()),
            name + "-apply",
            Map.of("selection", Map.of("all", true)))
        .expect(200);
    UUID evidence =
        works
            .post(
                "evidence",
                "/v1/clients/" + client + "/evidence",
                name + "-evidence",
                item(name, today))
            .expect(201)
            .id();
    return new Side(technician, name, msp, client, evidence);
  }

  static Map<String, ?> item(String word, LocalDate today) {
    return Map.of(
        "title",
        "Evidence of " + word,
        "controlId",
        "AM-04",
        "periodFrom",
        today.withDayOfYear(1).toString(),
        "periodTo",
        today.toString(),
        "sourceSystem",
        "System " + word);
  }
}
