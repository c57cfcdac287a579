package dev.assay.evidence;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.assay.testing.stack.TestDatabase;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Retention as a test asks for it, and what tenants says of audits meanwhile. */
final class RetentionApi {

  static final String LONGER =
      """
      {"validFrom":"%s","evidenceClass":"AM","start":"AUDIT_CONCLUDED","years":12,
       "reason":"A covenant"}
      """;

  private RetentionApi() {}

  static Response explain(UUID client, String item) {
    return EvidenceApi.as("AUDITOR", client)
        .get(EvidenceApi.items(client) + "/" + item + "/retention");
  }

  static Response ends(UUID client) {
    return EvidenceApi.as("AUDITOR", client).get("/v1/clients/" + client + "/retention");
  }

  static String policies(UUID client) {
    return "/v1/clients/" + client + "/retention-policies";
  }

  static Response addPolicy(String role, UUID client, String body) {
    return EvidenceApi.as(role, client)
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", EvidenceApi.newKey())
        .body(body)
        .post(policies(client));
  }

  static Response longer(String role, UUID client) {
    return addPolicy(role, client, LONGER.formatted(RequestApi.today()));
  }

  /** From now on tenants says this of the client's year 2026. */
  static void audited(UUID client, @Nullable String concluded, @Nullable String again) {
    answer(
        client,
        okJson(
            """
            {"items":[
              {"label":"2026","kind":"FULL","start":"2026-01-01","end":"2026-12-31","days":365,
               "rule":{"kind":"FIXED_DAY","month":12,"day":31}%s%s},
              {"label":"2027","kind":"FULL","start":"2027-01-01","end":"2027-12-31","days":365,
               "rule":{"kind":"FIXED_DAY","month":12,"day":31}}],
             "nextCursor":null}
            """
                .formatted(
                    concluded == null ? "" : ",\"auditConcludedOn\":\"" + concluded + "\"",
                    again == null ? "" : ",\"reAuditedOn\":\"" + again + "\"")));
  }

  static void answer(UUID client, ResponseDefinitionBuilder answer) {
    TenantsStub.tenants()
        .register(
            get(urlPathEqualTo("/v1/clients/" + client + "/fiscal-years")).willReturn(answer));
  }

  static ResponseDefinitionBuilder broken() {
    return aResponse().withStatus(500);
  }

  static String sealed(UUID client, String item) {
    String file = EvidenceApi.upload(client, item, EvidenceApi.bytes(11)).path("id");
    EvidenceApi.awaitState(client, item, file, "SEALED");
    return file;
  }

  static boolean isIdle() {
    return count("lock_work where due_at <= now() or lease is not null") == 0;
  }

  static int count(String from) {
    try (var superuser = TestDatabase.superuser();
        var statement = superuser.createStatement();
        var row = statement.executeQuery("select count(*) from " + from)) {
      row.next();
      return row.getInt(1);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** The end of the lock as it is written down. */
  static Instant written(String file) {
    try (var superuser = TestDatabase.superuser();
        var statement = superuser.createStatement();
        var row =
            statement.executeQuery(
                "select max(locked_until) from evidence_lock where file_id = '" + file + "'")) {
      row.next();
      return row.getTimestamp(1) == null ? Instant.EPOCH : row.getTimestamp(1).toInstant();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  static void oneOfEachTable(UUID client) {
    longer("MSP_ADMIN", client).then().statusCode(201);
    try (var app = TestDatabase.inClient(RoleGrants.MSP, client);
        var statement = app.createStatement()) {
      statement.executeUpdate(
          """
          insert into known_audit (id, fiscal_year, year_start, year_end, learned_at)
          values (gen_random_uuid(), '1999', '1999-01-01', '1999-12-31', now())
          """);
      statement.executeUpdate(
          """
          insert into evidence_lock (file_id, number, previous_until, locked_until, needed_until,
                                     status, rule_set, at)
          select id, 1, retain_until, retain_until + interval '1 day', retain_until, 'DATED', 'x', now()
          from evidence_file_current where retain_until is not null order by id desc limit 1
          on conflict do nothing
          """);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
