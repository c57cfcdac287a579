package dev.assay.tenants.bulk;

/** What a row of an import brings. */
public enum ImportedType {
  CLIENT,
  PERSON
}
