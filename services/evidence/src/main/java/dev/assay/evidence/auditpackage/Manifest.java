package dev.assay.evidence.auditpackage;

import dev.assay.evidence.canonical.CanonicalJson;
import dev.assay.evidence.custody.CustodyEvent;
import dev.assay.evidence.custody.CustodyPlace;
import dev.assay.evidence.custody.CustodyRow;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The manifest: RFC 8785 canonical JSON, written piece by piece since it has no end in sight. The
 * outer object's fields are laid in their canonical order by hand; every piece is made canonical.
 */
final class Manifest implements Content {

  static final String FORMAT = "assay-audit-package-1";

  private static final int ITEMS_AT_ONCE = 50;
  private static final int ROWS_AT_ONCE = 500;

  private final PackageSource source;
  private final Entry events;
  private final long eventLines;

  /**
   * @param events the entry with the audit events
   * @param eventLines how many it holds
   */
  Manifest(PackageSource source, Entry events, long eventLines) {
    this.source = source;
    this.events = events;
    this.eventLines = eventLines;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    PackageScope scope = source.scope();
    PackageTotals totals = source.totals();
    text(out, "{\"auditEvents\":");
    object(
        out,
        Map.of(
            "count", eventLines,
            "path", events.path(),
            "sha256", events.sha256(),
            "size", events.size()));
    text(out, ",\"clientId\":\"" + scope.client() + "\",\"excluded\":");
    list(out, new Keyset<>(ROWS_AT_ONCE, source::excluded), this::writeExcluded);
    text(out, ",\"format\":\"" + FORMAT + "\",\"items\":[");
    writeItems(out);
    text(out, "],\"knownAt\":\"" + scope.knownAt() + "\",\"ledgerProofs\":[],\"period\":");
    object(out, Map.of("from", scope.from().toString(), "to", scope.to().toString()));
    text(out, ",\"totals\":");
    object(
        out,
        Map.of(
            "bytes", totals.bytes(),
            "excluded", totals.excluded(),
            "files", totals.files(),
            "items", totals.items()));
    text(out, "}\n");
  }

  private void writeExcluded(OutputStream out, Excluded excluded) throws IOException {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("itemId", excluded.item().toString());
    fields.put("reason", excluded.reason());
    put(fields, "fileId", excluded.file());
    object(out, fields);
  }

  private void writeItems(OutputStream out) throws IOException {
    boolean first = true;
    @Nullable PackagedItem last = null;
    for (List<PackagedItem> items = source.items(last, ITEMS_AT_ONCE);
        !items.isEmpty();
        items = source.items(last, ITEMS_AT_ONCE)) {
      List<UUID> ids = items.stream().map(PackagedItem::id).toList();
      var files =
          new Keyset<PackagedFile>(ROWS_AT_ONCE, (after, most) -> source.files(ids, after, most));
      var custody =
          new Keyset<CustodyRow>(
              ROWS_AT_ONCE,
              (after, most) ->
                  source.custody(ids, after == null ? CustodyPlace.START : after.place(), most));
      for (PackagedItem item : items) {
        text(out, first ? "" : ",");
        writeItem(out, item, files, custody);
        first = false;
      }
      last = items.getLast();
    }
  }

  /** In canonical order: addedBy … controlId, custody, files, id … title. */
  private void writeItem(
      OutputStream out, PackagedItem item, Keyset<PackagedFile> files, Keyset<CustodyRow> custody)
      throws IOException {
    String head =
        CanonicalJson.of(
            Map.of(
                "addedBy", item.addedBy(),
                "arrivedAt", item.arrivedAt().toString(),
                "controlId", item.controlId()));
    text(out, head.substring(0, head.length() - 1) + ",\"custody\":");
    list(
        out,
        whileOf(custody, row -> row.place().item().equals(item.id())),
        (to, row) -> object(to, told(row.event())));
    text(out, ",\"files\":");
    list(
        out,
        whileOf(files, file -> file.item().equals(item.id())),
        (to, file) -> object(to, told(file)));
    Map<String, Object> rest = new LinkedHashMap<>();
    rest.put("id", item.id().toString());
    rest.put("ledgerProofs", List.of());
    put(rest, "obtainedHow", item.obtainedHow());
    rest.put("period", Map.of("from", item.from().toString(), "to", item.to().toString()));
    rest.put("sourceSystem", item.sourceSystem());
    rest.put("title", item.title());
    text(out, "," + CanonicalJson.of(rest).substring(1));
  }

  private static Map<String, Object> told(PackagedFile file) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("addedAt", file.addedAt().toString());
    fields.put("addedBy", file.addedBy());
    fields.put("id", file.id().toString());
    fields.put(
        "lock",
        Map.of(
            "mode", "COMPLIANCE",
            "retainUntil", file.retainUntil().toString(),
            "ruleSet", file.ruleSet()));
    fields.put("mediaType", file.mediaType());
    fields.put("name", file.name());
    fields.put("path", file.path());
    fields.put("sealedAt", file.sealedAt().toString());
    fields.put("sha256", file.sha256());
    fields.put("size", file.size());
    fields.put("storeVersion", file.versionId());
    fields.put("timeStamps", List.of());
    return fields;
  }

  private static Map<String, Object> told(CustodyEvent event) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("at", event.at().toString());
    fields.put("details", event.details());
    put(fields, "fileId", event.fileId());
    fields.put("roles", event.roles());
    fields.put(
        "sources",
        event.sources().stream()
            .map(row -> Map.of("key", row.key(), "table", row.table()))
            .toList());
    fields.put("what", event.what());
    fields.put("who", event.who());
    return fields;
  }

  private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
    if (value != null) {
      fields.put(name, value.toString());
    }
  }

  /** Writes one thing of a list. */
  private interface Piece<T> {
    void write(OutputStream out, T thing) throws IOException;
  }

  private static <T> void list(OutputStream out, Iterator<T> things, Piece<T> piece)
      throws IOException {
    text(out, "[");
    for (boolean first = true; things.hasNext(); first = false) {
      text(out, first ? "" : ",");
      piece.write(out, things.next());
    }
    text(out, "]");
  }

  /** The rows from here on that are still of the same item. */
  private static <T> Iterator<T> whileOf(Keyset<T> rows, java.util.function.Predicate<T> same) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        T next = rows.peek();
        return next != null && same.test(next);
      }

      @Override
      public T next() {
        return rows.next();
      }
    };
  }

  private static void object(OutputStream out, Map<String, ?> fields) throws IOException {
    text(out, CanonicalJson.of(fields));
  }

  private static void text(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
