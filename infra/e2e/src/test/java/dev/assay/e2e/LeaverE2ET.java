package dev.assay.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.local.demo.Answer;
import dev.assay.local.demo.AssayApi;
import dev.assay.local.keycloak.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * From the invitation to the departure: somebody is invited, signs in, works in every service, and
 * leaves, while their token is good for minutes more.
 */
@Order(4)
@ExtendWith(RealStack.class)
class LeaverE2ET {

  private static final Duration PROMISED = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final RealStack real;
  private final AssayApi admin;
  private final RealmAdmin realm;
  private final String ofMsp;
  private final String ofClient;
  private final Map<String, String> places = new LinkedHashMap<>();

  LeaverE2ET(RealStack real) {
    this.real = real;
    this.admin = real.as("msp-admin");
    this.realm = new RealmAdmin(real.stack());
    this.ofMsp = "/v1/msps/" + real.made().mspId();
    this.ofClient = "/v1/clients/" + real.made().clientId();
    String year = ofClient + "/years/" + real.made().fiscalYear();
    places.put("tenants", ofClient);
    places.put("evidence", ofClient + "/evidence");
    places.put("controls", year + "/controls");
    places.put("readiness", year + "/views/404");
  }

  @Test
  void aLeaverIsOffInEveryServiceWithinTenSecondsWithALiveToken() throws InterruptedException {
    String user = "leaver-" + UUID.randomUUID() + "@demo.invalid";
    UUID person = invite(user);
    admin
        .post(
            "tenants",
            ofClient + "/grants",
            "grant-" + user,
            Map.of("personId", person, "role", "MSP_TECHNICIAN", "reason", "Works here."))
        .expect(201);
    String token = real.stack().tokens().of(user);
    var leaver = new AssayApi(real::address, () -> token);
    places.forEach((service, path) -> leaver.get(service, path).expect(200));
    accepted(leaver, user);

    Instant before = Instant.now();
    admin
        .post(
            "tenants",
            ofMsp + "/people/" + person + "/departure",
            "departure-" + user,
            Map.of("lastDay", LocalDate.now(ZoneOffset.UTC).toString(), "reason", "Leaves."))
        .expect(200);

    Map<String, Duration> off = untilRefused(leaver, before);
    assertThat(off.keySet()).isEqualTo(places.keySet());
    assertThat(off.get("tenants")).isLessThan(Duration.ofSeconds(2));
    assertThat(off.values()).allSatisfy(took -> assertThat(took).isLessThan(PROMISED));
    // The token itself is as good as before: whoever had it refused would answer 401.
    places.forEach(
        (service, path) -> assertThat(leaver.get(service, path).status()).isEqualTo(404));
    await(
        () -> admin.get("tenants", ofMsp + "/people/" + person),
        answer -> answer.body().path("provisioning").path("state").asText().equals("DONE"));
    assertThatThrownBy(() -> real.stack().tokens().of(user)).hasMessageContaining("disabled");
  }

  /**
   * Every service had remembered the grant; each is asked on and on, so that it stays remembered.
   */
  private Map<String, Duration> untilRefused(AssayApi leaver, Instant since) {
    Map<String, Duration> off = new LinkedHashMap<>();
    while (off.size() < places.size()) {
      assertThat(Instant.now()).isBefore(since.plus(PATIENCE));
      places.forEach(
          (service, path) -> {
            if (leaver.get(service, path).status() != 200) {
              off.putIfAbsent(service, Duration.between(since, Instant.now()));
            }
          });
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    return places.keySet().stream()
        .collect(LinkedHashMap::new, (map, key) -> map.put(key, off.get(key)), Map::putAll);
  }

  private UUID invite(String user) {
    UUID invitation =
        admin
            .post(
                "tenants",
                ofMsp + "/invitations",
                "invite-" + user,
                Map.of("mail", user, "displayName", "Demo leaver", "role", "MSP_TECHNICIAN"))
            .expect(201)
            .id();
    Answer known =
        await(
            () -> admin.get("tenants", ofMsp + "/invitations/" + invitation),
            answer -> answer.body().has("personId"));
    String account = realm.accounts(user).path(0).path("id").asText();
    realm.call(
        "PUT",
        "/users/" + account,
        """
        {"requiredActions": [], "credentials": [
          {"type": "password", "value": "%s", "temporary": false}]}
        """
            .formatted(Tokens.DEMO_PASSWORD));
    return UUID.fromString(known.body().path("personId").asText());
  }

  /** Whichever service they come to, and the address is forgotten. */
  private void accepted(AssayApi leaver, String user) {
    await(
        () -> {
          leaver.get("tenants", "/v1/grants/effective");
          return admin.get("tenants", ofMsp + "/invitations?limit=200");
        },
        answer ->
            answer.body().toString().contains("\"ACCEPTED\"")
                && !answer.body().toString().contains(user));
  }

  private static Answer await(Supplier<Answer> call, Predicate<Answer> holds) {
    Instant until = Instant.now().plus(PATIENCE);
    Answer answer = call.get();
    while (!holds.test(answer)) {
      assertThat(Instant.now()).as(answer.body().toString()).isBefore(until);
      LockSupport.parkNanos(PAUSE.toNanos());
      answer = call.get();
    }
    return answer;
  }
}
