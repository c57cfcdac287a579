package dev.assay.tenancy.start;

import java.util.List;

/** The service will not start; its message lists every reason at once. */
final class UnsafeStart extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  UnsafeStart(List<String> reasons) {
    super("This start is not safe: " + String.join(" ", reasons));
  }
}
