package dev.assay.evidence.store;

import software.amazon.awssdk.services.s3.model.S3Exception;

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

  /** Whether the store answered, and refused this one request; others may well succeed. */
  public boolean isRefusal() {
    return getCause() instanceof S3Exception answered
        && answered.statusCode() >= 400
        && answered.statusCode() < 500;
  }

  /** Whether the store answered that there is no such thing. */
  boolean isNotFound() {
    return getCause() instanceof S3Exception answered && answered.statusCode() == 404;
  }

  /** What the store or the way to it said in the end. */
  String reason() {
    Throwable at = this;
    while (at.getCause() != null) {
      at = at.getCause();
    }
    return at.getMessage() == null ? at.getClass().getSimpleName() : at.getMessage();
  }
}
