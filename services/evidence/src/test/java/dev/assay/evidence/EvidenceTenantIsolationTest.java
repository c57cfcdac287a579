package dev.assay.evidence;

import static dev.assay.evidence.EvidenceApi.B;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.isolation.ClientsMove;
import dev.assay.testing.isolation.TenantIsolation;
import dev.assay.testing.isolation.TenantRows;
import dev.assay.testing.stack.TestDatabase;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EvidenceTest
class EvidenceTenantIsolationTest {

  @Test
  void keepsTenantsApartInEveryTable() {
    TenantIsolation.except(
            Map.of(
                "work",
                "workers look for work before they know whose it is; it holds ids only",
                "package_work",
                "as work",
                "request_work",
                "as work: ids and times only",
                "lock_work",
                "as work: ids and times only",
                "drill_work",
                "as work"))
        .appendOnly(
            "evidence",
            "evidence_file",
            "evidence_transition",
            "audit_package",
            "audit_package_bytes",
            "audit_package_step",
            "evidence_quota",
            "resumable_part",
            "evidence_series",
            "evidence_series_period",
            "evidence_series_end",
            "evidence_request",
            "evidence_request_terms",
            "evidence_request_transition",
            "evidence_request_item",
            "evidence_request_comment",
            "evidence_request_reminder",
            "legal_hold",
            "legal_hold_item",
            "legal_hold_release",
            "legal_hold_lifted",
            "known_audit",
            "evidence_lock",
            "retention_policy",
            "evidence_drill",
            "evidence_drill_draw",
            "evidence_drill_pick",
            "evidence_drill_check",
            "evidence_drill_result",
            "evidence_drill_schedule")
        .verify();
  }

  @Test
  void letsAllThatIsAClientsFollowItToAnotherMsp() {
    ClientsMove.everyTableFollowsBut(Map.of());
  }

  @ParameterizedTest
  @CsvSource({
    "work,file_id,'kind,'",
    "package_work,package_id,''",
    "drill_work,subject_id,'kind,'"
  })
  void holdsNothingButIdsAndTimesInTheQueuesWithoutTenantPolicy(
      String table, String id, String kind) throws SQLException {
    try (var superuser = TestDatabase.superuser();
        var row =
            superuser
                .createStatement()
                .executeQuery(
                    """
                    select string_agg(column_name, ',' order by ordinal_position)
                    from information_schema.columns where table_name = '%s'
                    """
                        .formatted(table))) {
      row.next();
      assertThat(row.getString(1))
          .isEqualTo("msp_id,client_id,%s,%sdue_at,lease,attempts".formatted(id, kind));
    }
  }

  @Test
  void holdsNothingButIdsAndTimesInTheAgendaWithoutTenantPolicy() throws SQLException {
    try (var superuser = TestDatabase.superuser();
        var row =
            superuser
                .createStatement()
                .executeQuery(
                    """
                    select string_agg(column_name, ',' order by ordinal_position)
                    from information_schema.columns where table_name = 'request_work'
                    """)) {
      row.next();
      assertThat(row.getString(1))
          .isEqualTo("msp_id,client_id,subject_id,kind,due_at,lease,attempts");
    }
  }

  @Test
  void holdsNothingButIdsAndTimesAmongTheLocksToBeLookedAt() throws SQLException {
    try (var superuser = TestDatabase.superuser();
        var row =
            superuser
                .createStatement()
                .executeQuery(
                    """
                    select string_agg(column_name, ',' order by ordinal_position)
                    from information_schema.columns where table_name = 'lock_work'
                    """)) {
      row.next();
      assertThat(row.getString(1))
          .isEqualTo("msp_id,client_id,file_id,due_at,lease,attempts,needed_until");
    }
  }

  @Test
  void givesNoOtherScopeAnyOfAClientsRows() {
    String item = EvidenceApi.newItem(B);
    EvidenceApi.upload(B, item, EvidenceApi.bytes(3)).then().statusCode(201);
    Packages.sealed(B, Packages.YEAR);
    RefusedUploadTest.setQuota(B, 1L << 40).then().statusCode(201);
    PartsApi.begin(B, item, EvidenceApi.bytes(3)).put(1).then().statusCode(200);
    LegalHoldApi.liftedOver(B, item);
    RequestApi.oneOfEachTable(B);
    RetentionApi.oneOfEachTable(B);
    DrillApi.run(B, "{\"sampleSize\":1}");
    DrillApi.setSchedule(B, "\"v0\"", DrillApi.schedule("2090-01-01")).then().statusCode(200);

    TenantRows.of(RoleGrants.MSP, B)
        .except(
            Map.of(
                "work", "no tenant's, see above",
                "package_work", "no tenant's, see above",
                "drill_work", "no tenant's, see above",
                "request_work", "no tenant's, see above",
                "lock_work", "no tenant's, see above",
                "upload_claim", "a row lives as long as its upload"))
        .verify();
  }
}
