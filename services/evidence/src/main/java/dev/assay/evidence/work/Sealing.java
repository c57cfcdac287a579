package dev.assay.evidence.work;

import dev.assay.tenancy.scope.TenantScope;
import java.util.UUID;

/** Seals a file without waiting for the next round of the workers. */
public interface Sealing {

  /** Returns at once; if nothing comes of it, the workers find the file in the queue. */
  void soon(TenantScope.Client client, UUID file);
}
