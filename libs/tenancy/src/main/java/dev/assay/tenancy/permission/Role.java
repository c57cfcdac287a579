package dev.assay.tenancy.permission;

/** What a grant makes somebody (design: grants, not tokens, carry roles). */
public enum Role {
  PLATFORM_OPERATOR(Side.PLATFORM),
  MSP_ADMIN(Side.MSP),
  MSP_TECHNICIAN(Side.MSP),
  MSP_REVIEWER(Side.MSP),
  CLIENT_EXECUTIVE(Side.CLIENT),
  CONTROL_OWNER(Side.CLIENT),
  AUDITOR(Side.CLIENT),
  INTEGRATION(Side.MSP),
  /** An operator's reading at one client for a few hours; never given, only broken open. */
  BREAK_GLASS(Side.PLATFORM);

  /** Whom somebody in this role works for; nobody works for both an MSP and its client. */
  public enum Side {
    PLATFORM,
    MSP,
    CLIENT
  }

  private final Side side;

  Role(Side side) {
    this.side = side;
  }

  public Side side() {
    return side;
  }
}
