package dev.assay.readiness.blocker;

import java.util.Comparator;
import java.util.Locale;

/** What can stand in the way, and of what: the table of rulebook section 9. */
public enum BlockerCode {
  MISSING_EVALUATION(Effect302.BLOCKS, Effect404.NONE),
  MISSING_SUBCERTS(Effect302.BLOCKS, Effect404.NONE),
  MISSING_SD_MW_REPORTED_TO_AUDIT_COMMITTEE(Effect302.BLOCKS, Effect404.NONE),
  MISSING_SD_MW_REPORTED_TO_AUDITOR(Effect302.BLOCKS, Effect404.NONE),
  MISSING_FRAUD_DISCLOSED(Effect302.BLOCKS, Effect404.NONE),
  MISSING_ICFR_CHANGES_DISCLOSED(Effect302.BLOCKS, Effect404.NONE),
  EVALUATION_DATE(Effect302.BLOCKS, Effect404.NONE),
  EVALUATION_WINDOW_LEGAL_REVIEW(Effect302.LEGAL_REVIEW, Effect404.NONE),
  OPEN_MW(Effect302.DCP_NOT_EFFECTIVE, Effect404.NOT_EFFECTIVE),
  KEY_CONTROL_UNTESTED(Effect302.NONE, Effect404.BLOCKS),
  DEFICIENCY_UNEVALUATED(Effect302.NONE, Effect404.BLOCKS),
  NO_APPLICABLE_CONTROLS(Effect302.NONE, Effect404.BLOCKS),
  VENDOR_SOC1_GAP(Effect302.NONE, Effect404.BLOCKS),
  IPE_MISSING(Effect302.NONE, Effect404.BLOCKS),
  SCOPING_NOT_APPROVED(Effect302.NONE, Effect404.BLOCKS),
  TEST_NOT_REVIEWED(Effect302.NONE, Effect404.BLOCKS);

  /** What a blocker does to the Section 302 view. */
  public enum Effect302 {
    NONE,
    DCP_NOT_EFFECTIVE,
    LEGAL_REVIEW,
    BLOCKS
  }

  /** What a blocker does to the Section 404 view. */
  public enum Effect404 {
    NONE,
    NOT_EFFECTIVE,
    BLOCKS
  }

  /** The order in which blockers are shown: by slug, A to Z. */
  public static final Comparator<BlockerCode> A_TO_Z = Comparator.comparing(BlockerCode::slug);

  private static final String MISSING = "MISSING_";

  private final Effect302 on302;
  private final Effect404 on404;

  BlockerCode(Effect302 on302, Effect404 on404) {
    this.on302 = on302;
    this.on404 = on404;
  }

  public Effect302 on302() {
    return on302;
  }

  public Effect404 on404() {
    return on404;
  }

  /** The code as the rulebook writes it, such as {@code open-mw} or {@code missing:subcerts}. */
  public String slug() {
    return name().startsWith(MISSING)
        ? "missing:" + name().substring(MISSING.length()).toLowerCase(Locale.ROOT)
        : name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
