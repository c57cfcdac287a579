package dev.assay.evidence;

import static dev.assay.evidence.EvidenceApi.A;
import static dev.assay.evidence.EvidenceApi.B;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.isolation.ClientsMove;
import dev.assay.testing.isolation.TenantIsolation;
import dev.assay.testing.stack.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@EvidenceTest
class EvidenceTenantIsolationTest {

  @Test
  void keepsTenantsApartInEveryTable() {
    TenantIsolation.except(
            Map.of("work", "workers look for work before they know whose it is; it holds ids only"))
        .verify();
  }

  @Test
  void letsAllThatIsAClientsFollowItToAnotherMsp() {
    ClientsMove.everyTableFollowsBut(Map.of());
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
  void showsAClientsRowsToNobodyElse() throws SQLException {
    String item = EvidenceApi.newItem(B);
    EvidenceApi.upload(B, item, EvidenceApi.bytes(3)).then().statusCode(201);

    try (var app = TestDatabase.inClient(RoleGrants.MSP, A);
        var statement = app.createStatement()) {
      for (String table :
          List.of(
              "evidence",
              "evidence_file",
              "evidence_transition",
              "evidence_file_current",
              "upload_claim")) {
        try (var row =
            statement.executeQuery(
                "select count(*) from " + table + " where client_id = '" + B + "'")) {
          row.next();
          assertThat(row.getInt(1)).as(table).isZero();
        }
      }
    }
  }
}
