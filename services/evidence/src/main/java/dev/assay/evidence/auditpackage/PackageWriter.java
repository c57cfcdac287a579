package dev.assay.evidence.auditpackage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes a package: the same source always gives the same bytes. It needs memory for one entry of
 * the room given and a line for each entry, whatever the package's size.
 */
final class PackageWriter {

  static final String PAGE = "README.html";
  static final String EVENTS = "audit-events.jsonl";
  static final String MANIFEST = "manifest.json";
  static final String SUMS = "sha256sums.txt";

  /** Of the format: another text is another format. */
  private static final String PAGE_RESOURCE = "/package/assay-audit-package-1.html";

  private static final int ITEMS_AT_ONCE = 50;
  private static final int ROWS_AT_ONCE = 500;

  private final int room;

  /**
   * @param room memory for one entry; larger ones are read twice
   */
  PackageWriter(int room) {
    this.room = room;
  }

  /** Called after each file. */
  interface Progress {
    void written(int files, long bytes) throws IOException;
  }

  /** Writes all of it, and ends the stream. */
  void write(PackageSource source, OutputStream out, Progress progress) throws IOException {
    try (var zip = new ZipSink(out, room)) {
      zip.add(PAGE, PackageWriter::page);
      var events = new Events(source);
      Entry written = zip.add(EVENTS, events);
      addFiles(source, zip, progress);
      zip.add(MANIFEST, new Manifest(source, written, events.lines));
      List<Entry> all = List.copyOf(zip.entries());
      zip.add(SUMS, to -> sums(all, to));
    }
  }

  private static void addFiles(PackageSource source, ZipSink zip, Progress progress)
      throws IOException {
    int files = 0;
    long bytes = 0;
    for (List<UUID> ids : itemIds(source)) {
      var some =
          new Keyset<PackagedFile>(ROWS_AT_ONCE, (after, most) -> source.files(ids, after, most));
      while (some.hasNext()) {
        PackagedFile file = some.next();
        Entry entry = zip.add(file.path(), to -> source.copy(file, to));
        if (entry.size() != file.size() || !entry.sha256().equals(file.sha256())) {
          throw new EvidenceDamaged(file.id(), "is not what was sealed");
        }
        bytes += file.size();
        progress.written(++files, bytes);
      }
    }
  }

  /** Ids of the items in order, some at a time; all of them are a few hundred kilobytes. */
  private static List<List<UUID>> itemIds(PackageSource source) {
    List<List<UUID>> all = new ArrayList<>();
    @Nullable PackagedItem last = null;
    for (List<PackagedItem> items = source.items(last, ITEMS_AT_ONCE);
        !items.isEmpty();
        items = source.items(last, ITEMS_AT_ONCE)) {
      all.add(items.stream().map(PackagedItem::id).toList());
      last = items.getLast();
    }
    return all;
  }

  private static void page(OutputStream out) throws IOException {
    try (InputStream page = PackageWriter.class.getResourceAsStream(PAGE_RESOURCE)) {
      Objects.requireNonNull(page, PAGE_RESOURCE).transferTo(out);
    }
  }

  private static void sums(List<Entry> entries, OutputStream out) throws IOException {
    for (Entry entry : entries) {
      out.write((entry.sha256() + "  " + entry.path() + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  /** One audit event a line, item by item, each item's in the order of time. */
  private static final class Events implements Content {

    private final PackageSource source;
    private long lines;

    Events(PackageSource source) {
      this.source = source;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      lines = 0;
      for (List<UUID> ids : itemIds(source)) {
        var some =
            new Keyset<AuditLine>(ROWS_AT_ONCE, (after, most) -> source.events(ids, after, most));
        while (some.hasNext()) {
          out.write((some.next().body() + "\n").getBytes(StandardCharsets.UTF_8));
          lines++;
        }
      }
    }
  }
}
