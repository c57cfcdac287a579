package dev.assay.evidence.canonical;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;

/** RFC 8785: the same value always has the same bytes. */
public final class CanonicalJson {

  /** Of its own: what the API's mapper is told must never change a package or a signature. */
  private static final ObjectMapper PLAIN = new ObjectMapper();

  private CanonicalJson() {}

  /** An object of texts, whole numbers, lists and further objects. */
  public static String of(Map<String, ?> object) {
    try {
      return new JsonCanonicalizer(PLAIN.writeValueAsString(object)).getEncodedString();
    } catch (JsonProcessingException unwritable) {
      throw new IllegalArgumentException("a plain object is JSON", unwritable);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
