package dev.assay.evidence.owner;

import dev.assay.tenancy.grant.Caller;
import dev.assay.tenancy.scope.Scopes;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/**
 * After the permission check has found the caller's grant at the MSP itself, narrows the request to
 * the MSP's own evidence. The people of a client never have such a grant, whatever they may read of
 * their client.
 */
@Provider
@MspOwn
@Priority(Priorities.AUTHORIZATION + 1)
class MspOwnScope implements ContainerRequestFilter {

  private final Caller caller;
  private final Scopes scopes;

  MspOwnScope(Caller caller, Scopes scopes) {
    this.caller = caller;
    this.scopes = scopes;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    scopes.declareForRequest(Owner.mspOwn(caller.grant().mspId()));
  }
}
