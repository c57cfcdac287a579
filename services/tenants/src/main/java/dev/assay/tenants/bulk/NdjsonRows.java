package dev.assay.tenants.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.ByteArrayOutputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One JSON object a line; a line that is none spoils no other. Empty lines are passed over. */
final class NdjsonRows implements RawRows {

  /** A row that is longer cannot be one. */
  private static final int LONGEST = 1 << 16;

  private final InputStream in;
  private final ObjectReader json;
  private int line;
  private boolean ended;

  NdjsonRows(InputStream in, ObjectReader json) {
    this.in = in;
    this.json = json;
  }

  @Override
  public @Nullable RawRow next() throws IOException {
    while (!ended) {
      line++;
      ByteArrayOutputStream text = new ByteArrayOutputStream(512);
      boolean whole = readLine(text);
      if (!whole || !text.toString(StandardCharsets.UTF_8).isBlank()) {
        return new RawRow(line, whole ? parse(text.toByteArray()) : null);
      }
    }
    return null;
  }

  /** Whether the line was short enough; of a longer one the rest is passed over. */
  private boolean readLine(ByteArrayOutputStream text) throws IOException {
    int length = 0;
    for (int read = in.read(); read != '\n'; read = in.read()) {
      if (read < 0) {
        ended = true;
        break;
      }
      if (++length <= LONGEST) {
        text.write(read);
      }
    }
    return length <= LONGEST;
  }

  /** Bytes, not text: what is not UTF-8 is not JSON either. */
  private @Nullable JsonNode parse(byte[] text) throws IOException {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException | CharConversionException unreadable) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
