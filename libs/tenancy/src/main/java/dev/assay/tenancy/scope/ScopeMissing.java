package dev.assay.tenancy.scope;

/** A transaction began although nobody had declared whose rows it may see: a defect in our code. */
public final class ScopeMissing extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  ScopeMissing() {
    super("a transaction begins only where a tenant scope is declared");
  }
}
