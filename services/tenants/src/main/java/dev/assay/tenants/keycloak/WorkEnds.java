package dev.assay.tenants.keycloak;

import dev.assay.tenancy.scope.Scopes;
import dev.assay.tenants.provisioning.ProvisioningQueue;
import dev.assay.tenants.provisioning.Provisionings;
import dev.assay.tenants.provisioning.Work;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes finished work from the queue and records how it ended, together. */
@ApplicationScoped
class WorkEnds {

  private final Scopes scopes;
  private final ProvisioningQueue queue;
  private final Provisionings provisionings;

  WorkEnds(Scopes scopes, ProvisioningQueue queue, Provisionings provisionings) {
    this.scopes = scopes;
    this.queue = queue;
    this.provisionings = provisionings;
  }

  /** Done; says nothing when it was asked for anew meanwhile, since it will be done again. */
  void done(Work work) {
    scopes.runInTransaction(
        work.scope(),
        () -> {
          if (queue.done(work)) {
            provisionings.done(work);
          }
        });
  }

  /** It cannot be done, and trying again would not help. */
  void failed(Work work, String code) {
    scopes.runInTransaction(
        work.scope(),
        () -> {
          if (queue.done(work)) {
            provisionings.failed(work, code);
          }
        });
  }

  /** Nobody needs it any more. */
  void dropped(Work work) {
    scopes.runInTransaction(work.scope(), () -> queue.done(work));
  }
}
