package dev.assay.evidence.owner;

import dev.assay.tenancy.scope.TenantScope;
import java.net.URI;
import java.util.UUID;

/**
 * Whose evidence it is. What is the MSP's own (a vendor's report that serves many clients) stands
 * under the MSP's id where a client's id would stand, so keys, policies, states, locks and workers
 * are the same for both. No client has an MSP's id, so no client's scope reaches it.
 */
public sealed interface Owner {

  /** Where the owner's items are. */
  String items();

  /** A client's own evidence. */
  record OfClient(UUID clientId) implements Owner {
    @Override
    public String items() {
      return "/v1/clients/" + clientId + "/evidence";
    }
  }

  /** The MSP's own evidence. */
  record OfMsp(UUID mspId) implements Owner {
    @Override
    public String items() {
      return "/v1/msps/" + mspId + "/evidence";
    }
  }

  /** The owner in whose scope we are. */
  static Owner of(TenantScope.Client scope) {
    return scope.clientId().equals(scope.mspId())
        ? new OfMsp(scope.mspId())
        : new OfClient(scope.clientId());
  }

  /** The scope of what is the MSP's own: its people's, never its clients'. */
  static TenantScope.Client mspOwn(UUID msp) {
    return new TenantScope.Client(msp, msp);
  }

  /** Where an item is. */
  default URI item(UUID evidence) {
    return URI.create(items() + "/" + evidence);
  }

  /** Where a file of an item is. */
  default URI file(UUID evidence, UUID file) {
    return URI.create(item(evidence) + "/files/" + file);
  }
}
