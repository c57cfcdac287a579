package dev.assay.evidence.auditpackage;

import dev.assay.evidence.custody.CustodyPlace;
import dev.assay.evidence.custody.CustodyRow;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a package's contents come from, a page at a time. Each page begins after the row given,
 * null meaning at the beginning, and is shorter than its limit only at the end. The same scope has
 * the same contents whenever it is asked.
 */
interface PackageSource {

  PackageScope scope();

  PackageTotals totals();

  /** By id. */
  List<PackagedItem> items(@Nullable PackagedItem after, int most);

  /** SEALED files of these items, by item and id. */
  List<PackagedFile> files(List<UUID> items, @Nullable PackagedFile after, int most);

  /** By item, time and id. */
  List<AuditLine> events(List<UUID> items, @Nullable AuditLine after, int most);

  /** By item and place. */
  List<CustodyRow> custody(List<UUID> items, CustodyPlace after, int most);

  /** By item and file. */
  List<Excluded> excluded(@Nullable Excluded after, int most);

  /**
   * Copies all of a file's bytes.
   *
   * @throws EvidenceDamaged when they are not what was sealed
   */
  void copy(PackagedFile file, OutputStream out) throws IOException;
}
