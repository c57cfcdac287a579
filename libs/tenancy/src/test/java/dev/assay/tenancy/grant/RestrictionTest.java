package dev.assay.tenancy.grant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.assay.tenancy.permission.Permission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestrictionTest {

  private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

  private static final String GRANT =
      """
      {"personId":"019aaf1e-7c00-7000-8000-000000000003",
       "mspId":"019aaf1e-7c00-7000-8000-000000000001","clientId":null,
       "roles":["MSP_TECHNICIAN"],"allClients":false,"clientIds":[],"validUntil":null%s}
      """;

  @ParameterizedTest
  @CsvSource({
    "EVIDENCE_READ,    true,  true,  false",
    "CLIENT_LIST,      true,  true,  false",
    "EVIDENCE_UPLOAD,  false, false, false",
    "CONTROL_CONCLUDE, false, false, false",
    "CONTROL_REVIEW,   false, false, false",
    "SYSTEM_WRITE,     false, false, false",
    "CLIENT_UPDATE,    false, false, false",
    "CLIENT_CREATE,    false, false, false",
    "GRANT_WRITE,      true,  false, false",
    "GRANT_APPROVE,    true,  false, false",
    "PERSON_WRITE,     true,  false, false",
    "CLIENT_LIFECYCLE, true,  true,  false",
    "SIGNED_IN,        true,  true,  true"
  })
  void leaves(Permission permission, boolean noWork, boolean readOnly, boolean nothing) {
    assertThat(Restriction.NO_WORK.leaves(permission)).isEqualTo(noWork);
    assertThat(Restriction.READ_ONLY.leaves(permission)).isEqualTo(readOnly);
    assertThat(Restriction.NOTHING.leaves(permission)).isEqualTo(nothing);
  }

  /** Each is stricter than the one before it: services compare them so. */
  @Test
  void goesFromMildToStrict() {
    for (Permission permission : Permission.values()) {
      if (Restriction.NOTHING.leaves(permission)) {
        assertThat(Restriction.READ_ONLY.leaves(permission)).as(permission.name()).isTrue();
      }
      if (Restriction.READ_ONLY.leaves(permission)) {
        assertThat(Restriction.NO_WORK.leaves(permission)).as(permission.name()).isTrue();
      }
    }
    assertThat(Restriction.values())
        .containsExactly(Restriction.NO_WORK, Restriction.READ_ONLY, Restriction.NOTHING);
  }

  @Test
  void anAnswerOfAReleaseThatKnowsNoRestrictionsRestrictsNothing() throws Exception {
    var grant = JSON.readValue(GRANT.formatted(""), EffectiveGrant.class);

    assertThat(grant.restriction()).isNull();
    assertThat(grant.allows(Permission.EVIDENCE_UPLOAD)).isTrue();
    assertThat(grant.allows(Permission.CONTROL_REVIEW)).isFalse();
    assertThat(JSON.writeValueAsString(grant)).doesNotContain("restriction");
  }

  @Test
  void aRestrictionThatIsNotKnownYetForbidsAll() throws Exception {
    var grant =
        JSON.readValue(GRANT.formatted(",\"restriction\":\"OF_THE_FUTURE\""), EffectiveGrant.class);

    assertThat(grant.restriction()).isEqualTo(Restriction.NOTHING);
    assertThat(grant.allows(Permission.EVIDENCE_READ)).isFalse();
  }
}
