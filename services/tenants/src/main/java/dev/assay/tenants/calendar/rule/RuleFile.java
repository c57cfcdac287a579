package dev.assay.tenants.calendar.rule;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reads the rules that come with the service. */
public final class RuleFile {

  /** A number that is left out is an error, never a zero. */
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private RuleFile() {}

  /** The content of {@code /rules/<name>.json}. */
  public static <T> T read(String name, TypeReference<T> type) {
    String resource = "/rules/" + name + ".json";
    try (InputStream data = RuleFile.class.getResourceAsStream(resource)) {
      if (data == null) {
        throw new IllegalStateException("missing rules: " + resource);
      }
      return JSON.readValue(data, type);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
