package dev.assay.evidence;

import dev.assay.testing.stack.TestDatabase;
import io.quarkus.scheduler.Scheduler;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** Calls about requests for evidence, as different people make them. */
final class RequestApi {

  /** What the workers of series and reminders have in hand, or are about to take. */
  static final String BUSY =
      "select count(*) from request_work where lease is not null or due_at <= now()";

  private RequestApi() {}

  static RequestSpecification person(String role, UUID client, UUID person) {
    return EvidenceApi.as(role + "@" + client, person);
  }

  static RequestSpecification technician(UUID client) {
    return person("MSP_TECHNICIAN", client, TenantsStub.TECHNICIAN);
  }

  static RequestSpecification reviewer(UUID client) {
    return person("MSP_REVIEWER", client, TenantsStub.REVIEWER);
  }

  static RequestSpecification owner(UUID client) {
    return person("CONTROL_OWNER", client, TenantsStub.OWNER);
  }

  static RequestSpecification otherOwner(UUID client) {
    return person("CONTROL_OWNER", client, TenantsStub.OTHER_OWNER);
  }

  static String requests(UUID client) {
    return "/v1/clients/" + client + "/evidence-requests";
  }

  static String series(UUID client) {
    return "/v1/clients/" + client + "/evidence-series";
  }

  static LocalDate today() {
    return LocalDate.now(ZoneId.of(TenantsStub.ZONE));
  }

  static String newRequest(UUID assignee, LocalDate dueOn) {
    return """
        {
          "controlId": "AM-04",
          "title": "User list",
          "asked": "All users with their roles.",
          "periodFrom": "2026-01-01",
          "periodTo": "2026-06-30",
          "assigneePersonId": "%s",
          "dueOn": "%s"
        }
        """
        .formatted(assignee, dueOn);
  }

  static RequestSpecification writing(RequestSpecification who, String body) {
    return who.contentType(ContentType.JSON)
        .header("Idempotency-Key", EvidenceApi.newKey())
        .body(body);
  }

  static Response raise(UUID client, String body) {
    return writing(technician(client), body).post(requests(client));
  }

  static String raised(UUID client, UUID assignee) {
    return raise(client, newRequest(assignee, today().plusDays(3)))
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  static Response step(
      RequestSpecification who,
      UUID client,
      String request,
      long version,
      String step,
      String body) {
    return writing(who, body)
        .header("If-Match", "\"v" + version + "\"")
        .post(requests(client) + "/" + request + "/" + step);
  }

  static Response submit(
      RequestSpecification who, UUID client, String request, long version, String... evidence) {
    String ids = evidence.length == 0 ? "" : "\"" + String.join("\",\"", evidence) + "\"";
    return step(who, client, request, version, "submission", "{\"evidenceIds\":[" + ids + "]}");
  }

  static String because(String reason) {
    return "{\"reason\":\"" + reason + "\"}";
  }

  /** An item that this person enters, with a sealed file when asked for. */
  static String item(RequestSpecification who, UUID client) {
    return writing(who, EvidenceApi.NEW_ITEM)
        .post(EvidenceApi.items(client))
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  static String upload(RequestSpecification who, UUID client, String item) {
    return who.contentType("application/octet-stream")
        .queryParam("name", "users.csv")
        .header("Idempotency-Key", EvidenceApi.newKey())
        .body(EvidenceApi.bytes(7))
        .post(EvidenceApi.files(client, item))
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  static void awaitSealed(UUID client, String item, String file) {
    EvidenceApi.awaitState(client, item, file, "SEALED");
  }

  /** Leaves a row of the client in each table of requests and series. */
  static void oneOfEachTable(UUID client) {
    String request = raised(client, TenantsStub.OWNER);
    submit(owner(client), client, request, 1, item(owner(client), client)).then().statusCode(200);
    writing(owner(client), "{\"text\":\"Here it is.\"}")
        .post(requests(client) + "/" + request + "/comments")
        .then()
        .statusCode(201);
    String body =
        """
        {"controlId":"AM-04","title":"User list","asked":"All users.","assigneePersonId":"%s",
         "rhythm":"DATES","dueAfterDays":10,"aheadDays":0,
         "periods":[{"periodFrom":"%s","periodTo":"%s"}]}
        """
            .formatted(TenantsStub.OWNER, today(), today().plusDays(90));
    String begun =
        writing(technician(client), body)
            .post(series(client))
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    writing(
            technician(client),
            "{\"lastDay\":\"%s\",\"reason\":\"The ERP goes.\"}".formatted(today()))
        .post(series(client) + "/" + begun + "/end")
        .then()
        .statusCode(200);
    // A reminder falls due in the course of days; here the worker's own statement would wait.
    sql(
        """
        insert into evidence_request_reminder (msp_id, client_id, id, request_id, terms,
          assignee_person_id, due_on, offset_days, rule_set, at)
        select msp_id, client_id, gen_random_uuid(), request_id, terms, assignee_person_id, due_on,
               -7, 'evidence-reminder-1', now()
        from evidence_request_standing where request_id = '%s'
        """
            .formatted(request));
  }

  /** Lets a request's due day be over; nothing of the service could. */
  static void makeOverdue(String request) {
    sql(
        "update evidence_request_standing set due_until = now() - interval '1 second'"
            + " where request_id = '"
            + request
            + "'");
  }

  /** Makes a request one that was raised a year ago, due on a day that nobody may name today. */
  static void backdate(String request, LocalDate dueOn) {
    sql(
        """
        set session_replication_role = replica;
        update evidence_request_terms set due_on = '%s', set_at = now() - interval '1 year'
        where request_id = '%s';
        update evidence_request_standing set due_on = '%s' where request_id = '%s';
        """
            .formatted(dueOn, request, dueOn, request));
  }

  static void sql(String statement) {
    try (var superuser = TestDatabase.superuser();
        var change = superuser.createStatement()) {
      change.execute(statement);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** Counts statements while no worker looks for work: a round that has begun comes to its end. */
  static void whilePaused(Scheduler rounds, Runnable work) {
    EvidenceApi.awaitIdle();
    rounds.pause();
    try {
      LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
      work.run();
    } finally {
      rounds.resume();
    }
  }

  static int count(String sql) {
    try (var superuser = TestDatabase.superuser();
        var statement = superuser.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getInt(1);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
