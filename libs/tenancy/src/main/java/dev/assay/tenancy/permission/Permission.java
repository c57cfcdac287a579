package dev.assay.tenancy.permission;

/** One thing that a caller may be allowed to do; every operation names exactly one. */
public enum Permission {
  /** Holding a valid token is enough; the operation is about the caller alone or public content. */
  SIGNED_IN,
  MSP_CREATE,
  MSP_LIST,
  MSP_READ,
  PLATFORM_GRANT,
  CLIENT_CREATE,
  CLIENT_LIST,
  CLIENT_READ,
  CLIENT_UPDATE,
  SYSTEM_READ,
  SYSTEM_WRITE,
  PERSON_READ,
  PERSON_WRITE,
  GRANT_READ,
  GRANT_WRITE,
  GRANT_APPROVE,
  EVIDENCE_READ,
  EVIDENCE_UPLOAD,
  CONTROL_READ,
  CONTROL_APPLY,
  CONTROL_ASSIGN,
  CONTROL_CONCLUDE,
  CONTROL_REVIEW,
  READINESS_READ,
  CLIENT_LIFECYCLE,
  MSP_LIFECYCLE,
  CLIENT_IMPORT,
  CLIENT_EXPORT,
  CLIENT_TRANSFER,
  TRANSFER_APPROVE;

  /** Whether it changes nothing. */
  public boolean reads() {
    return this == SIGNED_IN
        || name().endsWith("_READ")
        || name().endsWith("_LIST")
        || name().endsWith("_EXPORT");
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
