package dev.assay.tenants.person;

/** Whether somebody may hold grants and sign in; nobody is ever deleted. */
public enum PersonState {
  ACTIVE,
  DISABLED
}
