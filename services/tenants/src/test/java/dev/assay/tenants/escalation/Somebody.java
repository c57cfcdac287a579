package dev.assay.tenants.escalation;

/** Everybody there is: those whom the admin controls, and those who are honest. */
enum Somebody {
  ADMIN(true),
  PUPPET(true),
  OTHER_PUPPET(true),
  ACCOUNT(true),
  SECOND_ADMIN(false),
  EXECUTIVE(false),
  OPERATOR(false);

  final boolean controlled;

  Somebody(boolean controlled) {
    this.controlled = controlled;
  }
}
