package dev.assay.tenants.escalation;

import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Role;
import dev.assay.tenancy.permission.Role.Side;
import dev.assay.tenancy.permission.RolePermissions;
import dev.assay.tenants.grant.GrantModel;
import dev.assay.tenants.person.Person;
import dev.assay.tenants.review.ReviewModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What each call would do, by the service's own decision functions: the permissions of roles, the
 * verdicts on grants and reviews, the reach of grants, and the constraint on independence.
 */
class Model {

  /**
   * Every call that one of these people could try, whether or not it will be refused; whoever has
   * no role anywhere is refused everything.
   */
  List<Call> calls(State state, Set<Somebody> actors) {
    List<Call> calls = new ArrayList<>();
    for (Somebody by : actors) {
      if (Arrays.stream(Place.values()).allMatch(place -> state.rolesOf(by, place).isEmpty())) {
        continue;
      }
      for (Somebody holder : EnumSet.allOf(Somebody.class)) {
        if (holder.controlled) {
          grants(by, holder, calls);
        }
      }
      for (Given given : state.grants()) {
        calls.add(new Call.Extend(by, given));
        calls.add(new Call.Approve(by, given));
        calls.add(new Call.Revoke(by, given));
        calls.add(new Call.ReviewAway(by, given));
      }
      calls.add(new Call.BreakGlass(by));
    }
    return calls;
  }

  /** People of the admin's are known at the MSP and at the client; an account at the MSP alone. */
  private static void grants(Somebody by, Somebody holder, List<Call> calls) {
    for (Role role : Role.values()) {
      for (Place place : Place.values()) {
        if (place != Place.PLATFORM) {
          calls.add(new Call.Grant(by, holder, Side.MSP, role, place));
        }
        if (place == Place.CLIENT && holder != Somebody.ACCOUNT) {
          calls.add(new Call.Grant(by, holder, Side.CLIENT, role, place));
        }
      }
    }
  }

  /** The state after the call; empty when it is refused. */
  Optional<State> after(State state, Call call) {
    return switch (call) {
      case Call.Grant grant -> grant(state, grant);
      case Call.Extend extend -> extend(state, extend);
      case Call.Approve approve -> approve(state, approve);
      case Call.Revoke(Somebody by, Given given) ->
          may(state, by, given.place(), Permission.GRANT_REVOKE) && mayRevoke(state, by, given)
              ? Optional.of(state.changed(given, given.taken()))
              : Optional.empty();
      case Call.ReviewAway(Somebody by, Given given) ->
          given.inForce()
                  && may(state, by, given.place(), Permission.ACCESS_REVIEW_OPEN)
                  && may(state, by, given.place(), Permission.ACCESS_REVIEW_DECIDE)
                  && mayDecide(state, by, given)
              ? Optional.of(state.changed(given, given.taken()))
              : Optional.empty();
      case Call.BreakGlass(Somebody by) ->
          may(state, by, Place.CLIENT, Permission.BREAK_GLASS_OPEN)
              ? Optional.of(state.brokenBy(by))
              : Optional.empty();
    };
  }

  private Optional<State> grant(State state, Call.Grant call) {
    if (!may(state, call.by(), call.place(), Permission.GRANT_WRITE)
        || !mayGrant(state, call)
        || !staysOnOneSide(state, call.holder(), call.role())) {
      return Optional.empty();
    }
    return Optional.of(
        state.with(
            new Given(
                call.holder(), call.side(), call.role(), call.place(), call.by(), null, false)));
  }

  private Optional<State> extend(State state, Call.Extend call) {
    Given given = call.given();
    boolean may =
        may(state, call.by(), given.place(), Permission.GRANT_WRITE)
            && GrantModel.mayExtend(
                call.by().name(),
                state.rolesOf(call.by(), given.place()),
                given.role(),
                given.place().level,
                given.holder().name(),
                given.side(),
                kindOf(given.holder()),
                state.anyInForce(Role.MSP_ADMIN, Place.MSP, null),
                given.status());
    return may
        ? Optional.of(
            state.with(
                new Given(
                    given.holder(),
                    given.side(),
                    given.role(),
                    given.place(),
                    call.by(),
                    null,
                    false)))
        : Optional.empty();
  }

  private Optional<State> approve(State state, Call.Approve call) {
    Given given = call.given();
    return given.place() == Place.CLIENT
            && may(state, call.by(), given.place(), Permission.GRANT_APPROVE)
            && mayApprove(state, call.by(), given)
        ? Optional.of(state.changed(given, given.approvedBy(call.by())))
        : Optional.empty();
  }

  boolean mayGrant(State state, Call.Grant call) {
    return GrantModel.mayGrant(
        call.by().name(),
        state.rolesOf(call.by(), call.place()),
        call.role(),
        call.place().level,
        call.holder().name(),
        call.side(),
        kindOf(call.holder()),
        state.anyInForce(Role.MSP_ADMIN, Place.MSP, null));
  }

  boolean mayApprove(State state, Somebody by, Given given) {
    return GrantModel.mayApprove(
        by.name(),
        state.rolesOf(by, given.place()),
        given.role(),
        given.holder().name(),
        given.granter().name(),
        given.status(),
        state.anyInForce(Role.CLIENT_EXECUTIVE, Place.CLIENT, given.holder()));
  }

  private boolean mayRevoke(State state, Somebody by, Given given) {
    return GrantModel.mayRevoke(
        by.name(),
        state.rolesOf(by, given.place()),
        given.role(),
        given.place().level,
        given.status());
  }

  private boolean mayDecide(State state, Somebody by, Given given) {
    return ReviewModel.mayDecide(
        by.name(),
        state.rolesOf(by, given.place()),
        given.holder().name(),
        given.role(),
        given.granter().name(),
        given.approver() == null ? null : given.approver().name(),
        given.place().level,
        state.holders(given.place()));
  }

  /** The database's constraint: whoever was put on a side at this MSP stays on it. */
  boolean staysOnOneSide(State state, Somebody holder, Role role) {
    Side taken = state.sides().get(holder);
    return taken == null || taken == role.side();
  }

  static Person.Kind kindOf(Somebody somebody) {
    return somebody == Somebody.ACCOUNT ? Person.Kind.SERVICE_ACCOUNT : Person.Kind.PERSON;
  }

  private static boolean may(State state, Somebody by, Place place, Permission permission) {
    return RolePermissions.allow(state.rolesOf(by, place), permission);
  }
}
