package dev.assay.tenancy.permission;

/** One thing that a caller may be allowed to do; every operation names exactly one. */
public enum Permission {
  /** Holding a valid token is enough; the operation is about the caller alone or public content. */
  SIGNED_IN,
  MSP_CREATE,
  MSP_LIST,
  MSP_READ,
  PLATFORM_GRANT,
  /** Entering and adopting rules of law that decide for every client. */
  RULE_SET_WRITE,
  SIGN_IN_READ,
  CLIENT_CREATE,
  CLIENT_LIST,
  CLIENT_READ,
  CLIENT_UPDATE,
  SYSTEM_READ,
  SYSTEM_WRITE,
  SYSTEM_APPROVE,
  PERSON_READ,
  PERSON_WRITE,
  GRANT_READ,
  GRANT_WRITE,
  GRANT_APPROVE,
  EVIDENCE_READ,
  EVIDENCE_UPLOAD,
  /** Having an audit package made, which takes bytes that nobody can delete before their date. */
  EVIDENCE_PACKAGE,
  CONTROL_READ,
  CONTROL_APPLY,
  CONTROL_ASSIGN,
  CONTROL_CONCLUDE,
  CONTROL_REVIEW,
  READINESS_READ,
  GRANT_REVOKE,
  BREAK_GLASS_OPEN,
  BREAK_GLASS_READ,
  BREAK_GLASS_END,
  BREAK_GLASS_ACKNOWLEDGE,
  SERVICE_ACCOUNT_WRITE,
  ACCESS_REVIEW_READ,
  ACCESS_REVIEW_OPEN,
  ACCESS_REVIEW_DECIDE,
  CLIENT_LIFECYCLE,
  MSP_LIFECYCLE,
  CLIENT_IMPORT,
  CLIENT_EXPORT,
  CLIENT_TRANSFER,
  TRANSFER_APPROVE,
  EVIDENCE_REQUEST_READ,
  /** Asking for evidence, changing what was asked, and taking it back. */
  EVIDENCE_REQUEST_RAISE,
  EVIDENCE_REQUEST_ANSWER,
  /** Accepting what was given, or returning it. */
  EVIDENCE_REQUEST_ACCEPT,
  EVIDENCE_REQUEST_COMMENT,
  LEGAL_HOLD_READ,
  LEGAL_HOLD_PLACE,
  /** Asking for the end of a legal hold, and agreeing to what another person asked. */
  LEGAL_HOLD_LIFT,
  EVIDENCE_DRILL_READ,
  /** Beginning retrieval drills, and saying when they are due. */
  EVIDENCE_DRILL_RUN;

  /** Whether it changes nothing. */
  public boolean reads() {
    return this == SIGNED_IN
        || name().endsWith("_READ")
        || name().endsWith("_LIST")
        || name().endsWith("_EXPORT");
  }

  /** Whether all it can do is to leave somebody with less access, or to say that it was seen. */
  public boolean takesAccessAway() {
    return this == GRANT_REVOKE || this == BREAK_GLASS_END || this == BREAK_GLASS_ACKNOWLEDGE;
  }

  /** Whether it moves the place itself on, which must stay possible where work has ended. */
  public boolean steers() {
    return this == CLIENT_LIFECYCLE
        || this == MSP_LIFECYCLE
        || this == CLIENT_TRANSFER
        || this == TRANSFER_APPROVE;
  }

  /** Whether it makes people known, or decides on what they may do. */
  public boolean decidesOnAccess() {
    return this == PERSON_WRITE || this == GRANT_WRITE || this == GRANT_APPROVE;
  }
}
