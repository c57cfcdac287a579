package dev.assay.tenants.filer.rule;

/** What has become of a rule set; only an adopted one decides. */
public enum RuleSetState {
  PENDING,
  ADOPTED,
  WITHDRAWN
}
