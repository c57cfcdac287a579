package dev.assay.evidence;

import static dev.assay.evidence.EvidenceApi.B;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.isolation.TenantIsolation;
import dev.assay.testing.isolation.TenantRows;
import dev.assay.testing.stack.TestDatabase;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

@EvidenceTest
class EvidenceTenantIsolationTest {

  @Test
  void keepsTenantsApartInEveryTable() {
    TenantIsolation.except(
            Map.of(
                "work", "workers look for work before they know whose it is; it holds ids only",
                "request_work", "as work: ids and times only"))
        .appendOnly(
            "evidence",
            "evidence_file",
            "evidence_transition",
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
            "legal_hold_lifted")
        .verify();
  }

  @Test
  void holdsNothingButIdsAndTimesInTheQueueWithoutTenantPolicy() throws SQLException {
    try (var superuser = TestDatabase.superuser();
        var row =
            superuser
                .createStatement()
                .executeQuery(
                    """
                    select string_agg(column_name, ',' order by ordinal_position)
                    from information_schema.columns where table_name = 'work'
                    """)) {
      row.next();
      assertThat(row.getString(1)).isEqualTo("msp_id,client_id,file_id,kind,due_at,lease,attempts");
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
  void givesNoOtherScopeAnyOfAClientsRows() {
    String item = EvidenceApi.newItem(B);
    EvidenceApi.upload(B, item, EvidenceApi.bytes(3)).then().statusCode(201);
    LegalHoldApi.liftedOver(B, item);
    RequestApi.oneOfEachTable(B);

    TenantRows.of(RoleGrants.MSP, B)
        .except(
            Map.of(
                "work", "no tenant's, see above",
                "request_work", "no tenant's, see above",
                "upload_claim", "a row lives as long as its upload"))
        .verify();
  }
}
