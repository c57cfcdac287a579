package dev.assay.tenants.escalation;

import dev.assay.tenancy.grant.GrantPlace;
import dev.assay.tenancy.scope.TenantScope;
import dev.assay.tenants.grant.GrantRules.Level;
import java.util.UUID;

/** The platform, one MSP and one of its clients. */
enum Place {
  PLATFORM(Level.PLATFORM),
  MSP(Level.MSP),
  CLIENT(Level.CLIENT);

  static final UUID MSP_ID = new UUID(1, 1);
  static final UUID CLIENT_ID = new UUID(2, 1);

  final Level level;

  Place(Level level) {
    this.level = level;
  }

  GrantPlace asked() {
    return switch (this) {
      case PLATFORM -> new GrantPlace.OfPlatform();
      case MSP -> new GrantPlace.OfMsp(MSP_ID);
      case CLIENT -> new GrantPlace.OfClient(CLIENT_ID);
    };
  }

  UUID mspId() {
    return this == PLATFORM ? TenantScope.PLATFORM_ID : MSP_ID;
  }

  UUID clientId() {
    return this == CLIENT ? CLIENT_ID : null;
  }
}
