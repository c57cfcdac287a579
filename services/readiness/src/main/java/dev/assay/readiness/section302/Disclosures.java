package dev.assay.readiness.section302;

import static dev.assay.readiness.blocker.BlockerCode.*;

import dev.assay.readiness.blocker.BlockerCode;
import java.util.ArrayList;
import java.util.List;

/** What must be done before officers certify a quarter; true is done. */
public record Disclosures(
    boolean evaluationDone,
    boolean subCertificationsComplete,
    boolean reportedToAuditCommittee,
    boolean reportedToAuditor,
    boolean fraudDisclosed,
    boolean icfrChangesDisclosed) {

  List<BlockerCode> missing() {
    List<BlockerCode> codes = new ArrayList<>();
    addUnless(evaluationDone, MISSING_EVALUATION, codes);
    addUnless(subCertificationsComplete, MISSING_SUBCERTS, codes);
    addUnless(reportedToAuditCommittee, MISSING_SD_MW_REPORTED_TO_AUDIT_COMMITTEE, codes);
    addUnless(reportedToAuditor, MISSING_SD_MW_REPORTED_TO_AUDITOR, codes);
    addUnless(fraudDisclosed, MISSING_FRAUD_DISCLOSED, codes);
    addUnless(icfrChangesDisclosed, MISSING_ICFR_CHANGES_DISCLOSED, codes);
    return codes;
  }

  private static void addUnless(boolean done, BlockerCode code, List<BlockerCode> codes) {
    if (!done) {
      codes.add(code);
    }
  }
}
