package dev.assay.tenancy.permission;

import static dev.assay.tenancy.permission.Permission.*;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The one table of what each role may do. The documentation shows it; a test walks all of it. */
public final class RolePermissions {

  private static final Map<Role, Set<Permission>> TABLE = new EnumMap<>(Role.class);

  static {
    TABLE.put(
        Role.PLATFORM_OPERATOR,
        EnumSet.of(
            MSP_CREATE,
            MSP_LIST,
            MSP_READ,
            PLATFORM_GRANT,
            RULE_SET_WRITE,
            SIGN_IN_READ,
            PERSON_READ,
            PERSON_WRITE,
            GRANT_READ,
            GRANT_WRITE,
            GRANT_APPROVE,
            GRANT_REVOKE,
            BREAK_GLASS_OPEN,
            BREAK_GLASS_END,
            ACCESS_REVIEW_READ,
            ACCESS_REVIEW_DECIDE,
            MSP_LIFECYCLE,
            TRANSFER_APPROVE));
    TABLE.put(
        Role.MSP_ADMIN,
        EnumSet.of(
            MSP_READ,
            CLIENT_CREATE,
            CLIENT_LIST,
            CLIENT_READ,
            CLIENT_UPDATE,
            CLIENT_LIFECYCLE,
            CLIENT_IMPORT,
            CLIENT_EXPORT,
            CLIENT_TRANSFER,
            SYSTEM_READ,
            SYSTEM_WRITE,
            PERSON_READ,
            PERSON_WRITE,
            GRANT_READ,
            GRANT_WRITE,
            READINESS_READ,
            GRANT_REVOKE,
            BREAK_GLASS_READ,
            BREAK_GLASS_END,
            BREAK_GLASS_ACKNOWLEDGE,
            SERVICE_ACCOUNT_WRITE,
            ACCESS_REVIEW_READ,
            ACCESS_REVIEW_OPEN,
            ACCESS_REVIEW_DECIDE,
            LEGAL_HOLD_READ,
            LEGAL_HOLD_PLACE,
            LEGAL_HOLD_LIFT));
    TABLE.put(
        Role.MSP_TECHNICIAN,
        EnumSet.of(
            MSP_READ,
            CLIENT_LIST,
            CLIENT_READ,
            SYSTEM_READ,
            SYSTEM_WRITE,
            PERSON_READ,
            EVIDENCE_READ,
            EVIDENCE_UPLOAD,
            EVIDENCE_PACKAGE,
            CONTROL_READ,
            CONTROL_APPLY,
            CONTROL_ASSIGN,
            CONTROL_CONCLUDE,
            READINESS_READ,
            EVIDENCE_REQUEST_READ,
            EVIDENCE_REQUEST_RAISE,
            EVIDENCE_REQUEST_ANSWER,
            EVIDENCE_REQUEST_ACCEPT,
            EVIDENCE_REQUEST_COMMENT,
            EVIDENCE_DRILL_READ,
            EVIDENCE_DRILL_RUN));
    TABLE.put(
        Role.MSP_REVIEWER,
        EnumSet.of(
            MSP_READ,
            CLIENT_LIST,
            CLIENT_READ,
            SYSTEM_READ,
            SYSTEM_APPROVE,
            PERSON_READ,
            GRANT_READ,
            EVIDENCE_READ,
            EVIDENCE_PACKAGE,
            CONTROL_READ,
            CONTROL_REVIEW,
            READINESS_READ,
            LEGAL_HOLD_READ,
            LEGAL_HOLD_PLACE,
            LEGAL_HOLD_LIFT,
            BREAK_GLASS_READ,
            ACCESS_REVIEW_READ,
            EVIDENCE_REQUEST_READ,
            EVIDENCE_REQUEST_ACCEPT,
            EVIDENCE_REQUEST_COMMENT,
            EVIDENCE_DRILL_READ));
    TABLE.put(
        Role.CLIENT_EXECUTIVE,
        EnumSet.of(
            CLIENT_READ,
            CLIENT_LIFECYCLE,
            CLIENT_EXPORT,
            SYSTEM_READ,
            SYSTEM_APPROVE,
            PERSON_READ,
            GRANT_READ,
            GRANT_APPROVE,
            EVIDENCE_READ,
            EVIDENCE_PACKAGE,
            CONTROL_READ,
            READINESS_READ,
            BREAK_GLASS_READ,
            BREAK_GLASS_END,
            ACCESS_REVIEW_READ,
            ACCESS_REVIEW_OPEN,
            ACCESS_REVIEW_DECIDE,
            EVIDENCE_REQUEST_READ,
            EVIDENCE_REQUEST_COMMENT,
            LEGAL_HOLD_READ,
            LEGAL_HOLD_PLACE,
            LEGAL_HOLD_LIFT,
            EVIDENCE_DRILL_READ));
    TABLE.put(
        Role.CONTROL_OWNER,
        EnumSet.of(
            CLIENT_READ,
            SYSTEM_READ,
            EVIDENCE_READ,
            EVIDENCE_UPLOAD,
            CONTROL_READ,
            EVIDENCE_REQUEST_READ,
            EVIDENCE_REQUEST_ANSWER,
            EVIDENCE_REQUEST_COMMENT));
    Set<Permission> readingOfAClient =
        EnumSet.of(
            CLIENT_READ,
            SYSTEM_READ,
            PERSON_READ,
            GRANT_READ,
            EVIDENCE_READ,
            EVIDENCE_REQUEST_READ,
            EVIDENCE_DRILL_READ,
            CONTROL_READ,
            READINESS_READ,
            LEGAL_HOLD_READ,
            BREAK_GLASS_READ,
            ACCESS_REVIEW_READ);
    TABLE.put(Role.AUDITOR, readingOfAClient);
    TABLE.put(Role.BREAK_GLASS, readingOfAClient);
    TABLE.put(
        Role.INTEGRATION,
        EnumSet.of(
            CLIENT_READ,
            SYSTEM_READ,
            EVIDENCE_READ,
            EVIDENCE_UPLOAD,
            CONTROL_READ,
            EVIDENCE_REQUEST_READ,
            EVIDENCE_DRILL_READ));
  }

  private RolePermissions() {}

  /** Whether any of these roles may do this. */
  public static boolean allow(Collection<Role> roles, Permission permission) {
    return permission == SIGNED_IN || roles.stream().anyMatch(r -> of(r).contains(permission));
  }

  /**
   * Whether somebody with these roles sees only their own rows, where a table tells them apart: a
   * control owner without any other role.
   */
  public static boolean onlyOwnRows(Collection<Role> roles) {
    return !roles.isEmpty() && Set.of(Role.CONTROL_OWNER).containsAll(roles);
  }

  /** All that a role may do. */
  public static Set<Permission> of(Role role) {
    return Collections.unmodifiableSet(TABLE.getOrDefault(role, Set.of()));
  }
}
