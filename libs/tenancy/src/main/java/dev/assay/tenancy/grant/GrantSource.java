package dev.assay.tenancy.grant;

import java.util.Optional;

/**
 * Where effective grants come from: {@code tenants} over HTTP, and in {@code tenants} its own
 * tables.
 */
public interface GrantSource {

  /**
   * What this caller may be in this place, now.
   *
   * @return empty when the caller has no grant there, or the place does not exist
   */
  Optional<EffectiveGrant> find(Token token, GrantPlace place);

  /** Whether answers may be remembered for a while; not where asking costs one query. */
  default boolean mayBeRemembered() {
    return true;
  }
}
