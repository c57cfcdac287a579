package dev.assay.evidence.auditpackage;

import dev.assay.evidence.custody.CustodyPlace;
import dev.assay.evidence.custody.CustodyRow;
import dev.assay.evidence.store.EvidenceStore;
import dev.assay.evidence.store.ObjectVersion;
import dev.assay.evidence.store.StoredBytes;
import dev.assay.tenancy.scope.Scopes;
import dev.assay.tenancy.scope.TenantScope;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The vault itself as a package's source: every page is a transaction of its own. */
final class VaultSource implements PackageSource {

  private static final int PIECE = 256 * 1024;

  private final Scopes scopes;
  private final TenantScope.Client client;
  private final PackageScope scope;
  private final PackageContents contents;
  private final EvidenceStore store;
  private final Runnable stillWorking;
  private final PackageTotals totals;

  /**
   * @param stillWorking called often; it throws when the work is another's by now
   */
  VaultSource(
      Scopes scopes,
      TenantScope.Client client,
      PackageScope scope,
      PackageContents contents,
      EvidenceStore store,
      Runnable stillWorking) {
    this.scopes = scopes;
    this.client = client;
    this.scope = scope;
    this.contents = contents;
    this.store = store;
    this.stillWorking = stillWorking;
    this.totals = ask(() -> contents.totals(scope));
  }

  private <T> T ask(Supplier<T> question) {
    stillWorking.run();
    return scopes.inTransaction(client, question);
  }

  @Override
  public PackageScope scope() {
    return scope;
  }

  @Override
  public PackageTotals totals() {
    return totals;
  }

  @Override
  public List<PackagedItem> items(@Nullable PackagedItem after, int most) {
    return ask(() -> contents.items(scope, after, most));
  }

  @Override
  public List<PackagedFile> files(List<UUID> items, @Nullable PackagedFile after, int most) {
    return ask(() -> contents.files(scope, items, after, most));
  }

  @Override
  public List<AuditLine> events(List<UUID> items, @Nullable AuditLine after, int most) {
    return ask(() -> contents.events(scope, items, after, most));
  }

  @Override
  public List<CustodyRow> custody(List<UUID> items, CustodyPlace after, int most) {
    return ask(() -> contents.custody(scope, items, after, most));
  }

  @Override
  public List<Excluded> excluded(@Nullable Excluded after, int most) {
    return ask(() -> contents.excluded(scope, after, most));
  }

  @Override
  public void copy(PackagedFile file, OutputStream out) throws IOException {
    var version = new ObjectVersion(file.objectKey(), file.versionId());
    try (StoredBytes stored =
        store.open(version).orElseThrow(() -> new EvidenceDamaged(file.id(), "is not there"))) {
      if (stored.size() != file.size()) {
        throw new EvidenceDamaged(file.id(), "has another size");
      }
      byte[] piece = new byte[PIECE];
      for (int read = stored.content().read(piece);
          read >= 0;
          read = stored.content().read(piece)) {
        out.write(piece, 0, read);
        stillWorking.run();
      }
    }
  }
}
