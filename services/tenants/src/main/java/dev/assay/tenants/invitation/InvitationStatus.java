package dev.assay.tenants.invitation;

/** Where an invitation stands. */
public enum InvitationStatus {
  OPEN,
  ACCEPTED,
  WITHDRAWN,
  EXPIRED
}
