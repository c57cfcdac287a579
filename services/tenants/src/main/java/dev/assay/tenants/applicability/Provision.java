package dev.assay.tenants.applicability;

/** The provisions that are asked about; section 802 made two, with different addressees. */
public enum Provision {
  SECTION_302,
  SECTION_404A,
  SECTION_404B,
  SECTION_409,
  /** 18 USC 1519. */
  SECTION_802_1519,
  /** 18 USC 1520. */
  SECTION_802_1520,
  SECTION_906
}
