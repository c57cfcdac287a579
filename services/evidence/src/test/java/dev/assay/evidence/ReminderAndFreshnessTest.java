package dev.assay.evidence;

import static dev.assay.evidence.RequestApi.newRequest;
import static dev.assay.evidence.RequestApi.owner;
import static dev.assay.evidence.RequestApi.raise;
import static dev.assay.evidence.RequestApi.technician;
import static dev.assay.evidence.RequestApi.today;
import static dev.assay.evidence.TenantsStub.OTHER_OWNER;
import static dev.assay.evidence.TenantsStub.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.page.ForgedCursor;
import dev.assay.testing.problem.Problems;
import dev.assay.testing.statement.SqlStatements;
import io.quarkus.scheduler.Scheduler;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rows that the workers write, and what is derived from rows alone. */
@EvidenceTest
class ReminderAndFreshnessTest {

  private final Scheduler rounds;
  private final UUID client = UUID.randomUUID();
  private final String reminders = "/v1/clients/" + client + "/evidence-reminders";
  private final String freshness = "/v1/clients/" + client + "/evidence-freshness";

  ReminderAndFreshnessTest(Scheduler rounds) {
    this.rounds = rounds;
  }

  @AfterEach
  void tenantsAnswersAgain() {
    TenantsStub.answer();
  }

  /** A request as if it had been raised long ago, due in this many days. */
  private String waiting(UUID assignee, int days) {
    String id =
        raise(client, newRequest(assignee, today().plusDays(days + 300)))
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    RequestApi.backdate(id, today().plusDays(days));
    return id;
  }

  private static void lookAgain(String request) {
    RequestApi.sql(
        """
        insert into request_work (msp_id, client_id, subject_id, kind, due_at)
        select msp_id, client_id, request_id, 'REMIND', now()
        from evidence_request_standing where request_id = '%s'
        on conflict (client_id, subject_id) do update set due_at = now(), lease = null
        """
            .formatted(request));
  }

  @Test
  void remindsEachAssigneeOnceADay() {
    String own = waiting(OWNER, -1);
    String others = waiting(OTHER_OWNER, -20);
    lookAgain(own);
    lookAgain(others);
    EvidenceApi.await("no reminders", () -> ids(technician(client).get(reminders)).size() == 2);
    lookAgain(own);
    EvidenceApi.awaitIdle();

    Response all = technician(client).get(reminders);

    assertThat(all.<List<String>>path("items.requestId")).containsExactlyInAnyOrder(own, others);
    assertThat(all.<List<String>>path("items.ruleSet")).containsOnly("evidence-reminder-1");
    Response mine = owner(client).get(reminders);
    assertThat(mine.<List<String>>path("items.requestId")).containsExactly(own);
    assertThat(mine.<String>path("items[0].assigneePersonId")).isEqualTo(OWNER.toString());
    assertThat(mine.<Integer>path("items[0].offsetDays")).isIn(0, 1);
  }

  @Test
  void remindsNobodyOfWhatWasGiven() {
    String request = waiting(OWNER, -1);
    RequestApi.submit(owner(client), client, request, 1, RequestApi.item(owner(client), client))
        .then()
        .statusCode(200);
    lookAgain(request);
    EvidenceApi.awaitIdle();

    assertThat(ids(technician(client).get(reminders))).isEmpty();
  }

  @Test
  void givesRemindersPageByPageAndSinceATime() {
    for (int i = 0; i < 3; i++) {
      lookAgain(waiting(OWNER, -2));
    }
    EvidenceApi.await("no reminders", () -> ids(technician(client).get(reminders)).size() == 3);

    Response page = technician(client).get(reminders + "?limit=2");
    String cursor = page.path("nextCursor");

    assertThat(ids(page)).hasSize(2);
    assertThat(ids(technician(client).get(reminders + "?limit=2&cursor=" + cursor))).hasSize(1);
    assertThat(ids(technician(client).get(reminders + "?since=" + Instant.now().plusSeconds(60))))
        .isEmpty();
    Problems.expect(technician(client).get(reminders + "?since=yesterday"), 400, "invalid-request");
    Problems.expect(
        technician(client).get(reminders + "?limit=2&cursor=" + ForgedCursor.of(cursor, "1")),
        400,
        "invalid-cursor");
    String ofMsp = "/v1/msps/" + RoleGrants.MSP + "/evidence-reminders";
    assertThat(ids(technician(client).get(ofMsp))).hasSize(3);
    assertThat(ids(technician(UUID.randomUUID()).get(ofMsp))).isEmpty();
  }

  private static List<String> ids(Response page) {
    return page.then().statusCode(200).extract().path("items.id");
  }

  private String sealed(String control, LocalDate from, LocalDate to) {
    String body =
        EvidenceApi.NEW_ITEM
            .replace("AM-04", control)
            .replace("2026-01-01", from.toString())
            .replace("2026-06-30", to.toString());
    String item = EvidenceApi.create(client, EvidenceApi.newKey(), body).path("id");
    String file = EvidenceApi.upload(client, item, EvidenceApi.bytes(9)).path("id");
    RequestApi.awaitSealed(client, item, file);
    return item;
  }

  @Test
  void flagsAControlWhosePeriodEndedWithNothingNewer() {
    LocalDate today = today();
    sealed("AM-04", today.minusDays(200), today.minusDays(100));
    String newest = sealed("AM-04", today.minusDays(90), today.minusDays(60));
    String current = sealed("CM-01", today.minusDays(90), today.minusDays(5));
    // Without a sealed file nothing is newer.
    EvidenceApi.create(
        client,
        EvidenceApi.newKey(),
        EvidenceApi.NEW_ITEM
            .replace("2026-01-01", today.minusDays(50).toString())
            .replace("2026-06-30", today.toString()));

    Response all = technician(client).get(freshness);

    assertThat(all.<List<String>>path("items.evidenceId")).containsExactly(newest, current);
    assertThat(all.<List<String>>path("items.state")).containsExactly("STALE", "CURRENT");
    // The answer itself holds all that it follows from.
    int grace = all.path("rule.graceDaysWithoutSeries");
    LocalDate coveredTo = LocalDate.parse(all.path("items[0].coveredTo"));
    assertThat(LocalDate.parse(all.path("items[0].staleFrom")))
        .isEqualTo(coveredTo.plusDays(grace).plusDays(1))
        .isBeforeOrEqualTo(LocalDate.parse(all.path("today")));
    assertThat(
            technician(client)
                .get(freshness + "?state=STALE")
                .<List<String>>path("items.controlId"))
        .containsExactly("AM-04");
  }

  @Test
  void judgesAControlByTheSeriesThatAsksAboutIt() {
    LocalDate today = today();
    sealed("AM-04", today.minusDays(90), today.minusDays(60));
    String body =
        """
        {"controlId":"AM-04","title":"User list","asked":"All users.","assigneePersonId":"%s",
         "rhythm":"ANNUAL","firstFrom":"%s","dueAfterDays":10,"aheadDays":0}
        """
            .formatted(OWNER, today.minusDays(30));
    RequestApi.writing(technician(client), body)
        .post(RequestApi.series(client))
        .then()
        .statusCode(201);

    Response all = technician(client).get(freshness);

    assertThat(all.<List<String>>path("items.state")).containsExactly("NOTHING_YET");
    assertThat(all.<String>path("items[0].nextDueOn"))
        .isEqualTo(today.minusDays(30).plusYears(1).minusDays(1).plusDays(10).toString());
  }

  @Test
  void leadsThroughFreshnessPageByPageInAFixedNumberOfStatements() {
    LocalDate today = today();
    sealed("AM-04", today.minusDays(90), today.minusDays(60));
    sealed("CM-01", today.minusDays(90), today.minusDays(60));

    Response page = technician(client).get(freshness + "?limit=1");
    Response next =
        technician(client).get(freshness + "?limit=1&cursor=" + page.<String>path("nextCursor"));

    assertThat(page.<List<String>>path("items.controlId")).containsExactly("AM-04");
    assertThat(next.<List<String>>path("items.controlId")).containsExactly("CM-01");
    RequestApi.whilePaused(
        rounds,
        () -> {
          SqlStatements.atMost(4, () -> technician(client).get(freshness));
          SqlStatements.atMost(2, () -> technician(client).get(reminders));
        });
  }

  @Test
  void saysNothingOfFreshnessWhileTenantsIsDead() {
    TenantsStub.fail();

    Problems.expect(technician(client).get(freshness), 503, "dependency-unavailable");
  }
}
