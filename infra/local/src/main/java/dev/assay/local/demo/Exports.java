package dev.assay.local.demo;

import java.util.List;

/** Real exports of the running stack, taken at this moment. */
public interface Exports {

  /**
   * One export, and the control that it is evidence for.
   *
   * @param controlId id in the control library
   * @param obtainedHow the query or command, so that somebody else can repeat it
   */
  record Export(
      String controlId,
      String title,
      String fileName,
      String sourceSystem,
      String obtainedHow,
      String content) {}

  /** Takes them: the realm's users, the cluster's roles, and the repository's changes. */
  List<Export> take();
}
