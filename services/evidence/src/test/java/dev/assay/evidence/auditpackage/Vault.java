package dev.assay.evidence.auditpackage;

import dev.assay.evidence.custody.CustodyEvent;
import dev.assay.evidence.custody.CustodyPlace;
import dev.assay.evidence.custody.CustodyRow;
import dev.assay.evidence.custody.SourceRow;
import dev.assay.evidence.file.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A vault in memory; whatever is put into it in order comes out in order. */
final class Vault implements PackageSource {

  static final Instant KNOWN_AT = Instant.parse("2026-07-15T09:00:00.500Z");
  static final UUID CLIENT = UUID.fromString("01900000-0000-7000-8000-00000000000a");

  private static final Instant ARRIVED = Instant.parse("2026-07-01T08:00:00Z");

  private final List<PackagedItem> items = new ArrayList<>();
  private final List<PackagedFile> files = new ArrayList<>();
  private final List<AuditLine> events = new ArrayList<>();
  private final List<CustodyRow> custody = new ArrayList<>();
  private final List<Excluded> excluded = new ArrayList<>();
  private final Map<UUID, byte[]> bytes = new HashMap<>();
  private int ids;

  /** The same id at the same turn, whatever the clock says. */
  private UUID id() {
    return new UUID(0x01900000_0000_7000L, 0x8000_0000_0000_0000L + ++ids);
  }

  UUID item(String title) {
    UUID id = id();
    items.add(
        new PackagedItem(
            id,
            title,
            "AM-04",
            LocalDate.parse("2026-01-01"),
            LocalDate.parse("2026-06-30"),
            "Sign-in realm",
            ids % 2 == 0 ? null : "Admin API, all users,\nsorted by name",
            "00000000-0000-4000-8000-000000000003",
            ARRIVED));
    happened(id, null, "evidence.entered", 0, "evidence");
    return id;
  }

  UUID file(UUID item, String name, byte[] content) {
    UUID id = id();
    bytes.put(id, content);
    files.add(
        new PackagedFile(
            item,
            id,
            name,
            "text/csv",
            content.length,
            sha256(content),
            "00000000-0000-4000-8000-000000000003",
            ARRIVED,
            ARRIVED.plusSeconds(2),
            CLIENT + "/" + id,
            "version-" + id,
            Instant.parse("2033-07-01T12:00:00Z"),
            "evidence-retention-1"));
    happened(item, id, "evidence-file.sealed", 4, "evidence_transition");
    return id;
  }

  void exclude(UUID item, @Nullable UUID file, String reason) {
    excluded.add(new Excluded(item, file, reason));
  }

  /** As if the store had begun to lie. */
  void damage(UUID file, byte[] content) {
    bytes.put(file, content);
  }

  private void happened(UUID item, @Nullable UUID file, String what, int rank, String table) {
    UUID event = id();
    events.add(new AuditLine(item, ARRIVED, event, "{\"action\":\"%s\"}".formatted(what)));
    custody.add(
        new CustodyRow(
            new CustodyPlace(item, ARRIVED, rank, event.toString()),
            new CustodyEvent(
                ARRIVED,
                what,
                file,
                "system:sealer",
                List.of(),
                Map.of("ruleSet", "evidence-retention-1"),
                List.of(new SourceRow(table, event.toString())))));
  }

  static String sha256(byte[] content) {
    var sha256 = new Sha256();
    sha256.update(content, 0, content.length);
    return sha256.hex();
  }

  /** Two items, three files, one of them left out: what most tests look at. */
  static Vault small() {
    var vault = new Vault();
    UUID first = vault.item("Users of the realm \u2013 \u00e4lteste zuerst");
    vault.file(first, "users.csv", "name,role\na,b\n".getBytes(StandardCharsets.UTF_8));
    vault.file(first, "\u00e9t\u00e9 / <quarter>?.csv".replace("/", ""), new byte[3000]);
    UUID second = vault.item("Changes");
    vault.file(second, "changes.csv", "id\n1\n".getBytes(StandardCharsets.UTF_8));
    vault.exclude(second, vault.id(), "QUARANTINED");
    vault.exclude(vault.item("Nothing came"), null, Excluded.NO_FILE);
    return vault;
  }

  @Override
  public PackageScope scope() {
    return new PackageScope(
        CLIENT, LocalDate.parse("2026-01-01"), LocalDate.parse("2026-12-31"), KNOWN_AT);
  }

  @Override
  public PackageTotals totals() {
    return new PackageTotals(
        items.size(),
        files.size(),
        files.stream().mapToLong(PackagedFile::size).sum(),
        excluded.size(),
        files.stream().map(PackagedFile::retainUntil).max(Comparator.naturalOrder()));
  }

  @Override
  public List<PackagedItem> items(@Nullable PackagedItem after, int most) {
    return after(items, after, most);
  }

  @Override
  public List<PackagedFile> files(List<UUID> of, @Nullable PackagedFile after, int most) {
    return after(files.stream().filter(f -> of.contains(f.item())).toList(), after, most);
  }

  @Override
  public List<AuditLine> events(List<UUID> of, @Nullable AuditLine after, int most) {
    return after(events.stream().filter(event -> of.contains(event.item())).toList(), after, most);
  }

  @Override
  public List<CustodyRow> custody(List<UUID> of, CustodyPlace after, int most) {
    List<CustodyRow> rows =
        custody.stream().filter(row -> of.contains(row.place().item())).toList();
    Optional<CustodyRow> last = rows.stream().filter(row -> row.place().equals(after)).findFirst();
    return after(rows, last.orElse(null), most);
  }

  @Override
  public List<Excluded> excluded(@Nullable Excluded after, int most) {
    return after(excluded, after, most);
  }

  private static <T> List<T> after(List<T> all, @Nullable T last, int most) {
    return all.stream().skip(last == null ? 0 : all.indexOf(last) + 1).limit(most).toList();
  }

  @Override
  public void copy(PackagedFile file, OutputStream out) throws IOException {
    out.write(bytes.get(file.id()));
  }
}
