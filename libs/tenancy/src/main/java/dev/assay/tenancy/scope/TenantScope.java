package dev.assay.tenancy.scope;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose rows a transaction sees. PostgreSQL enforces it; code only declares it. */
public sealed interface TenantScope {

  /** The reserved MSP id under which the platform's own rows stand. */
  UUID PLATFORM_ID = new UUID(0, 0);

  /**
   * One client: the normal case.
   *
   * @param only the one person whose own rows are seen, where a table tells them apart; null for
   *     all of the client's rows
   */
  record Client(UUID mspId, UUID clientId, @Nullable OnlyOwn only) implements TenantScope {

    /** All of the client's rows. */
    public Client(UUID mspId, UUID clientId) {
      this(mspId, clientId, null);
    }

    /** The same client with all of its rows. */
    public Client whole() {
      return new Client(mspId, clientId);
    }
  }

  /**
   * Somebody who sees their own rows alone.
   *
   * @param personId who, in {@code tenants}
   * @param subject who, as their token names them
   */
  record OnlyOwn(UUID personId, String subject) {}

  /** Rows that belong to an MSP and not to one of its clients. */
  record Msp(UUID mspId) implements TenantScope {}

  /** Reading across all clients of an MSP. */
  record Fleet(UUID mspId) implements TenantScope {}

  /** Reading across some clients of an MSP: those that the caller has grants for. */
  record Portfolio(UUID mspId, Set<UUID> clientIds) implements TenantScope {
    public Portfolio {
      clientIds = Set.copyOf(clientIds);
    }
  }

  /** The platform's own rows, such as the grants of platform operators. */
  record Platform() implements TenantScope {}

  /** Looking up ids, states and grants across tenants; only {@code tenants} has such a role. */
  record Directory() implements TenantScope {}
}
