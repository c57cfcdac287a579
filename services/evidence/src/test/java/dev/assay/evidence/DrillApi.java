package dev.assay.evidence;

import dev.assay.testing.stack.TestDatabase;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Calls about retrieval drills as a test makes them. */
final class DrillApi {

  private DrillApi() {}

  static String path(UUID client) {
    return "/v1/clients/" + client + "/evidence-drills";
  }

  static Response ask(UUID client, String body) {
    return EvidenceApi.technician(client)
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", EvidenceApi.newKey())
        .body(body)
        .post(path(client));
  }

  static String asked(UUID client, String body) {
    return ask(client, body).then().statusCode(201).extract().path("id");
  }

  static Response get(UUID client, String id) {
    return EvidenceApi.as("AUDITOR", client).get(path(client) + "/" + id);
  }

  /** Waits for the end, and until its document is sealed. */
  static Response ended(UUID client, String id) {
    EvidenceApi.await(
        "the drill has not ended: " + get(client, id).asString(),
        () -> get(client, id).path("result") != null);
    Response ended = get(client, id);
    EvidenceApi.awaitState(
        client, ended.path("result.evidenceId"), ended.path("result.fileId"), "SEALED");
    EvidenceApi.await("its work is still queued", () -> queued(id) == 0);
    return ended;
  }

  static Response run(UUID client, String body) {
    return ended(client, asked(client, body));
  }

  /** All of a list, read page by page. */
  static List<String> all(UUID client, String path, int limit, String field) {
    List<String> all = new ArrayList<>();
    @Nullable String cursor = null;
    do {
      Response page =
          EvidenceApi.as("AUDITOR", client)
              .get(path + "?limit=" + limit + (cursor == null ? "" : "&cursor=" + cursor));
      page.then().statusCode(200);
      all.addAll(page.<List<String>>path("items." + field));
      cursor = page.path("nextCursor");
    } while (cursor != null);
    return all;
  }

  static Response lines(UUID client, String id) {
    return EvidenceApi.as("AUDITOR", client).get(path(client) + "/" + id + "/lines?limit=200");
  }

  static String schedule(String firstOn) {
    return """
        {"active":true,"everyMonths":3,"sampleSize":25,"firstOn":"%s","daysToFinish":5,
         "reason":"Quarterly"}
        """
        .formatted(firstOn);
  }

  static Response setSchedule(UUID client, @Nullable String ifMatch, String body) {
    var request = EvidenceApi.technician(client).contentType(ContentType.JSON).body(body);
    if (ifMatch != null) {
      request.header("If-Match", ifMatch);
    }
    return request.put("/v1/clients/" + client + "/evidence-drill-schedule");
  }

  /** A file that is sealed, and its item. */
  static String[] sealedFile(UUID client, byte[] bytes) {
    String item = EvidenceApi.newItem(client);
    String file = EvidenceApi.uploadPatiently(client, item, bytes).path("id");
    EvidenceApi.awaitState(client, item, file, "SEALED");
    return new String[] {item, file};
  }

  static void execute(String sql) {
    try (var superuser = TestDatabase.superuser();
        var statement = superuser.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  static int count(String sql) {
    try (var superuser = TestDatabase.superuser();
        var row = superuser.createStatement().executeQuery(sql)) {
      row.next();
      return row.getInt(1);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** As if its lease had ended. */
  static void makeDue() {
    execute("update drill_work set due_at = now() where kind = 'DRILL'");
  }

  private static int queued(String id) {
    return count("select count(*) from drill_work where subject_id = '" + id + "'");
  }
}
