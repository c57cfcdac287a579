package dev.assay.tenants.escalation;

import static dev.assay.tenants.escalation.Somebody.ADMIN;
import static dev.assay.tenants.escalation.Somebody.EXECUTIVE;
import static dev.assay.tenants.escalation.Somebody.OPERATOR;
import static dev.assay.tenants.escalation.Somebody.OTHER_PUPPET;
import static dev.assay.tenants.escalation.Somebody.PUPPET;
import static dev.assay.tenants.escalation.Somebody.SECOND_ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Role;
import dev.assay.tenancy.permission.Role.Side;
import dev.assay.tenancy.permission.RolePermissions;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An admin can neither mint an executive nor raise themselves by any sequence of up to four calls,
 * their own and those of whoever they put in place. What an admin may give to others (technicians,
 * reviewers, further admins, owners, integrations) is no escalation: giving it is their work.
 */
class EscalationSearchTest {

  static final int MOST_CALLS = 4;

  /** Roles that an admin alone can never bring into force. */
  private static final Set<Role> BEYOND =
      EnumSet.of(Role.CLIENT_EXECUTIVE, Role.AUDITOR, Role.PLATFORM_OPERATOR, Role.BREAK_GLASS);

  static final Set<Somebody> CONTROLLED =
      EnumSet.allOf(Somebody.class).stream()
          .filter(somebody -> somebody.controlled)
          .collect(Collectors.toCollection(() -> EnumSet.noneOf(Somebody.class)));

  /** Where an attack may begin. */
  static Map<String, State> beginnings() {
    State msp =
        State.of(
            given(OPERATOR, Side.PLATFORM, Role.PLATFORM_OPERATOR, Place.PLATFORM, OPERATOR),
            given(ADMIN, Side.MSP, Role.MSP_ADMIN, Place.MSP, OPERATOR));
    Given executive =
        given(EXECUTIVE, Side.CLIENT, Role.CLIENT_EXECUTIVE, Place.CLIENT, SECOND_ADMIN)
            .approvedBy(OPERATOR);
    Map<String, State> beginnings = new LinkedHashMap<>();
    beginnings.put("a client with nobody in it", msp);
    beginnings.put("a client with an executive", msp.with(executive));
    beginnings.put(
        "an MSP with a second admin",
        msp.with(executive)
            .with(given(SECOND_ADMIN, Side.MSP, Role.MSP_ADMIN, Place.MSP, OPERATOR)));
    beginnings.put(
        "a first executive who waits, made by another admin",
        msp.with(given(PUPPET, Side.CLIENT, Role.CLIENT_EXECUTIVE, Place.CLIENT, SECOND_ADMIN)));
    beginnings.put(
        "an auditor and an executive who wait",
        msp.with(executive)
            .with(given(PUPPET, Side.CLIENT, Role.AUDITOR, Place.CLIENT, SECOND_ADMIN))
            .with(
                given(
                    OTHER_PUPPET, Side.CLIENT, Role.CLIENT_EXECUTIVE, Place.CLIENT, SECOND_ADMIN)));
    return beginnings;
  }

  static Stream<String> names() {
    return beginnings().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  @Timeout(20)
  void nobodyUnderAnAdminsControlGetsBeyondWhatAdminsGive(String beginning) {
    State from = beginnings().get(beginning);
    var search = new Search(new Model());

    assertThat(search.find(from, CONTROLLED, MOST_CALLS, EscalationSearchTest::beyond)).isEmpty();

    assertThat(search.states()).isGreaterThan(1000);
  }

  @ParameterizedTest
  @MethodSource("names")
  @Timeout(20)
  void noCallOfAnAdminsGivesThemselvesAnything(String beginning) {
    State from = beginnings().get(beginning);

    assertThat(new Search(new Model()).find(from, EnumSet.of(ADMIN), MOST_CALLS, raisedSince(from)))
        .isEmpty();
  }

  @Test
  void findsAnAdminWhoApproves() {
    var broken =
        new Model() {
          @Override
          boolean mayApprove(State state, Somebody by, Given given) {
            return given.granter() != by
                && given.holder() != by
                && !given.revoked()
                && state.rolesOf(by, Place.CLIENT).contains(Role.MSP_ADMIN);
          }

          @Override
          java.util.Optional<State> after(State state, Call call) {
            return call instanceof Call.Approve(Somebody by, Given given)
                    && mayApprove(state, by, given)
                ? java.util.Optional.of(state.changed(given, given.approvedBy(by)))
                : super.after(state, call);
          }
        };

    var path =
        new Search(broken)
            .find(
                beginnings().get("a client with nobody in it"),
                CONTROLLED,
                MOST_CALLS,
                EscalationSearchTest::beyond);

    assertThat(path.orElseThrow().calls()).hasSize(3);
  }

  @Test
  void findsAnAdminWhoGrantsThemselves() {
    State from = beginnings().get("a client with an executive");
    var broken =
        new Model() {
          @Override
          boolean mayGrant(State state, Call.Grant call) {
            return call.holder() == ADMIN
                ? call.role() == Role.MSP_TECHNICIAN
                : super.mayGrant(state, call);
          }
        };

    var path = new Search(broken).find(from, EnumSet.of(ADMIN), MOST_CALLS, raisedSince(from));

    assertThat(path.orElseThrow().calls()).hasSize(1);
  }

  @Test
  void findsSomebodyOnBothSides() {
    var broken =
        new Model() {
          @Override
          boolean staysOnOneSide(State state, Somebody holder, Role role) {
            return true;
          }
        };

    var path =
        new Search(broken)
            .find(
                beginnings().get("a client with nobody in it"),
                CONTROLLED,
                MOST_CALLS,
                EscalationSearchTest::beyond);

    assertThat(path.orElseThrow().calls()).hasSize(2);
  }

  /** Somebody whom the admin controls holds what no admin gives, or works for both sides. */
  private static boolean beyond(State state) {
    for (Somebody somebody : CONTROLLED) {
      Set<Role> everywhere = EnumSet.noneOf(Role.class);
      for (Place place : Place.values()) {
        everywhere.addAll(state.rolesOf(somebody, place));
      }
      Set<Side> sides = everywhere.stream().map(Role::side).collect(Collectors.toSet());
      if (everywhere.stream().anyMatch(BEYOND::contains)
          || sides.containsAll(Set.of(Side.MSP, Side.CLIENT))) {
        return true;
      }
    }
    return false;
  }

  /** The admin may do something, somewhere, that they could not before. */
  private static Predicate<State> raisedSince(State before) {
    return after -> {
      for (Place place : Place.values()) {
        if (!permissions(before, place).containsAll(permissions(after, place))) {
          return true;
        }
      }
      return false;
    };
  }

  private static Set<Permission> permissions(State state, Place place) {
    return state.rolesOf(ADMIN, place).stream()
        .flatMap(role -> RolePermissions.of(role).stream())
        .collect(Collectors.toSet());
  }

  static Given given(Somebody holder, Side side, Role role, Place place, Somebody granter) {
    return new Given(holder, side, role, place, granter, null, false);
  }
}
