package dev.assay.tenancy.grant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Role;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Releases of different ages read each other's answers, and a doubt never widens access. */
class EffectiveGrantTest {

  private static final String OF_AN_OLDER_RELEASE =
      """
      {"personId":"019aaf1e-7c00-7000-8000-000000000003",
       "mspId":"019aaf1e-7c00-7000-8000-000000000001",
       "clientId":"019aaf1e-7c00-7000-8000-000000000002",
       "roles":["MSP_TECHNICIAN"],"allClients":false,"clientIds":[],"validUntil":null}
      """;

  private final JsonMapper json = JsonMapper.builder().addModule(new JavaTimeModule()).build();

  @Test
  void anAnswerWithoutARestrictionRestrictsNothing() throws Exception {
    var read = json.readValue(OF_AN_OLDER_RELEASE, EffectiveGrant.class);

    assertThat(read.restriction()).isNull();
    assertThat(read.allows(Permission.EVIDENCE_UPLOAD)).isTrue();
    assertThat(json.readTree(json.writeValueAsString(read)))
        .isEqualTo(json.readTree(OF_AN_OLDER_RELEASE));
  }

  @Test
  void aRoleOfANewerReleaseGivesNothing() throws Exception {
    var read =
        json.readValue(
            OF_AN_OLDER_RELEASE.replace("[\"MSP_TECHNICIAN\"]", "[\"AUDITOR\",\"ARCHDEACON\"]"),
            EffectiveGrant.class);

    assertThat(read.roles()).containsExactly(Role.AUDITOR);
  }

  @Test
  void aRestrictionOfANewerReleaseForbidsEverything() throws Exception {
    var read =
        json.readValue(
            OF_AN_OLDER_RELEASE.replace("null}", "null,\"restriction\":\"ON_TUESDAYS\"}"),
            EffectiveGrant.class);

    assertThat(read.allows(Permission.CLIENT_READ)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Permission.class)
  void readOnlyLeavesReadingSteeringAndTakingAway(Permission permission) {
    boolean leaves =
        permission == Permission.SIGNED_IN
            || permission.name().matches("\\w+_(READ|LIST|EXPORT|LIFECYCLE)")
            || Set.of(
                    Permission.CLIENT_TRANSFER,
                    Permission.TRANSFER_APPROVE,
                    Permission.GRANT_REVOKE,
                    Permission.BREAK_GLASS_END,
                    Permission.BREAK_GLASS_ACKNOWLEDGE)
                .contains(permission);

    assertThat(Restriction.READ_ONLY.leaves(permission)).isEqualTo(leaves);
  }

  @Test
  void aRestrictionTakesAndNeverGives() {
    for (Role role : Role.values()) {
      for (Permission permission : Permission.values()) {
        if (!of(role, null).allows(permission)) {
          assertThat(of(role, Restriction.READ_ONLY).allows(permission)).isFalse();
        }
        assertThat(of(role, Restriction.NOTHING).allows(permission))
            .isEqualTo(permission == Permission.SIGNED_IN);
      }
    }
  }

  private static EffectiveGrant of(Role role, @Nullable Restriction restriction) {
    UUID id = new UUID(1, 1);
    return new EffectiveGrant(id, id, id, Set.of(role), false, Set.of(), null, restriction, null);
  }
}
