package dev.assay.evidence.auditpackage;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes entries into a ZIP whose bytes follow from their names and contents alone: stored, because
 * what deflate makes differs between versions of zlib; at one time for all; in the order of their
 * names; in ZIP64 where sizes, places or numbers ask for it.
 *
 * <p>A stored entry says its size and CRC before its bytes. So contents are written twice, first to
 * be measured; those that fit into memory are kept from the first time.
 */
final class ZipSink implements AutoCloseable {

  /** Not January 1980: the JDK adds a field that depends on the time zone to that. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private final ZipOutputStream zip;
  private final byte[] room;
  private final List<Entry> entries = new ArrayList<>();

  /**
   * @param room memory for one entry; larger ones are read twice
   */
  ZipSink(OutputStream out, int room) {
    this.zip = new ZipOutputStream(out);
    this.room = new byte[room];
  }

  /** Adds an entry, whose path must come after all before it. */
  Entry add(String path, Content content) throws IOException {
    if (!entries.isEmpty() && entries.getLast().path().compareTo(path) >= 0) {
      throw new IllegalArgumentException(path + " does not follow " + entries.getLast().path());
    }
    var measured = new Measured(room);
    content.writeTo(measured);
    var entry = new Entry(path, measured.size(), measured.sha256());
    zip.putNextEntry(header(path, measured));
    if (measured.isKept()) {
      zip.write(room, 0, (int) measured.size());
    } else {
      content.writeTo(zip);
    }
    // Fails unless the second time was as long and had the same CRC as the first.
    zip.closeEntry();
    entries.add(entry);
    return entry;
  }

  private static ZipEntry header(String path, Measured measured) {
    var header = new ZipEntry(path);
    header.setMethod(ZipEntry.STORED);
    header.setTimeLocal(TIME);
    header.setSize(measured.size());
    header.setCompressedSize(measured.size());
    header.setCrc(measured.crc());
    return header;
  }

  /** The entries so far, in order. */
  List<Entry> entries() {
    return Collections.unmodifiableList(entries);
  }

  /** Writes the directory at the end. */
  @Override
  public void close() throws IOException {
    zip.close();
  }
}
