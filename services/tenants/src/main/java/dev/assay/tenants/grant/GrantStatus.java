package dev.assay.tenants.grant;

/** Where a grant stands; only an ACTIVE one lets anybody do anything. */
public enum GrantStatus {
  PENDING_APPROVAL,
  SCHEDULED,
  ACTIVE,
  EXPIRED,
  REVOKED
}
