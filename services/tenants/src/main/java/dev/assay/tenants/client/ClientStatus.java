package dev.assay.tenants.client;

/** Where a client is on its way with its MSP; {@link ClientLifecycle} says what each allows. */
public enum ClientStatus {
  ONBOARDING,
  ACTIVE,
  SUSPENDED,
  OFFBOARDING,
  CLOSED
}
