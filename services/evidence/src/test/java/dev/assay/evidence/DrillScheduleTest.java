package dev.assay.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.tenancy.permission.Role;
import dev.assay.testing.problem.Problems;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EvidenceTest
class DrillScheduleTest {

  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

  private final UUID client = UUID.randomUUID();
  private final String schedule = "/v1/clients/" + client + "/evidence-drill-schedule";
  private final String signals = "/v1/clients/" + client + "/evidence-drill-signals";

  private Response read(String path) {
    return EvidenceApi.as("AUDITOR", client).get(path);
  }

  /** As an installation left it whose workers are all dead. */
  private void setInThePast() {
    DrillApi.execute(
        """
        insert into evidence_drill_schedule (msp_id, client_id, version, active, every_months,
          sample_size, first_on, days_to_finish, reason, set_by, set_at)
        values ('%s', '%s', 1, true, 3, 10, '%s', 5, 'Quarterly', 'somebody', '%sT00:00:00Z')
        """
            .formatted(RoleGrants.MSP, client, today.minusMonths(7), today.minusMonths(8)));
  }

  @Test
  void beginsADrillOnItsDayAndOnceOnly() {
    String[] file = DrillApi.sealedFile(client, EvidenceApi.bytes(30));

    Response set = DrillApi.setSchedule(client, "\"v0\"", DrillApi.schedule(today.toString()));

    assertThat(set.statusCode()).as(set.asString()).isEqualTo(200);
    assertThat(set.header("ETag")).isEqualTo("\"v1\"");
    assertThat(set.<String>path("nextOn")).isEqualTo(today.plusMonths(3).toString());
    EvidenceApi.await(
        "no drill was begun",
        () -> !DrillApi.all(client, DrillApi.path(client), 50, "id").isEmpty());
    String id = DrillApi.all(client, DrillApi.path(client), 50, "id").getFirst();
    Response drill = DrillApi.ended(client, id);
    assertThat(drill.<String>path("state")).isEqualTo("PASSED");
    assertThat(drill.<String>path("beginsOn")).isEqualTo(today.toString());
    assertThat(drill.<String>path("dueAt")).isEqualTo(today.plusDays(5) + "T00:00:00Z");
    assertThat(drill.<Boolean>path("overdue")).isFalse();
    assertThat(DrillApi.lines(client, id).<List<String>>path("items.fileId"))
        .containsExactly(file[1]);
    DrillApi.setSchedule(client, "\"v1\"", DrillApi.schedule(today.toString()))
        .then()
        .statusCode(200);
    EvidenceApi.await(
        "the schedule was not looked at",
        () ->
            DrillApi.count(
                    "select count(*) from drill_work where due_at > now() + interval '1 day'"
                        + " and subject_id = '"
                        + client
                        + "'")
                == 1);
    assertThat(DrillApi.all(client, DrillApi.path(client), 50, "id")).containsExactly(id);
    assertThat(read(signals).<List<?>>path("items")).isEmpty();
  }

  @Test
  void keepsEveryVersion() {
    assertThat(read(schedule).<Integer>path("version")).isZero();
    assertThat(read(schedule).header("ETag")).isEqualTo("\"v0\"");
    DrillApi.setSchedule(client, "\"v0\"", DrillApi.schedule("2090-01-01")).then().statusCode(200);
    DrillApi.setSchedule(client, "\"v1\"", DrillApi.schedule("2091-01-01").replace("true", "false"))
        .then()
        .statusCode(200);

    assertThat(read(schedule).<Boolean>path("active")).isFalse();
    assertThat(read(schedule).<Object>path("nextOn")).isNull();
    assertThat(DrillApi.all(client, schedule + "/versions", 1, "firstOn"))
        .containsExactly("2091-01-01", "2090-01-01");
  }

  @Test
  void isSetByWhoeverReadTheLastVersion() {
    String body = DrillApi.schedule("2090-01-01");
    EvidenceApi.nothingHalfDone(
        () -> {
          Problems.expect(DrillApi.setSchedule(client, null, body), 428, "version-required");
          Problems.expect(DrillApi.setSchedule(client, "\"v1\"", body), 412, "stale-version");
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"everyMonths\":3 | \"everyMonths\":2",
        "\"sampleSize\":25 | \"sampleSize\":0",
        "\"sampleSize\":25 | \"sampleSize\":201",
        "\"daysToFinish\":5 | \"daysToFinish\":29",
        "2090-01-01 | 2020-01-01",
        "2090-01-01 | 2101-01-01",
        "Quarterly | "
      })
  void refusesAScheduleThatBreaksARule(String good, String bad) {
    String body = DrillApi.schedule("2090-01-01").replace(good, bad == null ? "" : bad);

    EvidenceApi.nothingHalfDone(
        () ->
            Problems.expect(DrillApi.setSchedule(client, "\"v0\"", body), 400, "invalid-request"));
  }

  @Test
  void tellsWhatWasMissedThoughNobodyWasThereToWriteItDown() {
    setInThePast();

    Response first = read(signals + "?limit=1");
    Response rest = read(signals + "?limit=1&cursor=" + first.path("nextCursor"));

    assertThat(first.<List<Map<String, Object>>>path("items"))
        .containsExactly(missed(today.minusMonths(7)));
    assertThat(rest.<List<Map<String, Object>>>path("items").getFirst())
        .isEqualTo(missed(today.minusMonths(7).plusMonths(3)));
    assertThat(
            EvidenceApi.as("INTEGRATION", client)
                .queryParam("after", first.<List<String>>path("items.position").getFirst())
                .get(signals)
                .<List<Map<String, Object>>>path("items"))
        .startsWith(missed(today.minusMonths(7).plusMonths(3)))
        .doesNotContain(missed(today.minusMonths(7)));
  }

  private static Map<String, Object> missed(LocalDate day) {
    String at = day.plusDays(5) + "T00:00:00Z";
    return Map.of(
        "position", at + "/MISSED/" + day, "kind", "MISSED", "at", at, "beginsOn", day.toString());
  }

  @Test
  void tellsWhichDrillsFailedAfterWhatIsKnown() {
    String[] file = DrillApi.sealedFile(client, EvidenceApi.bytes(30));
    DrillApi.execute(
        "update evidence_file set sha256 = repeat('0', 64) where id = '" + file[1] + "'");
    Response one = DrillApi.run(client, "{\"sampleSize\":5}");
    // The result of the first is in the vault by now, and is sound.
    Response two = DrillApi.run(client, "{\"sampleSize\":5}");

    Response all = read(signals);

    assertThat(one.<String>path("state")).isEqualTo("FAILED");
    assertThat(all.<List<String>>path("items.kind")).containsExactly("FAILED", "FAILED");
    assertThat(all.<List<String>>path("items.drillId"))
        .containsExactly(one.path("id"), two.path("id"));
    assertThat(all.<List<Integer>>path("items.differing")).containsExactly(1, 1);
    assertThat(all.<List<String>>path("items.evidenceId"))
        .containsExactly(one.path("result.evidenceId"), two.path("result.evidenceId"));
    List<String> positions = all.path("items.position");
    assertThat(
            EvidenceApi.as("INTEGRATION", client)
                .queryParam("after", positions.getFirst())
                .get(signals)
                .<List<String>>path("items.position"))
        .containsExactly(positions.getLast());
    assertThat(
            EvidenceApi.as("INTEGRATION", client)
                .queryParam("after", positions.getLast())
                .get(signals)
                .<List<String>>path("items.position"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"x", "2026-01-01", "9999999-01-01T00:00:00Z/x", "2026-01-01T00:00:00Z"})
  void refusesAPositionThatNoSignalHas(String after) {
    Problems.expect(
        EvidenceApi.as("AUDITOR", client).queryParam("after", after).get(signals),
        400,
        "invalid-request");
  }

  @Test
  void showsNothingOfAnotherClient() {
    setInThePast();
    UUID other = UUID.randomUUID();

    for (String path : List.of("evidence-drill-signals", "evidence-drill-schedule/versions")) {
      assertThat(
              EvidenceApi.as("AUDITOR", other)
                  .get("/v1/clients/" + other + "/" + path)
                  .<List<?>>path("items"))
          .isEmpty();
    }
  }

  @Test
  void holdsForWhatIsTheMspsOwnToo() {
    String msp = "/v1/msps/" + RoleGrants.MSP;
    String tag =
        EvidenceApi.technician(RoleGrants.MSP).get(msp + "/evidence-drill-schedule").header("ETag");

    Response set =
        EvidenceApi.technician(RoleGrants.MSP)
            .contentType("application/json")
            .header("If-Match", tag)
            .body(DrillApi.schedule("2090-01-01"))
            .put(msp + "/evidence-drill-schedule");

    assertThat(set.statusCode()).as(set.asString()).isEqualTo(200);
    assertThat(
            EvidenceApi.technician(RoleGrants.MSP)
                .get(msp + "/evidence-drill-schedule/versions")
                .<List<?>>path("items"))
        .isNotEmpty();
    EvidenceApi.technician(RoleGrants.MSP)
        .get(msp + "/evidence-drill-signals")
        .then()
        .statusCode(200);
  }

  @Test
  void opensToExactlyTheListedRoles() {
    Map<String, String> answers = new TreeMap<>();

    for (Role role : Role.values()) {
      String all =
          ""
              + EvidenceApi.as(role.name(), client)
                  .contentType("application/json")
                  .header("If-Match", "\"v9\"")
                  .body(DrillApi.schedule("2090-01-01"))
                  .put(schedule)
                  .statusCode();
      for (String path :
          List.of(schedule, schedule + "/versions", signals, "/v1/evidence-drill-key")) {
        all += " " + EvidenceApi.as(role.name(), client).get(path).statusCode();
      }
      answers.put(role.name(), all);
    }

    String none = "403 403 403 403 200";
    String reads = "403 200 200 200 200";
    assertThat(answers)
        .isEqualTo(
            Map.of(
                "PLATFORM_OPERATOR", none,
                "MSP_ADMIN", none,
                "MSP_TECHNICIAN", "412 200 200 200 200",
                "MSP_REVIEWER", reads,
                "CLIENT_EXECUTIVE", reads,
                "CONTROL_OWNER", none,
                "AUDITOR", reads,
                "INTEGRATION", reads,
                "BREAK_GLASS", reads));
  }
}
