package dev.assay.evidence.drill;

import java.util.List;

/** A file of the sample that was fetched and compared. */
record Checked(Pick pick, Seen seen, List<Finding> findings, TimeStampCheck timeStamp) {

  Checked {
    findings = List.copyOf(findings);
  }

  static Checked of(Pick pick, Seen seen, TimeStampCheck timeStamp) {
    return new Checked(pick, seen, pick.findings(seen), timeStamp);
  }
}
