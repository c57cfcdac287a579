package dev.assay.tenancy.grant;

import java.util.UUID;

/** Where somebody's grants are asked about. */
public sealed interface GrantPlace {
  /** One client. */
  record OfClient(UUID clientId) implements GrantPlace {}

  /** One MSP. */
  record OfMsp(UUID mspId) implements GrantPlace {}

  /** The platform itself. */
  record OfPlatform() implements GrantPlace {}
}
