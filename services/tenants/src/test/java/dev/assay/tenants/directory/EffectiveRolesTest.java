package dev.assay.tenants.directory;

import static dev.assay.tenancy.scope.TenantScope.PLATFORM_ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.tenancy.grant.EffectiveGrant;
import dev.assay.tenancy.grant.GrantPlace;
import dev.assay.tenancy.grant.Restriction;
import dev.assay.tenancy.permission.Role;
import dev.assay.tenants.client.ClientStatus;
import dev.assay.tenants.msp.MspStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EffectiveRolesTest {

  private static final UUID MSP = new UUID(1, 1);
  private static final UUID CLIENT = new UUID(2, 1);
  private static final UUID SIBLING = new UUID(2, 2);
  private static final UUID PERSON = new UUID(3, 1);
  private static final PlaceState OPEN = new PlaceState(MspStatus.ACTIVE, ClientStatus.ACTIVE);

  /** A single grant, where it stands, and whether it reaches each place. */
  @ParameterizedTest
  @CsvSource({
    "PLATFORM_OPERATOR, platform, true,  true,  true",
    "MSP_ADMIN,         msp,      false, true,  true",
    "MSP_TECHNICIAN,    msp,      false, true,  false",
    "MSP_REVIEWER,      msp,      false, true,  false",
    "MSP_TECHNICIAN,    client,   false, true,  true",
    "MSP_REVIEWER,      client,   false, true,  true",
    "INTEGRATION,       client,   false, true,  true",
    "CLIENT_EXECUTIVE,  client,   false, false, true",
    "CONTROL_OWNER,     client,   false, false, true",
    "AUDITOR,           client,   false, false, true",
    "MSP_TECHNICIAN,    sibling,  false, true,  false",
    "AUDITOR,           sibling,  false, false, false"
  })
  void aGrantReaches(Role role, String stands, boolean platform, boolean msp, boolean client) {
    assertThat(at(new GrantPlace.OfPlatform(), role, stands).isPresent()).isEqualTo(platform);
    assertThat(at(new GrantPlace.OfMsp(MSP), role, stands).isPresent()).isEqualTo(msp);
    assertThat(at(new GrantPlace.OfClient(CLIENT), role, stands).isPresent()).isEqualTo(client);
  }

  @Test
  void whoeverOperatesThePlatformIsNothingElse() {
    var both =
        List.of(
            grant(Role.PLATFORM_OPERATOR, PLATFORM_ID, null, null),
            grant(Role.MSP_ADMIN, MSP, null, null));

    var effective = EffectiveRoles.of(new GrantPlace.OfClient(CLIENT), OPEN, both).orElseThrow();

    assertThat(effective.roles()).containsExactly(Role.PLATFORM_OPERATOR);
    assertThat(effective.allClients()).isFalse();
    assertThat(effective.mspId()).isEqualTo(MSP);
  }

  @Test
  void rolesAddUpAndTheFirstEndCounts() {
    Instant soon = Instant.parse("2027-01-01T00:00:00Z");
    Instant later = Instant.parse("2028-01-01T00:00:00Z");
    var grants =
        List.of(
            grant(Role.MSP_TECHNICIAN, MSP, CLIENT, later),
            grant(Role.MSP_REVIEWER, MSP, SIBLING, soon),
            grant(Role.MSP_TECHNICIAN, MSP, null, null));

    var effective = EffectiveRoles.of(new GrantPlace.OfMsp(MSP), OPEN, grants).orElseThrow();

    assertThat(effective)
        .isEqualTo(
            new EffectiveGrant(
                PERSON,
                MSP,
                null,
                java.util.Set.of(Role.MSP_TECHNICIAN, Role.MSP_REVIEWER),
                false,
                java.util.Set.of(CLIENT, SIBLING),
                soon));
  }

  @Test
  void anAdminReachesAllClients() {
    var grants = List.of(grant(Role.MSP_ADMIN, MSP, null, null));

    var effective = EffectiveRoles.of(new GrantPlace.OfMsp(MSP), OPEN, grants).orElseThrow();

    assertThat(effective.allClients()).isTrue();
  }

  @Test
  void brokenGlassLetsAnOperatorReadAtThatClientUntilItEnds() {
    Instant end = Instant.parse("2026-11-23T14:00:00Z");
    var grants =
        List.of(
            grant(Role.PLATFORM_OPERATOR, PLATFORM_ID, null, null),
            grant(Role.BREAK_GLASS, MSP, CLIENT, end));

    var there = EffectiveRoles.of(new GrantPlace.OfClient(CLIENT), OPEN, grants).orElseThrow();

    assertThat(there.roles()).containsExactlyInAnyOrder(Role.PLATFORM_OPERATOR, Role.BREAK_GLASS);
    assertThat(there.validUntil()).isEqualTo(end);
    for (GrantPlace elsewhere :
        List.of(
            new GrantPlace.OfClient(SIBLING),
            new GrantPlace.OfMsp(MSP),
            new GrantPlace.OfPlatform())) {
      assertThat(EffectiveRoles.of(elsewhere, OPEN, grants).orElseThrow().roles())
          .containsExactly(Role.PLATFORM_OPERATOR);
    }
  }

  @Test
  void brokenGlassIsNothingToWhoeverIsNoLongerAnOperator() {
    var alone = List.of(grant(Role.BREAK_GLASS, MSP, CLIENT, Instant.MAX));
    var demoted =
        List.of(
            grant(Role.BREAK_GLASS, MSP, CLIENT, Instant.MAX),
            grant(Role.MSP_TECHNICIAN, MSP, CLIENT, null));

    assertThat(EffectiveRoles.of(new GrantPlace.OfClient(CLIENT), OPEN, alone)).isEmpty();
    assertThat(
            EffectiveRoles.of(new GrantPlace.OfClient(CLIENT), OPEN, demoted).orElseThrow().roles())
        .containsExactly(Role.MSP_TECHNICIAN);
  }

  @ParameterizedTest
  @CsvSource({
    "ACTIVE,    ACTIVE,      ",
    "ACTIVE,    ONBOARDING,  ",
    "ACTIVE,    SUSPENDED,   READ_ONLY",
    "ACTIVE,    CLOSED,      NO_WORK",
    "SUSPENDED, CLOSED,      READ_ONLY",
    "ACTIVE,    ,            "
  })
  void theStricterStateRestrictsEverybodyButOperators(
      MspStatus msp, ClientStatus client, Restriction restriction) {
    var state = new PlaceState(msp, client);
    var place = new GrantPlace.OfClient(CLIENT);
    var admin = List.of(grant(Role.MSP_ADMIN, MSP, null, null));
    var operator = List.of(grant(Role.PLATFORM_OPERATOR, PLATFORM_ID, null, null));

    assertThat(EffectiveRoles.of(place, state, admin).orElseThrow().restriction())
        .isEqualTo(restriction);
    assertThat(EffectiveRoles.of(place, state, operator).orElseThrow().restriction()).isNull();
  }

  private static Optional<EffectiveGrant> at(GrantPlace place, Role role, String stands) {
    return EffectiveRoles.of(
        place,
        OPEN,
        switch (stands) {
          case "platform" -> List.of(grant(role, PLATFORM_ID, null, null));
          case "msp" -> List.of(grant(role, MSP, null, null));
          case "client" -> List.of(grant(role, MSP, CLIENT, null));
          default -> List.of(grant(role, MSP, SIBLING, null));
        });
  }

  private static GrantInForce grant(Role role, UUID msp, UUID client, Instant until) {
    return new GrantInForce(MSP, null, msp, client, PERSON, role, until);
  }
}
