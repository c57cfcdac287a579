package dev.assay.evidence;

import static dev.assay.evidence.RequestApi.because;
import static dev.assay.evidence.RequestApi.requests;
import static dev.assay.evidence.RequestApi.series;
import static dev.assay.evidence.RequestApi.technician;
import static dev.assay.evidence.RequestApi.today;
import static dev.assay.evidence.RequestApi.writing;
import static dev.assay.evidence.TenantsStub.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.problem.Problems;
import dev.assay.testing.statement.SqlStatements;
import io.quarkus.scheduler.Scheduler;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EvidenceTest
class EvidenceSeriesResourceTest {

  private final Scheduler rounds;
  private final UUID client = UUID.randomUUID();

  EvidenceSeriesResourceTest(Scheduler rounds) {
    this.rounds = rounds;
  }

  static String monthly(LocalDate first) {
    return """
        {
          "controlId": "AM-04",
          "title": "User list",
          "asked": "All users with their roles.",
          "assigneePersonId": "%s",
          "rhythm": "MONTHLY",
          "firstFrom": "%s",
          "dueAfterDays": 10,
          "aheadDays": 10
        }
        """
        .formatted(OWNER, first);
  }

  private Response begin(String body) {
    return writing(technician(client), body).post(series(client));
  }

  private String begun(String body) {
    return begin(body).then().statusCode(201).extract().path("id");
  }

  private List<String> asked(int most) {
    EvidenceApi.await("not asked for", () -> periods().size() >= most);
    return periods();
  }

  private List<String> periods() {
    return technician(client).get(requests(client) + "?limit=200").path("items.periodFrom");
  }

  @Test
  void asksForWhatHasFallenDueOnceHoweverManyTry() {
    LocalDate first = today().withDayOfMonth(1).minusMonths(3);
    String id = begun(monthly(first));

    List<String> asked = asked(3);
    RequestApi.sql(
        "update request_work set due_at = now(), lease = null where subject_id = '" + id + "'");
    EvidenceApi.await(
        "the worker does not look again",
        () -> RequestApi.count(due(id, "due_at > now() + interval '1 minute'")) == 1);

    assertThat(periods()).isEqualTo(asked);
    assertThat(asked)
        .containsExactly(
            first.toString(), first.plusMonths(1).toString(), first.plusMonths(2).toString());
    Response one = technician(client).get(requests(client) + "?limit=1");
    assertThat(one.<String>path("items[0].seriesId")).isEqualTo(id);
    assertThat(one.<String>path("items[0].raisedBy")).isEqualTo("system:evidence-series");
    assertThat(one.<String>path("items[0].assigneePersonId")).isEqualTo(OWNER.toString());
    assertThat(one.<String>path("items[0].dueOn"))
        .isEqualTo(first.plusMonths(1).minusDays(1).plusDays(10).toString());
  }

  private static String due(String id, String condition) {
    return "select count(*) from request_work where subject_id = '%s' and %s"
        .formatted(id, condition);
  }

  @Test
  void aRequestOfASeriesIsAnsweredAndAcceptedLikeAnother() {
    begun(monthly(today().withDayOfMonth(1).minusMonths(1)));
    asked(1);
    String request = technician(client).get(requests(client)).path("items[0].id");
    String from = technician(client).get(requests(client)).path("items[0].periodFrom");
    String given =
        writing(
                RequestApi.owner(client),
                EvidenceApi.NEW_ITEM
                    .replace("2026-01-01", from)
                    .replace("2026-06-30", LocalDate.parse(from).plusDays(27).toString()))
            .post(EvidenceApi.items(client))
            .path("id");
    RequestApi.awaitSealed(
        client, given, RequestApi.upload(RequestApi.owner(client), client, given));

    RequestApi.submit(RequestApi.owner(client), client, request, 1, given).then().statusCode(200);
    RequestApi.step(technician(client), client, request, 2, "acceptance", "{}")
        .then()
        .statusCode(200);
  }

  @Test
  void asksNoMoreOnceItHasEnded() {
    LocalDate first = today().withDayOfMonth(1).minusMonths(1);
    String id = begun(monthly(first));
    asked(1);
    String end = "{\"lastDay\":\"%s\",\"reason\":\"The ERP goes.\"}".formatted(today());

    Response ended = writing(technician(client), end).post(series(client) + "/" + id + "/end");
    RequestApi.sql(
        "update request_work set due_at = now(), lease = null where subject_id = '" + id + "'");

    assertThat(ended.<String>path("end.reason")).isEqualTo("The ERP goes.");
    assertThat(upcoming(id, 5)).containsExactly(first.plusMonths(1).toString());
    EvidenceApi.nothingHalfDone(
        () ->
            Problems.expect(
                writing(technician(client), end).post(series(client) + "/" + id + "/end"),
                409,
                "series-has-ended"));
  }

  private List<String> upcoming(String id, int count) {
    return technician(client)
        .get(series(client) + "/" + id + "/upcoming?count=" + count)
        .then()
        .statusCode(200)
        .extract()
        .path("items.periodFrom");
  }

  @Test
  void followsTheDatesOfTheCaller() {
    LocalDate first = today().minusDays(100);
    String body =
        monthly(first)
            .replace("MONTHLY", "DATES")
            .replace(
                "\"firstFrom\": \"" + first + "\"",
                "\"periods\": [{\"periodFrom\":\"%s\",\"periodTo\":\"%s\"},"
                        .formatted(first, first.plusDays(90))
                    + "{\"periodFrom\":\"%s\",\"periodTo\":\"%s\"}]"
                        .formatted(first.plusDays(91), first.plusDays(188)));

    String id = begun(body);

    assertThat(asked(1)).containsExactly(first.toString());
    assertThat(upcoming(id, 5)).containsExactly(first.plusDays(91).toString());
    assertThat(
            technician(client)
                .get(series(client) + "/" + id)
                .<List<String>>path("periods.periodTo"))
        .containsExactly(first.plusDays(90).toString(), first.plusDays(188).toString());
  }

  @Test
  void showsWhatASeriesWouldAskFor() {
    LocalDate first = LocalDate.of(today().getYear(), 1, 31);

    Response preview =
        technician(client)
            .get(
                "/v1/clients/%s/evidence-series-preview?rhythm=MONTHLY&firstFrom=%s&count=3"
                    .formatted(client, first));

    assertThat(preview.<List<String>>path("items.periodFrom"))
        .containsExactly(
            first.toString(), first.plusMonths(1).toString(), first.plusMonths(2).toString());
    assertThat(preview.<String>path("timeZone")).isEqualTo("America/New_York");
    assertThat(periods()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"MONTHLY\" | \"DATES\" | /periods",
        "\"aheadDays\": 10 | \"aheadDays\": 367 | /aheadDays",
        "\"dueAfterDays\": 10 | \"dueAfterDays\": -1 | /dueAfterDays",
        "01900000-0000-7000-8000-0000000000c1 | 01900000-0000-7000-8000-0000000000ff |"
            + " /assigneePersonId"
      })
  void refusesASeriesThatBreaksARule(String good, String bad, String pointer) {
    EvidenceApi.nothingHalfDone(
        () ->
            Problems.expectFields(
                begin(monthly(today()).replace(good, bad)), "invalid-request", pointer));
  }

  @Test
  void refusesPeriodsThatOverlap() {
    LocalDate first = today();
    String body =
        monthly(first)
            .replace("MONTHLY", "DATES")
            .replace(
                "\"firstFrom\": \"" + first + "\"",
                "\"periods\": [{\"periodFrom\":\"%s\",\"periodTo\":\"%s\"},"
                        .formatted(first, first.plusDays(90))
                    + "{\"periodFrom\":\"%s\",\"periodTo\":\"%s\"}]"
                        .formatted(first.plusDays(90), first.plusDays(188)));

    EvidenceApi.nothingHalfDone(
        () -> Problems.expectFields(begin(body), "invalid-request", "/periods/1/periodFrom"));
  }

  @Test
  void answersForeignAndUnknownSeriesAlike() {
    String foreign =
        writing(technician(EvidenceApi.B), monthly(today())).post(series(EvidenceApi.B)).path("id");
    String unknown = UUID.randomUUID().toString();

    for (String rest : List.of("", "/upcoming")) {
      Problems.expectSame(
          technician(client).get(series(client) + "/" + foreign + rest),
          technician(client).get(series(client) + "/" + unknown + rest));
    }
    EvidenceApi.nothingHalfDone(
        () ->
            Problems.expect(
                writing(
                        technician(client),
                        "{\"lastDay\":\"2026-12-31\"," + because("x").substring(1))
                    .post(series(client) + "/" + foreign + "/end"),
                404,
                "not-found"));
  }

  @Test
  void showsAnOwnerTheirOwnSeriesAlone() {
    String own = begun(monthly(today()));
    begun(monthly(today()).replace(OWNER.toString(), TenantsStub.OTHER_OWNER.toString()));

    assertThat(RequestApi.owner(client).get(series(client)).<List<String>>path("items.id"))
        .containsExactly(own);
  }

  @Test
  void takesAFixedNumberOfStatements() {
    begun(monthly(today()));
    String id = begun(monthly(today()));
    RequestApi.whilePaused(
        rounds,
        () -> {
          SqlStatements.atMost(2, () -> technician(client).get(series(client)));
          SqlStatements.atMost(
              3, () -> technician(client).get(series(client) + "/" + id + "/upcoming"));
        });
  }
}
