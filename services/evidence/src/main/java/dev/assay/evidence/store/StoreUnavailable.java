package dev.assay.evidence.store;

/** The object store did not do what was asked of it. */
public final class StoreUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean withoutEffect;

  StoreUnavailable(String call, boolean withoutEffect, Throwable cause) {
    super("the object store failed to " + call, cause);
    this.withoutEffect = withoutEffect;
  }

  /** Whether it is sure that nothing was stored: it never got the request, or refused it. */
  public boolean withoutEffect() {
    return withoutEffect;
  }
}
