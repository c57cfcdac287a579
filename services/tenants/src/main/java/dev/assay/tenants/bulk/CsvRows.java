package dev.assay.tenants.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import dev.assay.http.problem.ProblemException;
import dev.assay.tenants.TenantsProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * RFC 4180 with a header. A column's name is the path of a field: {@code client.timeZone}; the
 * columns {@code identifiers.CIK} and so on each give one identifier. An empty cell is no field.
 */
final class CsvRows implements RawRows {

  private static final String IDENTIFIERS = "identifiers";
  private static final int DEEPEST = 3;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private static final CsvMapper CSV =
      CsvMapper.builder()
          .enable(CsvParser.Feature.WRAP_AS_ARRAY)
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .enable(CsvParser.Feature.FAIL_ON_MISSING_COLUMNS)
          .build();

  private final MappingIterator<String[]> records;
  private final List<String> header;
  private int number;
  private boolean broken;

  /**
   * Begins to read.
   *
   * @throws ProblemException 422 when the header does not name the columns that each row needs
   */
  CsvRows(InputStream in) throws IOException {
    // Bytes that are not UTF-8 are an error, not question marks in somebody's name.
    var text =
        new InputStreamReader(
            withoutMark(in),
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
    this.records = CSV.readerFor(String[].class).readValues(text);
    this.header = readHeader();
  }

  private static InputStream withoutMark(InputStream in) throws IOException {
    var first = new PushbackInputStream(in, BYTE_ORDER_MARK.length);
    byte[] mark = first.readNBytes(BYTE_ORDER_MARK.length);
    if (!Arrays.equals(mark, BYTE_ORDER_MARK)) {
      first.unread(mark);
    }
    return first;
  }

  private List<String> readHeader() throws IOException {
    String[] names = record();
    List<String> header = names == null ? List.of() : List.of(names);
    var distinct = new HashSet<>(header);
    if (!distinct.contains("type")
        || !distinct.contains("key")
        || distinct.size() != header.size()
        || header.stream().anyMatch(name -> name.split("\\.", -1).length > DEEPEST)) {
      throw ProblemException.of(
          TenantsProblem.IMPORT_HEADER_UNUSABLE,
          "The first line names each column once, type and key among them.");
    }
    return header;
  }

  @Override
  public @Nullable RawRow next() throws IOException {
    if (broken) {
      return null;
    }
    try {
      String[] cells = record();
      if (cells == null) {
        return null;
      }
      number++;
      return new RawRow(number, cells.length == header.size() ? json(cells) : null);
    } catch (JsonProcessingException | CharacterCodingException unreadable) {
      // Where a quote is not closed, nobody knows where the next row begins.
      broken = true;
      return new RawRow(++number, null);
    }
  }

  private String @Nullable [] record() throws IOException {
    try {
      return records.hasNextValue() ? records.nextValue() : null;
    } catch (RuntimeJsonMappingException unreadable) {
      throw new IOException(unreadable);
    } catch (NoSuchElementException none) {
      return null;
    }
  }

  private ObjectNode json(String[] cells) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < cells.length; i++) {
      String cell = cells[i].strip();
      if (!cell.isEmpty()) {
        put(row, header.get(i).split("\\.", -1), cell);
      }
    }
    return row;
  }

  private static void put(ObjectNode row, String[] path, String cell) {
    if (path.length == 2 && path[0].equals(IDENTIFIERS)) {
      row.withArray("/" + IDENTIFIERS).addObject().put("kind", path[1]).put("value", cell);
      return;
    }
    ObjectNode at = row;
    for (int i = 0; i < path.length - 1; i++) {
      at = at.path(path[i]).isObject() ? (ObjectNode) at.path(path[i]) : at.putObject(path[i]);
    }
    at.put(path[path.length - 1], cell);
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
