package dev.assay.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JDK writes packages; here its headers are held against ours where ZIP64 begins. */
class ZipLayoutTest {

  private static final byte[] ZEROS = new byte[1 << 20];

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {0xffff_ffffL - 1, 0xffff_ffffL})
  void isTheJdksAroundFourGibibytes(long size) throws IOException {
    Path file = folder.resolve("large.zip");
    List<Entry> entries = new ArrayList<>();
    try (var out = new Sparse(file);
        var zip = new ZipOutputStream(out)) {
      entries.add(put(zip, out, "first", 5));
      entries.add(put(zip, out, "large", size));
      entries.add(put(zip, out, "second", 7));
    }

    compare(file, entries);
  }

  @ParameterizedTest
  @ValueSource(ints = {65_534, 65_535, 65_536})
  void isTheJdksAroundAsManyEntriesAsAPlainZipCounts(int count) throws IOException {
    Path file = folder.resolve("many.zip");
    List<Entry> entries = new ArrayList<>();
    try (var out = new Sparse(file);
        var zip = new ZipOutputStream(out)) {
      for (int i = 0; i < count; i++) {
        entries.add(put(zip, out, "entry-" + i, 1));
      }
    }

    compare(file, entries);
  }

  private static void compare(Path file, List<Entry> entries) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      long place = 0;
      for (Entry entry : entries) {
        assertThat(entry.place()).isEqualTo(place);
        place = compare(channel, place, ZipLayout.local(entry.path(), entry.size(), entry.crc()));
        place += entry.size();
      }
      long directory = place;
      for (Entry entry : entries) {
        place = compare(channel, place, ZipLayout.central(entry));
      }
      place = compare(channel, place, ZipLayout.end(entries.size(), directory, place - directory));
      assertThat(place).isEqualTo(Files.size(file));
    }
  }

  private static Entry put(ZipOutputStream zip, Sparse out, String path, long size)
      throws IOException {
    var crc = new CRC32();
    pieces(size, length -> crc.update(ZEROS, 0, length));
    var header = new ZipEntry(path);
    header.setMethod(ZipEntry.STORED);
    header.setTimeLocal(LocalDateTime.of(1980, 2, 1, 0, 0));
    header.setSize(size);
    header.setCompressedSize(size);
    header.setCrc(crc.getValue());
    long place = out.size;
    zip.putNextEntry(header);
    long content = out.size;
    pieces(size, length -> zip.write(ZEROS, 0, length));
    zip.closeEntry();
    return new Entry(path, place, content, size, crc.getValue(), "");
  }

  private interface Piece {
    void take(int length) throws IOException;
  }

  private static void pieces(long size, Piece piece) throws IOException {
    for (long left = size; left > 0; left -= ZEROS.length) {
      piece.take((int) Math.min(left, ZEROS.length));
    }
  }

  private static long compare(FileChannel channel, long place, byte[] expected) throws IOException {
    byte[] actual = new byte[expected.length];
    channel.read(ByteBuffer.wrap(actual), place);
    assertThat(actual).as("at %d", place).isEqualTo(expected);
    return place + expected.length;
  }

  /** Leaves holes where there are zeros, so that gigabytes of them take no room. */
  private static final class Sparse extends OutputStream {

    private final FileChannel file;
    private long size;

    Sparse(Path path) throws IOException {
      file =
          FileChannel.open(
              path,
              StandardOpenOption.CREATE_NEW,
              StandardOpenOption.WRITE,
              StandardOpenOption.SPARSE);
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (length > ZEROS.length
          || !Arrays.equals(bytes, offset, offset + length, ZEROS, 0, length)) {
        file.write(ByteBuffer.wrap(bytes, offset, length), size);
      }
      size += length;
    }

    @Override
    public void close() throws IOException {
      // The other one closes it as well.
      if (file.isOpen() && file.size() < size) {
        file.write(ByteBuffer.allocate(1), size - 1);
      }
      file.close();
    }
  }
}
