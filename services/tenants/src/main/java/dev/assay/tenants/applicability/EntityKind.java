package dev.assay.tenants.applicability;

/** What a company is under the securities laws; several may hold at once. */
public enum EntityKind {
  /** Reports under section 13(a) or 15(d) on domestic forms. */
  ISSUER,
  /** Of a parent that reports; without securities of its own that make it report. */
  WHOLLY_OWNED_SUBSIDIARY,
  /** Reports as a foreign private issuer (17 CFR 240.3b-4). */
  FOREIGN_PRIVATE_ISSUER,
  /** Has filed a registration statement that is neither effective nor withdrawn. */
  IPO_PREPARATION,
  ACCOUNTING_FIRM,
  SERVICE_PROVIDER
}
