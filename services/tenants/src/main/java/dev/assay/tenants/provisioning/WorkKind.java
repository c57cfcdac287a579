package dev.assay.tenants.provisioning;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is to be done. */
@Schema(name = "ProvisioningKind")
public enum WorkKind {
  /** Make or find the account of an invitation. */
  CREATE,
  /** Have Keycloak send the invited person what they need for their first sign-in. */
  SEND,
  /** End an invitation that nobody accepted. Nothing waits for it: it is there for its time. */
  EXPIRE,
  /** Switch an account off and end its sessions, unless somebody still needs it. */
  DISABLE,
  /** Switch an account on again. */
  ENABLE,
  /** End all sessions of an account. */
  LOG_OUT
}
