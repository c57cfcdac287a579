package dev.assay.evidence.store;

import java.util.List;

/** The service will not start on a store that does not hold what it promises. */
final class UnsafeStore extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  UnsafeStore(List<String> reasons) {
    super("This store is not safe for evidence: " + String.join(" ", reasons));
  }
}
