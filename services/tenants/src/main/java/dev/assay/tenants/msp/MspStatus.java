package dev.assay.tenants.msp;

/** Whether an MSP may work; {@link MspLifecycle} says what each state allows. */
public enum MspStatus {
  ACTIVE,
  SUSPENDED,
  CLOSED
}
